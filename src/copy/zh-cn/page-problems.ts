import type { PageProblems } from '../problem-texts.js';
import { megabytes } from './phrases.js';

export const pageProblems: PageProblems = {
  'page-address': ({ reason }) => ADDRESSES[reason],
  'page-private': ({ host }) => `指向内部网络（${host}），而只抓取公开的网页。请保存网页，再以附件添加。`,
  'page-robots': ({ host }) =>
    `不允许机器人抓取：${host} 的 robots.txt 这样规定。如果你有权使用，请保存网页，再以附件添加。`,
  'page-robots-unknown': ({ host, status }) =>
    `不清楚是否允许机器人抓取：读取 robots.txt 时 ${host} 返回 ${status}。请稍后再试。`,
  'page-robots-unread': ({ host }) =>
    `不清楚是否允许机器人抓取：${host} 的 robots.txt 无法读取。请稍后再试；如果你有权使用，也可以保存网页，再以附件添加。`,
  'page-redirects': ({ most }) => `重定向超过 ${most} 次。请使用最终到达的网址。`,
  'page-type': ({ contentType }) =>
    `不是可读的网页（${contentType || '服务器没有说明类型'}）。请使用 HTML、纯文本、Markdown、PDF 或 Word（.docx）。`,
  'page-too-large': ({ most }) => `超过 ${megabytes(most)}。请只保存需要的部分，再以附件添加。`,
  'page-too-slow': ({ seconds }) => `${seconds} 秒内没有收到。请稍后再试，或保存网页，再以附件添加。`,
  'page-gone': ({ status }) => `已经不存在（${status}）。请检查网址，或寻找存档。`,
  'page-status': ({ status }) => `被服务器拒绝（${status}）。请稍后再试，或保存网页，再以附件添加。`,
  'page-no-host': ({ host }) => `找不到：没有 ${host} 这个网站。请检查网址。`,
  'page-no-connection': ({ detail }) => `无法连接（${detail}）。请稍后再试，或保存网页，再以附件添加。`,
  'attachment-foreign': () => '不是 Discord 的附件。请把文件附在指令上。',
  'attachment-status': ({ status }) => `没有从 Discord 收到（HTTP ${status}）。请重新附上文件。`,
  'attachment-too-slow': () => '从 Discord 获取的时间过长。请再试一次。',
  'attachment-no-connection': () => '无法连接 Discord，没有取到文件。请再试一次。',
};

const ADDRESSES = {
  scheme: '不是网页的网址。请使用以 https:// 或 http:// 开头的网址。',
  password: '含有用户名或密码。请使用不含它们的网址。',
  'too-long': '作为网址太长。请保存网页，再以附件添加。',
  port: '使用了不常见的端口，而只抓取公开的网页。请保存网页，再以附件添加。',
} as const;
