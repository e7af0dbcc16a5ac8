import type { Copy } from '../copy.js';
import { names } from './names.js';
import { date, documents, list, number, of } from './phrases.js';

export const sources: Copy['sources'] = {
  description: '列出回答所依據的文件及其媒體，或顯示一份文件',
  document: '要查看結構和來源的文件',
  title: (count) => `回答所依據的 ${documents(count)}`,
  none: '還沒有文件。架設此機器人的人可以在知識資料夾裡新增。',
  paragraphs: (count) => of(count, '個段落'),
  beforeHeadings: '開頭',
  outlets: (shown, count) =>
    `依據 ${of(count, '家媒體')}：${shown.join('、')}${count > shown.length ? `，另有 ${of(count - shown.length, '家')}` : ''}`,
  sections: '章節',
  behind: '各句所依據的媒體',
  sentences: (count) => of(count, '句'),
  moreLinks: (count) => `另有 ${of(count, '個')}`,
  searchIn: '在其中搜尋',
  words: '關鍵字',
  which: '可能是其中幾份文件。你指哪一份？',
  choose: '選擇一份文件',
  unknown: (asked) => `沒有名為「${asked}」的文件。請從輸入時出現的清單中選擇。`,
};

export const search: Copy['search'] = {
  description: '依字詞尋找段落，引號中的字詞照原樣尋找',
  query: '要尋找的字詞；「引號中」的照原樣尋找',
  document: '只在一份文件中搜尋',
  private: '結果只給你看',
  searched: '搜尋：',
  filtered: ({ document, since, until }) =>
    [
      ...(document === undefined ? [] : [`在《${document}》中`]),
      ...(since === undefined ? [] : [`自${date(since)}起`]),
      ...(until === undefined ? [] : [`至${date(until)}止`]),
    ].join(' · '),
  results: (first, last, count) =>
    count === 1 ? '1 筆結果' : `第 ${number(first)}–${number(last)} 筆結果，共 ${number(count)} 筆`,
  most: (count) => `只顯示最相關的 ${number(count)} 筆；多加幾個字詞可以縮小範圍。`,
  none: '沒有找到。',
  withoutQuotes: '引號中的字詞照原樣尋找。去掉引號可以找到更多。',
  withoutFilters: '去掉文件或日期，可以搜尋更多內容。',
  otherWords: `試試較少或其他的字詞；輸入時會出現建議。/${names.sources} 會列出現有的文件。`,
  gone: '這份文件已經不在了。請重新使用指令。',
};

export const dates: Copy['dates'] = {
  since: '從這個日期起：2025、2025-07、2025年7月28日',
  until: '到這個日期止：2025、2025-07、2025年7月28日',
  wrong: (text) =>
    `看不懂日期「${text}」。可以這樣寫：2025、2025-07、2025-07-28、2025年7月、2025年7月28日或 July 2025。`,
  reversed: (since, until) =>
    `${date(since)}晚於${date(until)}。請把較早的日期填在「${names.since}」，較晚的填在「${names.until}」。`,
};

export const timeline: Copy['timeline'] = {
  description: '文件記載的事件及其日期，依先後排列，並附來源',
  topic: '公司、晶片、聯盟、政策、人物或字詞；不填則顯示全部',
  of: '時間軸：',
  all: '文件中所有註明日期的事件',
  days: (some) => some.map(date).join('–'),
  filtered: ({ since, until }) =>
    [
      ...(since === undefined ? [] : [`自${date(since)}起`]),
      ...(until === undefined ? [] : [`至${date(until)}止`]),
    ].join(' · '),
  statements: (first, last, count) =>
    count === 1
      ? '1 筆註明日期的記載'
      : `第 ${number(first)}–${number(last)} 筆，共 ${number(count)} 筆註明日期的記載，最新的在最後`,
  earlier: (count) =>
    `之前還有更多：只查看最後 ${number(count)} 筆。在「${names.until}」中填日期可查看更早的。`,
  none: '文件沒有與此相關的日期。',
  otherTime: '去掉日期，可以看到所有註明日期的內容。',
  otherTopic: '去掉主題，或從輸入時出現的名稱中選擇。',
  nearest: (some) => `相近的名稱：${list(some)}。`,
};

const kinds: Readonly<Record<string, string>> = {
  alliance: '聯盟',
  association: '協會',
  chip: '晶片',
  company: '公司',
  event: '活動',
  foundation: '基金會',
  fund: '基金',
  'government body': '政府機構',
  method: '方法',
  model: '模型',
  outlet: '媒體',
  person: '人物',
  policy: '政策',
  programme: '計畫',
  'research institute': '研究機構',
  software: '軟體',
  'standards body': '標準機構',
  system: '系統',
};

export const profile: Copy['profile'] = {
  description: '文件對一家公司、晶片、聯盟、政策或人物的記載，並附來源',
  name: '名稱；輸入時會出現文件中的名稱',
  of: '檔案資料：',
  kind: (kind) => kinds[kind] ?? kind,
  also: (some) => `又名：${some.join('、')}`,
  chinese: (some) => `中文名：${some.join('、')}`,
  named: (count) => `文件中有 ${of(count, '句')}提到`,
  undated: '文件沒有與此相關的日期。文件還寫道：',
  related: '查看一同出現的名稱',
  together: (count) => `一同出現在 ${of(count, '個段落')}中`,
  unknown: (asked) => `文件中沒有我認識的名稱「${asked}」。`,
  nearest: '最相近的名稱：',
  choose: '選擇一個名稱',
  ask: `可以用 /${names.ask} 提問，或用 /${names.search} 尋找這些字詞。`,
};
