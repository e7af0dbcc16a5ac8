import type { Copy } from '../copy.js';
import { names } from './names.js';
import { number, of } from './phrases.js';

export const report: Copy['report'] = {
  offer: '回答有什么不对吗？告诉本服务器的管理员吧。',
  button: '举报',
  title: '举报一个回答',
  passage: '哪个段落',
  reason: '哪里不对',
  reasons: {
    'not-said': '文档没有这么说',
    outdated: '内容已过时',
    source: '来源有误',
    'no-answer': '没有回答问题',
    other: '其他',
  },
  words: '你的说明',
  wordsHint: '本服务器的管理员会看到，但看不到是谁写的',
  thanks: `谢谢。本服务器的管理员会看到你的举报和该段落，但看不到是谁提交的。用 /${names.privacy} 可以删除。`,
  notTaken: '本服务器不保留成员对回答的评价，所以没有提交举报。',
  gone: '这个段落已不再保留，所以没有提交举报。请重新提问。',

  list: (count) => `成员的 ${of(count, '条举报')}`,
  see: (count) => `举报（${number(count)}）`,
  none: ({ reportDays }) => `没有举报。成员按下 👎 之后可以举报回答；举报保留 ${of(reportDays, '天')}。`,
  said: (words) => `“${words}”`,
  sent: '提交于 ',
  shown: ({ shared, guild }) =>
    ` · 显示时为版本 ${shared}${guild === undefined ? '' : `，以及本服务器自己的版本 ${guild}`}`,
  changed: (title) => `《${title}》里已经没有这个段落。原文是：`,
};
