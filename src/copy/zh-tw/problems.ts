import type {
  Content,
  FieldFault,
  NamedField,
  SentenceFault,
  UnreadableReason,
} from '../../documents/problem.js';
import type { Of, Problems } from '../problem-texts.js';
import { pageProblems } from './page-problems.js';
import { characters as inCharacters, megabytes, number, of } from './phrases.js';

const SPLIT = '請拆成幾份文件。';

export const problems: Problems = {
  'not-utf8': () => '不是 UTF-8 文字。請用 UTF-8 編碼重新儲存。',
  'encoding-declared': ({ declared, encoding }) =>
    `宣告的編碼是 ${declared}，但實際位元組是 ${encoding}，已按後者讀取。如果開頭幾行不對，請用 UTF-8 重新儲存。`,
  'encoding-guessed': ({ encoding }) =>
    `沒有說明編碼，已按 ${encoding} 讀取。如果開頭幾行不對，請用 UTF-8 重新儲存。`,
  'invalid-bytes': ({ places, encoding }) =>
    `有 ${of(places, '處')}位元組不是 ${encoding} 文字，都顯示為 �。請從原處用 UTF-8 重新儲存。`,
  'nul-bytes': () => '含有 NUL 位元組，所以不是文字。是不是另一種檔案用錯了副檔名？',
  'too-large': ({ bytes, most }) => `大小為 ${megabytes(bytes)}，最多讀取 ${megabytes(most)}。${SPLIT}`,
  'unknown-format': ({ extension }) =>
    `格式無法讀取（${extension || '沒有副檔名'}）。請使用 Markdown、純文字、HTML、PDF、Word（.docx）、郵件（.eml）或字幕（.srt、.vtt）。`,
  'other-content': ({ extension, content }) =>
    `副檔名是 ${extension}，內容卻是${CONTENTS[content]}。請改成與內容相符的副檔名，或新增你本來要的檔案。`,
  empty: () => '沒有文字。請寫入內容，或移除這個檔案。',
  'made-by-script': () =>
    '檔案裡沒有文字：開啟時才由腳本產生頁面。請在瀏覽器中開啟，存為 PDF 或把文字複製到檔案裡，再以附件新增。',
  'front-matter': (fault) => whatIsWrongWithFrontMatter(fault),
  'leaves-folder': () => '指向知識資料夾之外。請把檔案複製到資料夾裡。',
  'same-id': ({ id, other }) => `標識會是「${id}」，與 ${other} 相同。請給其中一個改名。`,
  'too-slow': ({ seconds }) => `讀取超過 ${seconds} 秒。請簡化：層層巢狀的清單或表格最費時間。`,
  'too-deep': () => '巢狀太深，無法讀取。請減少清單、引用或文字方塊的層數。',
  'too-much-memory': ({ megabytes: most }) => `讀取所需記憶體超過 ${most} MB。${SPLIT}`,
  unreadable: (problem) => `無法讀取：${'reason' in problem ? UNREADABLE[problem.reason] : problem.detail}`,
  'footnote-undefined': ({ name }) =>
    `腳註 [^${name}] 被使用但沒有來源。請加一行「[^${name}]: 發布者, 日期, <網址>」。`,
  'footnote-source': ({ name }) => `腳註 [^${name}] 沒有寫明來源。請寫成「發布者, 日期, <網址>」。`,
  'quoted-left-out': ({ lines }) =>
    `有 ${of(lines, '行')}引自其他郵件，已略去。如果需要，請新增那些郵件本身。`,
  glossary: ({ detail }) => `不是術語表：${detail}`,
  'judged-questions': ({ detail }) => `不是評定問題的清單：${detail}`,
  'judged-question': ({ question }) => `「${question}」須寫明文件，或寫 declined: true。`,
  'known-questions': ({ detail }) => `不是已知問題的清單：${detail}`,
  'known-question': (problem) => `已知問題「${problem.question}」${whatIsWrongWithKnownQuestion(problem)}`,
  'reads-differently': () => '在這個版本的機器人中讀出的內容與發布時不同。再次發布之前，請比較兩者。',
  kept: (because, revision) => `${because}在能夠重新讀取之前，保持版本 ${revision} 中的樣子。`,
  withdrawn: () => '含有已撤回的文字，已略去。請移除這個檔案，或自己另寫一份。',
  altered: () =>
    '在資料庫中已損壞，任何回答都不會引用它。請重新整理或重新新增並發布，或由架設機器人的人還原備份。',
  encrypted: () => '有密碼保護。請另存一份沒有密碼的再新增。',
  damaged: ({ format }) => `不是完整的 ${format} 檔案。請用能讀取它的程式開啟，重新儲存後再新增。`,
  'no-text-in-pages': ({ pages }) =>
    `有 ${of(pages, '頁')}圖片而沒有文字。請先做文字辨識（OCR），或直接新增文字。`,
  'fonts-not-in-file': ({ isEmpty }) =>
    `含有中文、日文或韓文，但字型不在檔案裡，${isEmpty ? '此外沒有其他文字' : '讀出的內容缺少這些文字'}。請嵌入字型後重新儲存，或直接新增文字。`,
  'glyphs-unknown': (problem) => `${lostCharacters(problem)}請用其他程式重新儲存，或直接新增文字。`,
  'too-many-pages': ({ pages, most }) => `有 ${of(pages, '頁')}，最多讀取 ${number(most)} 頁。${SPLIT}`,
  'too-large-unpacked': ({ most }) => `解壓縮後超過 ${megabytes(most)}。請去掉圖片和附件，或拆開。`,
  'too-much-read': () => '讀出的內容對一個檔案來說太多。請拆成幾個。',
  'too-much-text': ({ characters, most }) =>
    `有 ${inCharacters(characters)}，最多讀取 ${number(most)} 個。${SPLIT}`,
  'too-many': ({ what, count, most }) =>
    `有 ${of(count, { sentences: '個句子', paragraphs: '個段落' }[what])}，最多讀取 ${number(most)} 個。${SPLIT}`,
  'too-much-in-all': ({ size, most }) =>
    `連同標題和來源共 ${megabytes(size)}，最多儲存 ${megabytes(most)}。請縮短標題，或拆成幾份文件。`,
  'stacked-marks': ({ most }) => `一個字母上有超過 ${most} 個重音或其他符號，會遮住周圍的文字。請去掉它們。`,
  'too-long': ({ field, characters, most }) =>
    field === 'address'
      ? `有一個 ${inCharacters(characters)}的網址，已略去，因為最多讀取 ${number(most)} 個。請使用較短的網址。`
      : `${NAMED[field]}有 ${inCharacters(characters)}，只保留前 ${number(most)} 個。請縮短。`,
  unbroken: ({ characters, most }) =>
    `有 ${inCharacters(characters)}連續沒有空格，被切成每段 ${number(most)} 個：切開的內容沒有人能找到。如果不是文字，請去掉；否則請加上空格和句號。`,
  'unseen-characters': ({ count }) =>
    `有 ${of(count, '個看不見的字元')}，看上去可能與實際內容不同。如果不是有意的，請去掉。`,
  'more-problems': ({ count }) => `還有 ${of(count, '個問題')}。請先解決上面的。`,
  ...pageProblems,
};

export const atLine = (line: number) => `第 ${line} 行：`;

const CONTENTS: Readonly<Record<Content, string>> = {
  html: '網頁（HTML）',
  pdf: ' PDF',
  docx: ' Word 文件',
  rtf: ' RTF 文件',
  json: '資料（JSON）',
  archive: '壓縮檔或其他程式的文件',
};

const NAMED: Readonly<Record<Exclude<NamedField, 'address'>, string>> = {
  title: '題目',
  heading: '一個標題',
  publisher: '一個發布者',
  author: '一個作者',
  tag: '一個標籤',
};

function lostCharacters({ share, leftOut, isEmpty }: Of<'glyphs-unknown'>): string {
  const percent = share < 0.01 ? '不到 1%' : ` ${Math.round(share * 100)}% `;
  const unknown = `沒有說明${percent}的字元是什麼`;
  if (isEmpty) return `${unknown}，所以完全無法讀取文字。`;
  const shown = `${unknown}：這些地方顯示為 \ufffd`;
  if (leftOut.length === 0) return `${shown}。`;
  const some = leftOut.slice(0, 10).join('、') + (leftOut.length > 10 ? ' 等' : ' ');
  return `${shown}；第 ${some}頁超過十分之一的字元如此，已略去。`;
}

function whatIsWrongWithKnownQuestion(problem: Of<'known-question'>): string {
  switch (problem.fault) {
    case 'too-long':
      return `有 ${inCharacters(problem.characters)}，已略去，因為最多讀取 ${problem.most} 個。請縮短。`;
    case 'duplicate':
      return '已經有了，只讀一次。請在一處寫上回答它的所有句子。';
    case 'too-many':
      return `及其後的問題已略去，因為最多讀取 ${number(problem.most)} 個。`;
    default:
      return WITHOUT_SENTENCE[problem.fault](problem.document, problem.text);
  }
}

const WITHOUT_SENTENCE: Readonly<Record<SentenceFault, (document: string, text: string) => string>> = {
  'no-document': (document) => `的答案在一份不存在的文件裡（${document}）。請寫明現在含有該句的文件。`,
  'not-found': (document, text) =>
    `的答案是 ${document} 裡已經沒有的句子：「${text}」請寫明現在回答它的句子，或去掉這個問題。`,
  'not-unique': (document, text) =>
    `的答案在 ${document} 裡出現不止一次：「${text}」請寫一個只出現一次的句子。`,
};

function whatIsWrongWithFrontMatter(fault: Of<'front-matter'>): string {
  switch (fault.fault) {
    case 'yaml':
      return `檔案前置資料有誤：${fault.detail}。能讀的部分已經讀取；請改正後重新新增。`;
    case 'not-closed':
      return '檔案前置資料有誤：末尾缺少 --- 一行。請加上。';
    case 'no-fields':
      return '檔案前置資料有誤：必須是欄位的清單，每個寫成「name: value」。已略去。';
    case 'draft':
      return '檔案前置資料說明這是草稿。只有可以引用時才在這裡發布。';
    case 'unknown':
      return `檔案前置資料有未知的欄位 ${fault.field}，已略去。如果是拼字錯誤，請改正後重新新增。`;
    default:
      return `檔案前置資料有誤：${fault.field}：${FIELD_FAULTS[fault.fault]}。其中的內容已略去。`;
  }
}

const FIELD_FAULTS: Readonly<Record<FieldFault, string>> = {
  text: '必須是文字',
  'not-empty': '不能為空',
  date: '必須是日期：YYYY、YYYY-MM 或 YYYY-MM-DD',
  address: '必須是以 http:// 或 https:// 開頭的網址',
  'user-name': '必須是不含使用者名稱的網址：@ 前面的內容會被當成網站',
  language: '必須是語言標籤，如 en 或 zh-Hans',
};

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'no-permission': '機器人沒有讀取權限。請給它權限。',
  missing: '檔案不在那裡。請放回去，或移除指向它的連結。',
  'link-to-itself': '這是一個指向自己的連結。請換成檔案本身。',
  'not-ordinary': '它不是普通檔案。請換成普通檔案。',
  replaced: '開啟時它被替換了。請再試一次。',
};
