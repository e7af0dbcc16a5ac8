import type { ScheduleFault } from '../../library/schedule.js';
import type { Copy } from '../copy.js';
import { names } from './names.js';
import { questions, weekday } from './phrases.js';

export const settings: Copy['knowledge']['settings'] = {
  description: '設定管理員、報告和更新排程，或設定如何回答',
  page: '開啟哪一張表單',
  pages: {
    moderation: '管理：身分組、報告、排程',
    answers: '回答：誰能看到、次數、保留什麼',
  },
  moderation: {
    title: '設定：管理',
    role: '管理身分組',
    roleHint: `也可以使用 /${names.knowledge}，但須先在「伺服器設定 › 整合」中允許`,
    channel: '報告頻道',
    channelHint: '定時更新的結果發到這裡',
    schedule: '更新排程',
    scheduleHint: '例如「每天 06:00」或「每 6 小時」，也可以寫 cron。留空表示不定時更新',
    scheduleExample: '每週一、週五 06:00',
    zone: '排程的時區',
    zoneHint: '例如 Asia/Taipei 或 Europe/Berlin。留空表示 UTC',
  },
  answers: {
    title: '設定：回答',
    visibility: '誰能看到回答',
    visibilityHint: `提問者沒有用「${names.private}」另行選擇時`,
    public: '頻道裡的所有人',
    private: '只有提問者',
    pace: '每分鐘提問次數',
    paceHint: '每位成員，1 到 60',
    log: '為管理員保留問題',
    logHint: '保留 90 天，不含提問者的名字。關閉後會刪除',
    on: '保留',
    off: '不保留',
  },
  saved: '已儲存。',
  notSaved: '未儲存：',
  everyone: '管理身分組：選 @everyone 會讓所有成員都成為管理員。請選擇其他身分組。',
  mayNotPost: (channel) => [
    '報告頻道：我不能在 ',
    channel,
    ' 發言。請在那裡允許我「檢視頻道」和「傳送訊息」，或者選擇其他頻道。',
  ],
  needsChannel: '更新排程：請同時選擇報告頻道，用來發送定時更新的結果。',
  badSchedule: (fault, text) => `排程「${text}」${FAULTS[fault]}`,
  badZone: (text) =>
    `不認識時區「${text}」。請寫 IANA 清單中的名稱，例如 Asia/Taipei、Europe/Berlin 或 UTC。`,
  times: {
    daily: (time) => `每天 ${time}`,
    weekly: (days, time) => `每${days.map(weekday).join('、')} ${time}`,
    hours: (count) => (count === 1 ? '每小時' : `每 ${count} 小時`),
  },
  again: '重新開啟表單',
  kept: '你填寫的內容會保留 15 分鐘。',
  logOff: {
    ask: (count) => `問題仍在保留。關閉後會永久刪除成員提過的 ${questions(count)}及其評價和檢舉。`,
    confirm: '刪除並關閉',
  },
  badPace: (text) => `每分鐘提問次數：「${text}」不是 1 到 60 的整數。`,
  change: '修改',
  role: (role) =>
    role === undefined
      ? ['管理員：有「管理伺服器」權限的成員']
      : [
          '管理員：有「管理伺服器」權限的成員，以及 ',
          role,
          `（還須由伺服器管理者在「伺服器設定 › 整合」中允許該身分組使用 /${names.knowledge}）`,
        ],
  channel: (channel) => (channel === undefined ? ['報告頻道：無'] : ['報告頻道：', channel]),
  schedule: (schedule) =>
    schedule === undefined
      ? ['更新排程：無']
      : ['更新排程：', schedule.text, `（${schedule.zone}），下一次是 `, schedule.next],
  visibility: (isPrivate) => (isPrivate ? '回答：只有提問者能看到' : '回答：頻道裡的所有人都能看到'),
  pace: (perMinute) => `每位成員：每分鐘 ${questions(perMinute)}`,
  log: (isKept) => (isKept ? '問題：保留 90 天，不含提問者的名字' : '問題：不保留'),
};

const EXAMPLES = '請寫「每天 06:00」、「每週一 06:00」、「每 6 小時」，或者 0 6 * * 1 這樣的 cron 運算式。';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `讀不懂。${EXAMPLES}`,
  never: `永遠不會到來。${EXAMPLES}`,
  'too-often': '每小時不止一次。請寫「每小時」，或者更少的次數。',
  'uneven-hours': '不能把一天平均分開。請寫「每 2 小時」，或者 1、3、4、6、8、12。',
};
