import type { Copy } from '../copy.js';
import { documents, knownQuestions, megabytes, number, passages } from './phrases.js';

export const changes: Copy['changes'] = {
  counts: {
    added: (count) => `新增 ${number(count)}`,
    changed: (count) => `更改 ${number(count)}`,
    removed: (count) => `移除 ${number(count)}`,
    unchanged: (count) => `未變 ${number(count)}`,
  },
  named: {
    added: (titles) => `新增${titles}`,
    changed: (titles) => `更改${titles}`,
    removed: (titles) => `移除${titles}`,
  },
  titles: (titles, more) =>
    `${titles.map((title) => `《${title}》`).join('')}${more > 0 ? `等 ${number(titles.length + more)} 份` : ''}`,
  knownQuestions: (signed) => `已知問題 ${signed}`,
  glossary: '名稱和同義詞',
  kinds: {
    first: '首次發布',
    refresh: '更新',
    add: '新增',
    remove: '移除',
    teach: '指定答案',
  },
  takedown: (document) => `《${document}》已撤回`,
  serverLeft: '機器人離開後清空',
  rollback: (revision) => `還原到版本 ${revision}`,
  rollbackToStart: '還原到第一個版本之前',
  letGo: '（已不再保留）',
  limits: {
    documents,
    bytes: (count) => `${megabytes(count)} 文字`,
    passages,
    storage: (count) => `${megabytes(count)} 文件及其檔案`,
    knownQuestions,
  },
};
