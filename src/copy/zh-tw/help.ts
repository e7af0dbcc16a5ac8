import type { Copy } from '../copy.js';
import { names } from './names.js';

export const help: Copy['help'] = {
  description: '這個機器人能做什麼、怎麼用',
  title: '可以核對的回答',
  about:
    '我回答關於中國 AI 聯盟的問題，逐字引用文件中的段落，並附上來源。我自己不寫任何內容；文件沒有回答時，我會照實說。',
  try: '試一個：只有你能看到回答',
  commands: '你可以這樣用',
  menus: '在訊息的選單裡（按右鍵或長按，然後選擇「應用程式」）',
  tips: '怎樣得到更好的回答',
  tip: [
    '一次問一件事，用上你知道的名稱：「模芯生態創新聯盟有哪些公司？」',
    '輸入時會出現文件能夠回答的問題。可以選一個，也可以用自己的話提問。',
    '粗體字是你問題裡的詞。引文下面的一行說明出處。',
    `頻道裡的所有人都能看到回答。選擇 ${names.private}：True，就只有你能看到。`,
  ],
  moderators: '身為管理員，你可以',
  moderating: '在你看過預覽並按下「發布」之前，成員看到的內容不會有任何改變。',
  host: '身為此機器人的所有者',
  hosting: [
    '它的設定在環境變數或旁邊的 .env 檔案裡；.env.example 列出了全部設定。',
    `共用文件在它的知識資料夾裡（KNOWLEDGE_DIR）。npm run knowledge 在終端機裡的作用，與這裡的 /${names.knowledge} 相同。`,
    'HOME_GUILD_ID 指定由哪個伺服器的管理員管理共用文件。沒有設定時，由你管理。',
  ],
};
