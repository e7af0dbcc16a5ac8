import type { Copy } from '../copy.js';
import { names } from './names.js';
import { date, documents, list, number, of } from './phrases.js';

export const sources: Copy['sources'] = {
  description: '列出回答所依据的文档及其媒体，或显示一份文档',
  document: '要查看结构和来源的文档',
  title: (count) => `回答所依据的 ${documents(count)}`,
  none: '还没有文档。托管此机器人的人可以在知识文件夹里添加。',
  paragraphs: (count) => of(count, '个段落'),
  beforeHeadings: '开头',
  outlets: (shown, count) =>
    `依据 ${of(count, '家媒体')}：${shown.join('、')}${count > shown.length ? `，另有 ${of(count - shown.length, '家')}` : ''}`,
  sections: '章节',
  behind: '各句所依据的媒体',
  sentences: (count) => of(count, '句'),
  moreLinks: (count) => `另有 ${of(count, '个')}`,
  searchIn: '在其中搜索',
  words: '关键词',
  which: '可能是其中几份文档。你指哪一份？',
  choose: '选择一份文档',
  unknown: (asked) => `没有名为“${asked}”的文档。请从输入时出现的列表中选择。`,
};

export const search: Copy['search'] = {
  description: '按词语查找段落，引号中的词语按原样查找',
  query: '要查找的词语；“引号中”的按原样查找',
  document: '只在一份文档中搜索',
  private: '结果只给你看',
  searched: '搜索：',
  filtered: ({ document, since, until }) =>
    [
      ...(document === undefined ? [] : [`在《${document}》中`]),
      ...(since === undefined ? [] : [`自${date(since)}起`]),
      ...(until === undefined ? [] : [`至${date(until)}止`]),
    ].join(' · '),
  results: (first, last, count) =>
    count === 1 ? '1 条结果' : `第 ${number(first)}–${number(last)} 条结果，共 ${number(count)} 条`,
  most: (count) => `只显示最相关的 ${number(count)} 条；多加几个词可以缩小范围。`,
  none: '没有找到。',
  withoutQuotes: '引号中的词语按原样查找。去掉引号可以找到更多。',
  withoutFilters: '去掉文档或日期，可以搜索更多内容。',
  otherWords: `试试更少或其他的词语；输入时会出现建议。/${names.sources} 会列出现有的文档。`,
  gone: '这份文档已经不在了。请重新使用命令。',
};

export const dates: Copy['dates'] = {
  since: '从这个日期起：2025、2025-07、2025年7月28日',
  until: '到这个日期止：2025、2025-07、2025年7月28日',
  wrong: (text) =>
    `看不懂日期“${text}”。可以这样写：2025、2025-07、2025-07-28、2025年7月、2025年7月28日或 July 2025。`,
  reversed: (since, until) =>
    `${date(since)}晚于${date(until)}。请把较早的日期填在“${names.since}”，较晚的填在“${names.until}”。`,
};

export const timeline: Copy['timeline'] = {
  description: '文档记载的事件及其日期，按先后排列，并附来源',
  topic: '公司、芯片、联盟、政策、人物或词语；不填则显示全部',
  of: '时间线：',
  all: '文档中所有注明日期的事件',
  days: (some) => some.map(date).join('–'),
  filtered: ({ since, until }) =>
    [
      ...(since === undefined ? [] : [`自${date(since)}起`]),
      ...(until === undefined ? [] : [`至${date(until)}止`]),
    ].join(' · '),
  statements: (first, last, count) =>
    count === 1
      ? '1 条注明日期的记载'
      : `第 ${number(first)}–${number(last)} 条，共 ${number(count)} 条注明日期的记载，最新的在最后`,
  earlier: (count) =>
    `之前还有更多：只查看最后 ${number(count)} 条。在“${names.until}”中填日期可查看更早的。`,
  none: '文档没有与此相关的日期。',
  otherTime: '去掉日期，可以看到所有注明日期的内容。',
  otherTopic: '去掉主题，或从输入时出现的名称中选择。',
  nearest: (some) => `相近的名称：${list(some)}。`,
};

const kinds: Readonly<Record<string, string>> = {
  alliance: '联盟',
  association: '协会',
  chip: '芯片',
  company: '公司',
  event: '活动',
  foundation: '基金会',
  fund: '基金',
  'government body': '政府机构',
  method: '方法',
  model: '模型',
  outlet: '媒体',
  person: '人物',
  policy: '政策',
  programme: '计划',
  'research institute': '研究机构',
  software: '软件',
  'standards body': '标准机构',
  system: '系统',
};

export const profile: Copy['profile'] = {
  description: '文档对一家公司、芯片、联盟、政策或人物的记载，并附来源',
  name: '名称；输入时会出现文档中的名称',
  of: '档案：',
  kind: (kind) => kinds[kind] ?? kind,
  also: (some) => `又名：${some.join('、')}`,
  chinese: (some) => `中文名：${some.join('、')}`,
  named: (count) => `文档中有 ${of(count, '句')}提到`,
  undated: '文档没有与此相关的日期。文档还写道：',
  related: '查看一同出现的名称',
  together: (count) => `一同出现在 ${of(count, '个段落')}中`,
  unknown: (asked) => `文档中没有我认识的名称“${asked}”。`,
  nearest: '最相近的名称：',
  choose: '选择一个名称',
  ask: `可以用 /${names.ask} 提问，或用 /${names.search} 查找这些词语。`,
};
