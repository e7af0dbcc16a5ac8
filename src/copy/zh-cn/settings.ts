import type { ScheduleFault } from '../../library/schedule.js';
import type { Copy } from '../copy.js';
import { names } from './names.js';
import { questions, weekday } from './phrases.js';

export const settings: Copy['knowledge']['settings'] = {
  description: '设置管理员、报告和刷新计划，或设置如何回答',
  page: '打开哪一张表单',
  pages: {
    moderation: '管理：身份组、报告、计划',
    answers: '回答：谁能看到、次数、保留什么',
  },
  moderation: {
    title: '设置：管理',
    role: '管理身份组',
    roleHint: `也可以使用 /${names.knowledge}，但须先在“服务器设置 › 整合”中允许`,
    channel: '报告频道',
    channelHint: '定时刷新的结果发到这里',
    schedule: '刷新计划',
    scheduleHint: '例如“每天 06:00”或“每 6 小时”，也可以写 cron。留空表示不定时刷新',
    scheduleExample: '每周一、周五 06:00',
    zone: '计划的时区',
    zoneHint: '例如 Asia/Shanghai 或 Europe/Berlin。留空表示 UTC',
  },
  answers: {
    title: '设置：回答',
    visibility: '谁能看到回答',
    visibilityHint: `提问者没有用“${names.private}”另行选择时`,
    public: '频道里的所有人',
    private: '只有提问者',
    pace: '每分钟提问次数',
    paceHint: '每位成员，1 到 60',
    log: '为管理员保留问题',
    logHint: '保留 90 天，不含提问者的名字。关闭后会删除',
    on: '保留',
    off: '不保留',
  },
  saved: '已保存。',
  notSaved: '未保存：',
  everyone: '管理身份组：选 @everyone 会让所有成员都成为管理员。请选择其他身份组。',
  mayNotPost: (channel) => [
    '报告频道：我不能在 ',
    channel,
    ' 发言。请在那里允许我“查看频道”和“发送消息”，或者选择其他频道。',
  ],
  needsChannel: '刷新计划：请同时选择报告频道，用来发送定时刷新的结果。',
  badSchedule: (fault, text) => `计划“${text}”${FAULTS[fault]}`,
  badZone: (text) =>
    `不认识时区“${text}”。请写 IANA 列表中的名称，例如 Asia/Shanghai、Europe/Berlin 或 UTC。`,
  times: {
    daily: (time) => `每天 ${time}`,
    weekly: (days, time) => `每${days.map(weekday).join('、')} ${time}`,
    hours: (count) => (count === 1 ? '每小时' : `每 ${count} 小时`),
  },
  again: '重新打开表单',
  kept: '你填写的内容会保留 15 分钟。',
  logOff: {
    ask: (count) => `问题仍在保留。关闭后会永久删除成员提过的 ${questions(count)}及其评价和举报。`,
    confirm: '删除并关闭',
  },
  badPace: (text) => `每分钟提问次数：“${text}”不是 1 到 60 的整数。`,
  change: '修改',
  role: (role) =>
    role === undefined
      ? ['管理员：有“管理服务器”权限的成员']
      : [
          '管理员：有“管理服务器”权限的成员，以及 ',
          role,
          `（还须由服务器管理者在“服务器设置 › 整合”中允许该身份组使用 /${names.knowledge}）`,
        ],
  channel: (channel) => (channel === undefined ? ['报告频道：无'] : ['报告频道：', channel]),
  schedule: (schedule) =>
    schedule === undefined
      ? ['刷新计划：无']
      : ['刷新计划：', schedule.text, `（${schedule.zone}），下一次是 `, schedule.next],
  visibility: (isPrivate) => (isPrivate ? '回答：只有提问者能看到' : '回答：频道里的所有人都能看到'),
  pace: (perMinute) => `每位成员：每分钟 ${questions(perMinute)}`,
  log: (isKept) => (isKept ? '问题：保留 90 天，不含提问者的名字' : '问题：不保留'),
};

const EXAMPLES = '请写“每天 06:00”、“每周一 06:00”、“每 6 小时”，或者 0 6 * * 1 这样的 cron 表达式。';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `读不懂。${EXAMPLES}`,
  never: `永远不会到来。${EXAMPLES}`,
  'too-often': '每小时不止一次。请写“每小时”，或者更少的次数。',
  'uneven-hours': '不能把一天平均分开。请写“每 2 小时”，或者 1、3、4、6、8、12。',
};
