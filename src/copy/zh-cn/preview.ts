import type { ChangedField } from '../../documents/diff.js';
import type { SentenceFault } from '../../documents/problem.js';
import type { Copy } from '../copy.js';
import { changes } from './changes.js';
import { names } from './names.js';
import { knownQuestions, number, of, passages, questions } from './phrases.js';

type Knowledge = Copy['knowledge'];

export const collection: Knowledge['collection'] = {
  option: '哪些文档；默认是本服务器自己的，在主服务器则是共享的',
  names: { server: '本服务器自己的', shared: '共享的，所有服务器都能看到' },
  title: (isShared) => (isShared ? '共享文档' : '本服务器的文档'),
  text: (isShared) => (isShared ? '共享文档' : '本服务器的文档'),
};

export const preview: Knowledge['preview'] = {
  title: (kind, isShared, rollbackTo) => {
    const what = collection.text(isShared);
    if (kind === 'rollback')
      return `预览：${what}回退到${rollbackTo === 0 ? '第一个版本之前' : `版本 ${rollbackTo}`}`;
    const titles = {
      first: '首次发布',
      refresh: '刷新',
      add: '添加到',
      remove: '移除自',
      teach: '已知问题：',
    };
    return `预览：${titles[kind]}${what}`;
  },
  notLive: (until) => ['发布之前不会生效。这份预览保留到 ', until],
  passages: (before, after) =>
    before === after ? passages(after) : `${passages(after)}，现有 ${number(before)} 个`,
  glossary: '名称和同义词有更改',
  knownQuestions: (signed) => `已知问题 ${signed}`,
  wording: { added: '+ ', removed: '− ', changed: '~ ' },
  moreQuestions: (count) => `另有 ${knownQuestions(count)}`,
  added: '新增',
  removed: '移除',
  changed: '更改：',
  problems: '问题',
  questionProblems: (count) => `已知问题有 ${of(count, '处不妥')}，详见完整预览`,
  warnings: '请先看这里',
  says: '内容，按引用时的样子',
  moreOpenings: (count) => `另有 ${of(count, '节')}`,
  leaveOut: (count) => `略去 ${of(count, '份无法读取的文档')}`,
  size: passages,
  fields: (fields) => `同时更改：${fields.map((one) => FIELDS[one]).join('、')}`,
  onlyFields: (fields) => `只更改了：${fields.map((one) => FIELDS[one]).join('、')}`,
  moreLines: (count) => `另有 ${of(count, '个段落有更改')}`,
  more: (count) => `另有 ${number(count)} 个`,
  warning: (warning) => {
    switch (warning.kind) {
      case 'no-passages':
        return `《${warning.title}》没有可供引用的文字。`;
      case 'not-found-by-title':
        return `搜索“${warning.title}”时，最先找到的不是这份文档。更清楚的标题会有帮助。`;
      case 'replaces':
        return `《${warning.title}》会取代同名的《${warning.before}》（${warning.id}）。如果不是同一份文档，请放弃，并给文件换个名字。发布需要再按一次。`;
      case 'shrinks':
        return `段落会减少一半以上：从 ${number(warning.before)} 个到 ${number(warning.after)} 个。发布需要再按一次。`;
    }
  },
  answers: (changed, compared) =>
    changed === 0
      ? `回答：${questions(compared)}的回答都不会改变。`
      : `回答：${questions(compared)}中有 ${number(changed)} 个的回答会改变`,
  before: '− ',
  after: '+ ',
  noAnswer: '（文档没有回答）',
  quoted: {
    answered: (text, document) => `“${text}”（${document}）`,
    unsure: (text, document) => `最接近的是：“${text}”（${document}）`,
  },
  publish: '发布',
  publishAnyway: '仍然发布',
  discard: '放弃',
  correct: '更正来源',
  again: '重新预览',
  whole: '显示完整预览',
  sureToo: '如果确实要这样，请按“仍然发布”。',
};

export const proposal: Knowledge['proposal'] = {
  unchanged: '不会有任何变化：要发布的内容已经生效。',
  busy: (who, since) => [who, ' 从 ', since, ' 起正在准备更改这些文档。请等完成后再试。'],
  refused: (refusal) => {
    switch (refusal.kind) {
      case 'over-limit':
        if (refusal.limit === 'knownQuestions')
          return `这样会有 ${knownQuestions(refusal.wanted)}，最多保留 ${number(refusal.most)} 个。请先移除一些：/${names.knowledge} ${names.questions}（${names.view}：已知）会列出它们。`;
        return `这样本服务器会有 ${changes.limits[refusal.limit](refusal.wanted)}，最多允许 ${changes.limits[refusal.limit](refusal.most)}。请用 /${names.knowledge} ${names.remove} 移除一些，或请托管此机器人的人放宽上限。`;
      case 'no-document':
        return `本服务器没有自己的文档“${refusal.document}”。请从输入时出现的列表中选择。`;
      case 'no-revision':
        return `没有版本 ${refusal.revision}。请从输入时出现的列表中选择。`;
      case 'let-go':
        return `版本 ${refusal.revision} 太旧，无法回退：它的文档已不再保留。请从输入时出现的列表中选择较新的。`;
      case 'in-folder':
        return `《${refusal.document}》是来自知识文件夹的共享文档。请在那里移除文件，再用 /${names.knowledge} ${names.refresh}（${names.collection}：共享的）。`;
      case 'withdrawn':
        return `《${refusal.document}》的文本已被撤回，不能再发布。请添加其他文本。`;
      case 'no-sentence':
        return NO_SENTENCE[refusal.fault](refusal.document);
      case 'question-too-long':
        return `已知问题最多 ${refusal.most} 个字符。请缩短。`;
      case 'question-in-folder':
        return `“${refusal.question}”是知识文件夹里的已知问题。请在其 asked 文件夹中更改文件，再用 /${names.knowledge} ${names.refresh}（${names.collection}：共享的）。`;
      case 'too-long':
        return `超过 ${of(refusal.minutes, '分钟')}，已停止。没有任何变化。请再试一次，或先移除最大的文档。`;
    }
  },
};

export const published: Knowledge['published'] = {
  done: (revision, who) => [`已发布为版本 ${revision}，发布者：`, who, '。'],
  next: `从现在起成员会得到依据它的回答。/${names.knowledge} ${names.rollback} 可以回退到较早的版本。`,
  stale: (base, current) =>
    `预览之后文档有了变化：预览依据版本 ${base}，而现在生效的是版本 ${current}。没有发布任何内容。请重新预览，看看现在会有什么变化。`,
  gone: '这份预览已经发布或放弃，或者超过一天。刚才没有更改任何内容。请重新使用指令。',
  withdrawn: (titles) =>
    `预览之后，其中有文本被撤回：${titles.join('、')}。没有发布任何内容。请去掉它重新预览。`,
  undo: '撤销',
  since: (revision, live) => `版本 ${revision} 之后又有发布：现在生效的是版本 ${live}。这些也会一并撤销。`,
  discarded: '已放弃。没有任何变化。',
};

export const correction: Knowledge['correction'] = {
  title: '更正来源',
  fields: {
    title: '标题',
    publisher: '发布者',
    author: '作者',
    published: '发布日期',
    url: '原文网址',
  },
  dateHint: 'YYYY、YYYY-MM 或 YYYY-MM-DD',
  badDate: (text) => `“${text}”不是 YYYY、YYYY-MM 或 YYYY-MM-DD 形式的日期，所以日期保持原样。`,
  badUrl: (text) => `“${text}”不是以 https:// 或 http:// 开头、且 @ 前没有用户名的网址，所以网址保持原样。`,
};

const NO_SENTENCE: Readonly<Record<SentenceFault, (document: string) => string>> = {
  'no-document': (document) => `已经没有文档“${document}”。请另选段落。`,
  'not-found': (document) => `《${document}》有了变化，已没有这句话。请重新查找这一段，选择现在的句子。`,
  'not-unique': (document) => `《${document}》里这句话不止一处，无法确定由哪一处回答。请另选句子。`,
};

const FIELDS: Readonly<Record<ChangedField, string>> = {
  title: '标题',
  source: '来源',
  tags: '标签',
  'sentence-sources': '句子的来源',
  headings: '小标题',
  pages: '页码',
  order: '段落顺序',
  layout: '版式',
  remarks: '读取时的备注',
};
