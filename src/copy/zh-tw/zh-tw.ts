import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation, cite } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { dates, profile, search, sources, timeline } from './finding.js';
import { help } from './help.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { privacy } from './privacy.js';
import { atLine, problems } from './problems.js';
import { report } from './report.js';

const welcome: Copy['welcome'] = {
  title: '謝謝你們加入我',
  members: `用 /${names.ask} 提問：輸入時會出現問題，回答都附有來源。`,
  moderators: `管理員：/${names.knowledge} ${names.add} 可以新增本伺服器自己的文件；在設定裡可以選擇誰能看到回答、報告發到哪裡。`,
  help: '我能做什麼',
  settings: '管理員設定',
};

const reply: Copy['reply'] = {
  page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
  previous: '上一頁',
  next: '下一頁',
  formTooLate: '表單開啟得太慢，Discord 已不再接受。請再試一次。',
  shortened: '已截短：Discord 的一條訊息放不下更多內容。',
  failed: (errorId) => `我這邊出了問題。請再試一次；如果再次發生，請告訴架設此機器人的人：錯誤 ${errorId}。`,
  database: {
    full: (errorId) =>
      `無法儲存任何內容：我所執行的機器磁碟已滿。請讓架設此機器人的人騰出空間；什麼都沒有改變。錯誤 ${errorId}。`,
    replaced: (errorId) =>
      `無法儲存任何內容：我的資料庫檔案被刪除或取代了。請讓架設此機器人的人把它放回原處，或重新啟動我。錯誤 ${errorId}。`,
    damaged: (errorId) => `我的資料庫已損壞。請讓架設此機器人的人還原備份。錯誤 ${errorId}。`,
    away: (errorId) =>
      `我的資料庫暫時無法使用。請過幾分鐘再試；如果仍然如此，請告訴架設此機器人的人：錯誤 ${errorId}。`,
  },
  unknownCommand: '這個指令已經不存在。請重新載入 Discord（Ctrl+R）查看現有的指令。',
  preparing: '本伺服器的文件正在準備中。請稍後再試。',
  busy: '目前提問過多，我來不及回答。請稍後再試。',
  restarting: '我正在重新啟動。請稍後再試。',
  staleButton: '這屬於我的舊版本。請重新使用指令。',
};

/** 繁體中文。 */
export const zhTw: Copy = {
  names,
  ask,
  search,
  timeline,
  profile,
  dates,
  sources,
  findSources,
  help,
  welcome,
  privacy,
  report,
  citation,
  cite,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
