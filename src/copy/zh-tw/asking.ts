import type { Copy } from '../copy.js';
import { names } from './names.js';
import { date, number, of, questions, shortDate } from './phrases.js';

export const ask: Copy['ask'] = {
  description: '詢問中國的 AI 聯盟：回答逐字引自文件，並附來源',
  question: '你想知道什麼',
  private: '回答只給你看，也不保留你的問題',
  summary: (excerpts, asOf, revision) =>
    [of(excerpts, '段引文'), ...(asOf === undefined ? [] : [`文件截至${shortDate(asOf)}`]), revision].join(
      ' · ',
    ),
  revision: ({ shared, guild }) =>
    guild === undefined ? `版本 ${shared}` : `版本 ${shared} · 本伺服器的版本 ${guild}`,
  context: '上下文',
  inContext: '粗體文字在原文中的位置',
  more: '更多',
  further: '更多引文，與問題的關係較遠',
  cite: '引用',
  share: '分享',
  askedBy: (who) => ['提問者：', who],
  again: '再問一次',
  notLive: (then, now) => `以上內容出自${then}；現在使用的是${now}。`,
  letGo: (then) => `以上內容出自${then}，其文件已不再保留。再問一次，看看文件現在怎麼說。`,
  withdrawn: '這裡引用過的一段文字已被撤下。再問一次，看看文件現在怎麼說。',
  unsure: '以下內容最接近，請看看是否回答了你的問題：',
  none: '文件沒有回答這個問題。',
  missing: ({ asked, nearest, isNowhere }) =>
    `${isNowhere ? '所有文件裡都沒有' : '最接近的內容裡沒有'}${asked}${nearest === undefined ? '' : `；最接近的說的是${nearest}`}。`,
  asOf: (day) => `截至${date(day)}：這裡引用的內容到此為止`,
  next: '換個說法也許能找到：一次問一件事，用上你知道的名稱。',
  moderatorsSee: '本伺服器的管理員會看到哪些問題沒有得到回答。',
  about: '我了解中國的 AI 聯盟。例如，我能回答這樣的問題：',
  examples: ['模芯生態創新聯盟有哪些公司？', 'FlagOS 2.0 是什麼時候發布的？'],
  closestButton: '最接近的段落',
  closest: '最接近的段落，也許有用，但不是答案：',
  nothingNear: `文件裡已經沒有接近的內容。換個說法也許能找到更多；/${names.sources} 會列出現有的文件。`,
  tooMany: (perMinute) => `超過了本伺服器每分鐘 ${questions(perMinute)}的上限。你可以再次提問的時間：`,
  related: '問一個相關的問題',
  up: '👍 有幫助',
  down: '👎 沒幫助',
  thanks: '謝謝，已記下。管理員會看到回答有多少次幫上了忙，但看不到是誰說的。',
  notCounted: '本伺服器已不再保留問題，所以沒有記下你的評價。',
};

export const cite: Copy['cite'] = {
  plain: '純文字',
  markdown: 'Markdown',
  wikipedia: 'Wikipedia',
  bibtex: 'BibTeX',
  words: {
    date,
    accessed: (day) => `查閱於 ${day}`,
    archived: (address) => `存檔於 ${address}`,
  },
};

export const citation: Copy['citation'] = {
  paragraph: (at) => `第 ${at} 段`,
  page: (page) => `第 ${page} 頁`,
  sources: () => '來源',
  archived: '存檔',
  noSource: '未註明來源',
  more: (count) => `另有 ${of(count, '個')}`,
  old: (months) => (months < 36 ? `${of(months, '個月')}前` : `${of(Math.floor(months / 12), '年')}前`),
  moreItems: (count) => `清單中還有 ${of(count, '項')}`,
  differing: { sources: '來源說法不一', times: '不同時間' },
  undated: '未註明日期',
  asOf: (day) => `截至${date(day)}`,
  alsoIn: (titles, count) =>
    `另見${titles.map((title) => `《${title}》`).join('、')}${count > titles.length ? `等 ${number(count)} 份文件` : ''}`,
  date,
  shortDate,
};
