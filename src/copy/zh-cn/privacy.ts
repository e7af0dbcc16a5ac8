import type { Copy } from '../copy.js';
import { names } from './names.js';
import { of } from './phrases.js';

const days = (count: number) => of(count, '天');

export const privacy: Copy['privacy'] = {
  description: '你的提问和操作会保留什么、保留多久、谁能看到，以及怎样删除',
  title: '会保留哪些与你有关的内容',
  about:
    '除了你对其使用我的指令的那一条消息，我不读取任何消息；对你的提问，我既不保留你的名字，也不保留你的 ID。',
  questions: '问题',
  kept: ({ questionDays, questions }) =>
    `本服务器保留没有得到确定回答的问题，以及回答得到过 👍 或 👎 的问题，不含提问者：保留到最后一次提问后 ${days(questionDays)}，` +
    `最多 ${of(questions, '个')}。本服务器的管理员能看到。`,
  askedAgain:
    '所有人都能看到回答的问题会留在内存里，直到我重新启动：管理员会看到文档的更改是否会使回答不同。',
  off: '本服务器不保留问题：管理员已关闭这项功能。',
  away: '这里不保留任何问题，也不保留评价和举报：只有添加了我的服务器才会保留。',
  wanted: `用 ${names.private}：True 提的问题从不保留。`,
  pace: '我会在内存里记住你在一分钟内提问了几次。',
  said: '评价和举报',
  thumbs: '👍 和 👎 与相应的问题保留得一样久。管理员能看到有多少，但看不到是谁的。',
  reports: ({ reportDays, reports }) =>
    `举报连同原因、你的说明、问题和段落保留 ${days(reportDays)}，每个服务器最多 ${of(reports, '条')}。` +
    '该服务器的管理员会看到，但看不到是谁提交的。',
  hashed: '评价和举报是谁的，只以哈希值的形式保存，所用的密钥不在数据库里。你删除时，就是靠它找到你的那些。',
  moderators: '管理员的操作',
  history: ({ draftDays }) =>
    '会保留服务器的设置和文档，以及谁发布、放弃、设置或略过了什么的历史记录，其中有管理员的 ID；' +
    `备注带有作者的 ID。该服务器的管理员能看到。预览保留 ${days(draftDays)}。`,
  ends: '何时结束',
  left: ({ guildDays }) =>
    `服务器移除我、并且最后一次有人在那里使用我之后 ${days(guildDays)}，属于该服务器的一切都会删除。`,
  host: '托管我的人能读取数据库。我的日志里没有问题和 ID，除非托管者为了查找故障而让日志更详细。',
  delete: '删除我的数据',
  sure: '要删除你在所有服务器里的评价和举报吗？此操作无法撤销。问题会留下，因为无从知道哪些是你的。',
  yes: '删除',
  no: '保留',
  deleted: ({ thumbs, reports }) =>
    thumbs + reports === 0
      ? '没有你的评价，也没有你的举报。'
      : `已删除你的 ${of(thumbs, '个评价')}和 ${of(reports, '条举报')}。`,
};
