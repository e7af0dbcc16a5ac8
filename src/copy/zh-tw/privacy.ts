import type { Copy } from '../copy.js';
import { names } from './names.js';
import { of } from './phrases.js';

const days = (count: number) => of(count, '天');

export const privacy: Copy['privacy'] = {
  description: '你的提問和操作會保留什麼、保留多久、誰能看到，以及怎樣刪除',
  title: '會保留哪些與你有關的內容',
  about:
    '除了你對其使用我的指令的那一則訊息，我不讀取任何訊息；對你的提問，我既不保留你的名字，也不保留你的 ID。',
  questions: '問題',
  kept: ({ questionDays, questions }) =>
    `本伺服器保留沒有得到確定回答的問題，以及回答得到過 👍 或 👎 的問題，不含提問者：保留到最後一次提問後 ${days(questionDays)}，` +
    `最多 ${of(questions, '個')}。本伺服器的管理員能看到。`,
  askedAgain:
    '所有人都能看到回答的問題會留在記憶體裡，直到我重新啟動：管理員會看到文件的更改是否會使回答不同。',
  off: '本伺服器不保留問題：管理員已關閉這項功能。',
  away: '這裡不保留任何問題，也不保留評價和檢舉：只有新增了我的伺服器才會保留。',
  wanted: `用 ${names.private}：True 提的問題從不保留。`,
  pace: '我會在記憶體裡記住你在一分鐘內提問了幾次。',
  said: '評價和檢舉',
  thumbs: '👍 和 👎 與相應的問題保留得一樣久。管理員能看到有多少，但看不到是誰的。',
  reports: ({ reportDays, reports }) =>
    `檢舉連同原因、你的說明、問題和段落保留 ${days(reportDays)}，每個伺服器最多 ${of(reports, '則')}。` +
    '該伺服器的管理員會看到，但看不到是誰送出的。',
  hashed: '評價和檢舉是誰的，只以雜湊值的形式儲存，所用的金鑰不在資料庫裡。你刪除時，就是靠它找到你的那些。',
  moderators: '管理員的操作',
  history: ({ draftDays }) =>
    '會保留伺服器的設定和文件，以及誰發布、放棄、設定或略過了什麼的歷史記錄，其中有管理員的 ID；' +
    `備註帶有作者的 ID。該伺服器的管理員能看到。預覽保留 ${days(draftDays)}。`,
  ends: '何時結束',
  left: ({ guildDays }) =>
    `伺服器移除我、並且最後一次有人在那裡使用我之後 ${days(guildDays)}，屬於該伺服器的一切都會刪除。`,
  host: '架設我的人能讀取資料庫。我的日誌裡沒有問題和 ID，除非架設者為了尋找故障而讓日誌更詳細。',
  delete: '刪除我的資料',
  sure: '要刪除你在所有伺服器裡的評價和檢舉嗎？此操作無法復原。問題會留下，因為無從知道哪些是你的。',
  yes: '刪除',
  no: '保留',
  deleted: ({ thumbs, reports }) =>
    thumbs + reports === 0
      ? '沒有你的評價，也沒有你的檢舉。'
      : `已刪除你的 ${of(thumbs, '個評價')}和 ${of(reports, '則檢舉')}。`,
};
