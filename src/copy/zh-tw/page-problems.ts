import type { PageProblems } from '../problem-texts.js';
import { megabytes } from './phrases.js';

export const pageProblems: PageProblems = {
  'page-address': ({ reason }) => ADDRESSES[reason],
  'page-private': ({ host }) => `指向內部網路（${host}），而只抓取公開的網頁。請儲存網頁，再以附件新增。`,
  'page-robots': ({ host }) =>
    `不允許機器人抓取：${host} 的 robots.txt 這樣規定。如果你有權使用，請儲存網頁，再以附件新增。`,
  'page-robots-unknown': ({ host, status }) =>
    `不清楚是否允許機器人抓取：讀取 robots.txt 時 ${host} 傳回 ${status}。請稍後再試。`,
  'page-robots-unread': ({ host }) =>
    `不清楚是否允許機器人抓取：${host} 的 robots.txt 無法讀取。請稍後再試；如果你有權使用，也可以儲存網頁，再以附件新增。`,
  'page-redirects': ({ most }) => `重新導向超過 ${most} 次。請使用最終到達的網址。`,
  'page-type': ({ contentType }) =>
    `不是可讀的網頁（${contentType || '伺服器沒有說明類型'}）。請使用 HTML、純文字、Markdown、PDF 或 Word（.docx）。`,
  'page-too-large': ({ most }) => `超過 ${megabytes(most)}。請只儲存需要的部分，再以附件新增。`,
  'page-too-slow': ({ seconds }) => `${seconds} 秒內沒有收到。請稍後再試，或儲存網頁，再以附件新增。`,
  'page-gone': ({ status }) => `已經不存在（${status}）。請檢查網址，或尋找存檔。`,
  'page-status': ({ status }) => `被伺服器拒絕（${status}）。請稍後再試，或儲存網頁，再以附件新增。`,
  'page-no-host': ({ host }) => `找不到：沒有 ${host} 這個網站。請檢查網址。`,
  'page-no-connection': ({ detail }) => `無法連線（${detail}）。請稍後再試，或儲存網頁，再以附件新增。`,
  'attachment-foreign': () => '不是 Discord 的附件。請把檔案附在指令上。',
  'attachment-status': ({ status }) => `沒有從 Discord 收到（HTTP ${status}）。請重新附上檔案。`,
  'attachment-too-slow': () => '從 Discord 取得的時間過長。請再試一次。',
  'attachment-no-connection': () => '無法連線 Discord，沒有取到檔案。請再試一次。',
};

const ADDRESSES = {
  scheme: '不是網頁的網址。請使用以 https:// 或 http:// 開頭的網址。',
  password: '含有使用者名稱或密碼。請使用不含它們的網址。',
  'too-long': '作為網址太長。請儲存網頁，再以附件新增。',
  port: '使用了不常見的連接埠，而只抓取公開的網頁。請儲存網頁，再以附件新增。',
} as const;
