import type { Copy } from '../copy.js';
import { names } from './names.js';
import { knownQuestions, number, of, questions } from './phrases.js';

export function position(from: number, to: number, count: number): string {
  return from === to
    ? `第 ${number(from)} 個問題，共 ${number(count)} 個`
    : `第 ${number(from)} 到 ${number(to)} 個問題，共 ${number(count)} 個`;
}

const LIST = `/${names.knowledge} ${names.questions}`;

export const teach: Copy['knowledge']['teach'] = {
  button: '這一段回答了它',
  title: '哪一段回答了它？',
  how: '選擇回答它的句子；如果需要兩三句合在一起，就都選上。生效之前，你會看到哪些回答會改變。',
  along: (texts, more) =>
    `也有人這樣問，會一併指定：${texts.map((text) => `「${text}」`).join('、')}${more > 0 ? `，另有 ${number(more)} 個` : ''}`,
  leftOut: (count, most) => `已略去 ${of(count, '種問法')}，因為超過 ${most} 個字元。`,
  tooLong: (most) =>
    `已知問題最多 ${most} 個字元，這個更長。你可以用便條回答；或者用 /${names.ask} 更簡短地提問，如果回答不確定，再從這裡指定。`,
  closest: '最接近的內容，最好的在前：',
  found: (text) => `最接近「${text}」的內容，最好的在前：`,
  nothing: '文件裡沒有接近的內容。請換個說法尋找，或用便條回答。',
  nothingFor: (text) =>
    `文件裡沒有接近「${text}」的內容。請換個說法尋找，或用 /${names.knowledge} ${names.add} 新增有此內容的文件。`,
  sentence: (at, text) => `${at}. 「${text}」`,
  choice: (at, text) => `${at} · ${text}`,
  marked: '有成員標記過',
  placeholder: '回答它的句子，最多三句',
  search: '另找一段',
  form: {
    title: '另找一段',
    text: '段落中的詞語',
    example: '文件裡可能的寫法',
  },
  changed: `列出之後文件有了變化，你選的內容已經不在。請用 ${LIST} 重新列出。`,
};

export const known: Copy['knowledge']['known'] = {
  title: knownQuestions,
  none: `還沒有問題與段落關聯。${LIST} 會列出成員問了卻沒有得到回答的問題；「${teach.button}」可以把問題與答案關聯。`,
  orphans: (count) =>
    `${questions(count)}沒有答案：對應的句子已不在文件裡。請在下面選中，另選句子，或移除問題。`,
  orphan: '句子已不在。',
  answer: (text, title) => `「${text}」（${title}）`,
  gone: (text, document) =>
    `「${text}」已不在《${document}》裡，所以現在什麼也回答不了。請另選句子，或移除問題。`,
  goneInFolder: (text, document) => `「${text}」已不在《${document}》裡，所以現在什麼也回答不了。`,
  from: {
    folder: '知識資料夾',
    shared: '在此指定，用於所有伺服器',
    server: '在此指定，用於本伺服器',
  },
  placeholder: '查看、編輯或移除一個問題',
  position,
  edit: '編輯問法',
  passage: '另選句子',
  remove: '移除',
  back: '返回清單',
  form: { title: '編輯問法', question: '問題，按成員的問法' },
  noWording: '問題是空的，所以保持原樣。請重新開啟表單，或移除問題。',
  unknown: `這已經不是已知問題：它被更改或移除了。請用 ${LIST}（${names.view}：已知）查看現有的問題。`,
};
