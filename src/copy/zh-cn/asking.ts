import type { Copy } from '../copy.js';
import { names } from './names.js';
import { date, number, of, questions, shortDate } from './phrases.js';

export const ask: Copy['ask'] = {
  description: '询问中国的 AI 联盟：回答逐字引自文档，并附来源',
  question: '你想知道什么',
  private: '回答只给你看，也不保留你的问题',
  summary: (excerpts, asOf, revision) =>
    [of(excerpts, '段引文'), ...(asOf === undefined ? [] : [`文档截至${shortDate(asOf)}`]), revision].join(
      ' · ',
    ),
  revision: ({ shared, guild }) =>
    guild === undefined ? `版本 ${shared}` : `版本 ${shared} · 本服务器的版本 ${guild}`,
  context: '上下文',
  inContext: '粗体文字在原文中的位置',
  more: '更多',
  further: '更多引文，与问题的关系较远',
  cite: '引用',
  share: '分享',
  askedBy: (who) => ['提问者：', who],
  again: '再问一次',
  notLive: (then, now) => `以上内容出自${then}；现在使用的是${now}。`,
  letGo: (then) => `以上内容出自${then}，其文档已不再保留。再问一次，看看文档现在怎么说。`,
  withdrawn: '这里引用过的一段文字已被撤下。再问一次，看看文档现在怎么说。',
  unsure: '以下内容最接近，请看看是否回答了你的问题：',
  none: '文档没有回答这个问题。',
  missing: ({ asked, nearest, isNowhere }) =>
    `${isNowhere ? '所有文档里都没有' : '最接近的内容里没有'}${asked}${nearest === undefined ? '' : `；最接近的说的是${nearest}`}。`,
  asOf: (day) => `截至${date(day)}：这里引用的内容到此为止`,
  next: '换个说法也许能找到：一次问一件事，用上你知道的名称。',
  moderatorsSee: '本服务器的管理员会看到哪些问题没有得到回答。',
  about: '我了解中国的 AI 联盟。例如，我能回答这样的问题：',
  examples: ['模芯生态创新联盟有哪些公司？', 'FlagOS 2.0 是什么时候发布的？'],
  closestButton: '最接近的段落',
  closest: '最接近的段落，也许有用，但不是答案：',
  nothingNear: `文档里已经没有接近的内容。换个说法也许能找到更多；/${names.sources} 会列出现有的文档。`,
  tooMany: (perMinute) => `超过了本服务器每分钟 ${questions(perMinute)}的上限。你可以再次提问的时间：`,
  related: '问一个相关的问题',
  up: '👍 有帮助',
  down: '👎 没帮助',
  thanks: '谢谢，已记下。管理员会看到回答有多少次帮上了忙，但看不到是谁说的。',
  notCounted: '本服务器已不再保留问题，所以没有记下你的评价。',
};

export const cite: Copy['cite'] = {
  plain: '纯文本',
  markdown: 'Markdown',
  wikipedia: 'Wikipedia',
  bibtex: 'BibTeX',
  words: {
    date,
    accessed: (day) => `查阅于 ${day}`,
    archived: (address) => `存档于 ${address}`,
  },
};

export const citation: Copy['citation'] = {
  paragraph: (at) => `第 ${at} 段`,
  page: (page) => `第 ${page} 页`,
  sources: () => '来源',
  archived: '存档',
  noSource: '未注明来源',
  more: (count) => `另有 ${of(count, '个')}`,
  old: (months) => (months < 36 ? `${of(months, '个月')}前` : `${of(Math.floor(months / 12), '年')}前`),
  moreItems: (count) => `列表中还有 ${of(count, '项')}`,
  differing: { sources: '来源说法不一', times: '不同时间' },
  undated: '未注明日期',
  asOf: (day) => `截至${date(day)}`,
  alsoIn: (titles, count) =>
    `另见${titles.map((title) => `《${title}》`).join('、')}${count > titles.length ? `等 ${number(count)} 份文档` : ''}`,
  date,
  shortDate,
};
