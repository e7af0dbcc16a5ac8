import type { Copy } from '../copy.js';
import { documents, knownQuestions, megabytes, number, passages } from './phrases.js';

export const changes: Copy['changes'] = {
  counts: {
    added: (count) => `新增 ${number(count)}`,
    changed: (count) => `更改 ${number(count)}`,
    removed: (count) => `移除 ${number(count)}`,
    unchanged: (count) => `未变 ${number(count)}`,
  },
  named: {
    added: (titles) => `新增${titles}`,
    changed: (titles) => `更改${titles}`,
    removed: (titles) => `移除${titles}`,
  },
  titles: (titles, more) =>
    `${titles.map((title) => `《${title}》`).join('')}${more > 0 ? `等 ${number(titles.length + more)} 份` : ''}`,
  knownQuestions: (signed) => `已知问题 ${signed}`,
  glossary: '名称和同义词',
  kinds: {
    first: '首次发布',
    refresh: '刷新',
    add: '添加',
    remove: '移除',
    teach: '指定答案',
  },
  takedown: (document) => `《${document}》已撤回`,
  serverLeft: '机器人离开后清空',
  rollback: (revision) => `回退到版本 ${revision}`,
  rollbackToStart: '回退到第一个版本之前',
  letGo: '（已不再保留）',
  limits: {
    documents,
    bytes: (count) => `${megabytes(count)} 文本`,
    passages,
    storage: (count) => `${megabytes(count)} 文档及其文件`,
    knownQuestions,
  },
};
