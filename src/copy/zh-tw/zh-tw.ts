import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { documents, of } from './phrases.js';
import { atLine, problems } from './problems.js';

const sources: Copy['sources'] = {
  description: '列出回答所依據的文件，或顯示一份文件的結構',
  document: '要查看結構的文件',
  title: (count) => `回答所依據的 ${documents(count)}`,
  none: '還沒有文件。架設此機器人的人可以在知識資料夾裡新增。',
  paragraphs: (count) => of(count, '個段落'),
  beforeHeadings: '開頭',
  unknown: (asked) => `沒有名為「${asked}」的文件。請從輸入時出現的清單中選擇。`,
};

const help: Copy['help'] = {
  description: '這個機器人能做什麼、怎麼用',
  title: '可以核對的回答',
  about:
    '我回答關於中國 AI 聯盟的問題，逐字引用文件中的段落，並附上來源。我自己不寫任何內容；文件沒有回答時，我會照實說。',
  commands: '你可以這樣用',
  tips: '怎樣得到更好的回答',
  tip: [
    '一次問一件事，用上你知道的名稱：「模芯生態創新聯盟有哪些公司？」',
    '輸入時會出現文件能夠回答的問題。可以選一個，也可以用自己的話提問。',
    '粗體字是你問題裡的詞。引文下面的一行說明出處。',
    `頻道裡的所有人都能看到回答。選擇 ${names.private}：True，就只有你能看到。`,
  ],
};

const reply: Copy['reply'] = {
  page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
  previous: '上一頁',
  next: '下一頁',
  formTooLate: '表單開啟得太慢，Discord 已不再接受。請再試一次。',
  shortened: '已截短：Discord 的一條訊息放不下更多內容。',
  failed: (errorId) => `我這邊出了問題。請再試一次；如果再次發生，請告訴架設此機器人的人：錯誤 ${errorId}。`,
  unknownCommand: '這個指令已經不存在。請重新載入 Discord（Ctrl+R）查看現有的指令。',
  preparing: '本伺服器的文件正在準備中。請稍後再試。',
  staleButton: '這屬於我的舊版本。請重新使用指令。',
};

/** 繁體中文。 */
export const zhTw: Copy = {
  names,
  ask,
  sources,
  findSources,
  help,
  citation,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
