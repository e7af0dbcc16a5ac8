import type { Copy } from '../copy.js';
import { names } from './names.js';
import { number, of } from './phrases.js';

export const report: Copy['report'] = {
  offer: '回答有什麼不對嗎？告訴本伺服器的管理員吧。',
  button: '檢舉',
  title: '檢舉一個回答',
  passage: '哪個段落',
  reason: '哪裡不對',
  reasons: {
    'not-said': '文件沒有這麼說',
    outdated: '內容已過時',
    source: '來源有誤',
    'no-answer': '沒有回答問題',
    other: '其他',
  },
  words: '你的說明',
  wordsHint: '本伺服器的管理員會看到，但看不到是誰寫的',
  thanks: `謝謝。本伺服器的管理員會看到你的檢舉和該段落，但看不到是誰送出的。用 /${names.privacy} 可以刪除。`,
  notTaken: '本伺服器不保留成員對回答的評價，所以沒有送出檢舉。',
  gone: '這個段落已不再保留，所以沒有送出檢舉。請重新提問。',

  list: (count) => `成員的 ${of(count, '則檢舉')}`,
  see: (count) => `檢舉（${number(count)}）`,
  none: ({ reportDays }) => `沒有檢舉。成員按下 👎 之後可以檢舉回答；檢舉保留 ${of(reportDays, '天')}。`,
  said: (words) => `「${words}」`,
  sent: '送出於 ',
  shown: ({ shared, guild }) =>
    ` · 顯示時為版本 ${shared}${guild === undefined ? '' : `，以及本伺服器自己的版本 ${guild}`}`,
  changed: (title) => `《${title}》裡已經沒有這個段落。原文是：`,
};
