import type { Copy } from '../copy.js';
import { names } from './names.js';

export const help: Copy['help'] = {
  description: '这个机器人能做什么、怎么用',
  title: '可以核对的回答',
  about:
    '我回答关于中国 AI 联盟的问题，逐字引用文档中的段落，并附上来源。我自己不写任何内容；文档没有回答时，我会照实说。',
  try: '试一个：只有你能看到回答',
  commands: '你可以这样用',
  menus: '在消息的菜单里（右键点击或长按，然后选择“APP”）',
  tips: '怎样得到更好的回答',
  tip: [
    '一次问一件事，用上你知道的名称：“模芯生态创新联盟有哪些公司？”',
    '输入时会出现文档能够回答的问题。可以选一个，也可以用自己的话提问。',
    '粗体字是你问题里的词。引文下面的一行说明出处。',
    `频道里的所有人都能看到回答。选择 ${names.private}：True，就只有你能看到。`,
  ],
  moderators: '作为管理员，你可以',
  moderating: '在你看过预览并按下“发布”之前，成员看到的内容不会有任何改变。',
  host: '作为此机器人的所有者',
  hosting: [
    '它的设置在环境变量或旁边的 .env 文件里；.env.example 列出了全部设置。',
    `共享文档在它的知识文件夹里（KNOWLEDGE_DIR）。npm run knowledge 在终端里的作用，与这里的 /${names.knowledge} 相同。`,
    'HOME_GUILD_ID 指定由哪个服务器的管理员管理共享文档。没有设置时，由你管理。',
  ],
};
