import type { ChangedField } from '../../documents/diff.js';
import type { SentenceFault } from '../../documents/problem.js';
import type { Copy } from '../copy.js';
import { changes } from './changes.js';
import { names } from './names.js';
import { knownQuestions, number, of, passages, questions } from './phrases.js';

type Knowledge = Copy['knowledge'];

export const collection: Knowledge['collection'] = {
  option: '哪些文件；預設是本伺服器自己的，在主伺服器則是共用的',
  names: { server: '本伺服器自己的', shared: '共用的，所有伺服器都能看到' },
  title: (isShared) => (isShared ? '共用文件' : '本伺服器的文件'),
  text: (isShared) => (isShared ? '共用文件' : '本伺服器的文件'),
};

export const preview: Knowledge['preview'] = {
  title: (kind, isShared, rollbackTo) => {
    const what = collection.text(isShared);
    if (kind === 'rollback')
      return `預覽：${what}還原到${rollbackTo === 0 ? '第一個版本之前' : `版本 ${rollbackTo}`}`;
    const titles = {
      first: '首次發布',
      refresh: '更新',
      add: '新增到',
      remove: '移除自',
      teach: '已知問題：',
    };
    return `預覽：${titles[kind]}${what}`;
  },
  notLive: (until) => ['發布之前不會生效。這份預覽保留到 ', until],
  passages: (before, after) =>
    before === after ? passages(after) : `${passages(after)}，現有 ${number(before)} 個`,
  glossary: '名稱和同義詞有更改',
  knownQuestions: (signed) => `已知問題 ${signed}`,
  wording: { added: '+ ', removed: '− ', changed: '~ ' },
  moreQuestions: (count) => `另有 ${knownQuestions(count)}`,
  added: '新增',
  removed: '移除',
  changed: '更改：',
  problems: '問題',
  questionProblems: (count) => `已知問題有 ${of(count, '處不妥')}，詳見完整預覽`,
  warnings: '請先看這裡',
  says: '內容，按引用時的樣子',
  moreOpenings: (count) => `另有 ${of(count, '節')}`,
  leaveOut: (count) => `略去 ${of(count, '份無法讀取的文件')}`,
  size: passages,
  fields: (fields) => `同時更改：${fields.map((one) => FIELDS[one]).join('、')}`,
  onlyFields: (fields) => `只更改了：${fields.map((one) => FIELDS[one]).join('、')}`,
  moreLines: (count) => `另有 ${of(count, '個段落有更改')}`,
  more: (count) => `另有 ${number(count)} 個`,
  warning: (warning) => {
    switch (warning.kind) {
      case 'no-passages':
        return `《${warning.title}》沒有可供引用的文字。`;
      case 'not-found-by-title':
        return `搜尋「${warning.title}」時，最先找到的不是這份文件。更清楚的標題會有幫助。`;
      case 'replaces':
        return `《${warning.title}》會取代同名的《${warning.before}》（${warning.id}）。如果不是同一份文件，請放棄，並給檔案換個名字。發布需要再按一次。`;
      case 'shrinks':
        return `段落會減少一半以上：從 ${number(warning.before)} 個到 ${number(warning.after)} 個。發布需要再按一次。`;
    }
  },
  answers: (changed, compared) =>
    changed === 0
      ? `回答：${questions(compared)}的回答都不會改變。`
      : `回答：${questions(compared)}中有 ${number(changed)} 個的回答會改變`,
  before: '− ',
  after: '+ ',
  noAnswer: '（文件沒有回答）',
  quoted: {
    answered: (text, document) => `「${text}」（${document}）`,
    unsure: (text, document) => `最接近的是：「${text}」（${document}）`,
  },
  publish: '發布',
  publishAnyway: '仍然發布',
  discard: '放棄',
  correct: '更正來源',
  again: '重新預覽',
  whole: '顯示完整預覽',
  sureToo: '如果確實要這樣，請按「仍然發布」。',
};

export const proposal: Knowledge['proposal'] = {
  unchanged: '不會有任何變化：要發布的內容已經生效。',
  busy: (who, since) => [who, ' 從 ', since, ' 起正在準備更改這些文件。請等完成後再試。'],
  refused: (refusal) => {
    switch (refusal.kind) {
      case 'over-limit':
        if (refusal.limit === 'knownQuestions')
          return `這樣會有 ${knownQuestions(refusal.wanted)}，最多保留 ${number(refusal.most)} 個。請先移除一些：/${names.knowledge} ${names.questions}（${names.view}：已知）會列出它們。`;
        return `這樣本伺服器會有 ${changes.limits[refusal.limit](refusal.wanted)}，最多允許 ${changes.limits[refusal.limit](refusal.most)}。請用 /${names.knowledge} ${names.remove} 移除一些，或請架設此機器人的人放寬上限。`;
      case 'no-document':
        return `本伺服器沒有自己的文件「${refusal.document}」。請從輸入時出現的清單中選擇。`;
      case 'no-revision':
        return `沒有版本 ${refusal.revision}。請從輸入時出現的清單中選擇。`;
      case 'let-go':
        return `版本 ${refusal.revision} 太舊，無法還原：它的文件已不再保留。請從輸入時出現的清單中選擇較新的。`;
      case 'in-folder':
        return `《${refusal.document}》是來自知識資料夾的共用文件。請在那裡移除檔案，再用 /${names.knowledge} ${names.refresh}（${names.collection}：共用的）。`;
      case 'withdrawn':
        return `《${refusal.document}》的文字已被撤回，不能再發布。請新增其他文字。`;
      case 'no-sentence':
        return NO_SENTENCE[refusal.fault](refusal.document);
      case 'question-too-long':
        return `已知問題最多 ${refusal.most} 個字元。請縮短。`;
      case 'question-in-folder':
        return `「${refusal.question}」是知識資料夾裡的已知問題。請在其 asked 資料夾中更改檔案，再用 /${names.knowledge} ${names.refresh}（${names.collection}：共用的）。`;
      case 'too-long':
        return `超過 ${of(refusal.minutes, '分鐘')}，已停止。沒有任何變化。請再試一次，或先移除最大的文件。`;
    }
  },
};

export const published: Knowledge['published'] = {
  done: (revision, who) => [`已發布為版本 ${revision}，發布者：`, who, '。'],
  next: `從現在起成員會得到依據它的回答。/${names.knowledge} ${names.rollback} 可以還原到較早的版本。`,
  stale: (base, current) =>
    `預覽之後文件有了變化：預覽依據版本 ${base}，而現在生效的是版本 ${current}。沒有發布任何內容。請重新預覽，看看現在會有什麼變化。`,
  gone: '這份預覽已經發布或放棄，或者超過一天。剛才沒有更改任何內容。請重新使用指令。',
  withdrawn: (titles) =>
    `預覽之後，其中有文字被撤回：${titles.join('、')}。沒有發布任何內容。請去掉它重新預覽。`,
  undo: '復原',
  since: (revision, live) => `版本 ${revision} 之後又有發布：現在生效的是版本 ${live}。這些也會一併復原。`,
  discarded: '已放棄。沒有任何變化。',
};

export const correction: Knowledge['correction'] = {
  title: '更正來源',
  fields: {
    title: '標題',
    publisher: '發布者',
    author: '作者',
    published: '發布日期',
    url: '原文網址',
  },
  dateHint: 'YYYY、YYYY-MM 或 YYYY-MM-DD',
  badDate: (text) => `「${text}」不是 YYYY、YYYY-MM 或 YYYY-MM-DD 形式的日期，所以日期保持原樣。`,
  badUrl: (text) =>
    `「${text}」不是以 https:// 或 http:// 開頭、且 @ 前沒有使用者名稱的網址，所以網址保持原樣。`,
};

const NO_SENTENCE: Readonly<Record<SentenceFault, (document: string) => string>> = {
  'no-document': (document) => `已經沒有文件「${document}」。請另選段落。`,
  'not-found': (document) => `《${document}》有了變化，已沒有這句話。請重新尋找這一段，選擇現在的句子。`,
  'not-unique': (document) => `《${document}》裡這句話不止一處，無法確定由哪一處回答。請另選句子。`,
};

const FIELDS: Readonly<Record<ChangedField, string>> = {
  title: '標題',
  source: '來源',
  tags: '標籤',
  'sentence-sources': '句子的來源',
  headings: '小標題',
  pages: '頁碼',
  order: '段落順序',
  layout: '版式',
  remarks: '讀取時的備註',
};
