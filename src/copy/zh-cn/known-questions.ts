import type { Copy } from '../copy.js';
import { names } from './names.js';
import { knownQuestions, number, of, questions } from './phrases.js';

export function position(from: number, to: number, count: number): string {
  return from === to
    ? `第 ${number(from)} 个问题，共 ${number(count)} 个`
    : `第 ${number(from)} 到 ${number(to)} 个问题，共 ${number(count)} 个`;
}

const LIST = `/${names.knowledge} ${names.questions}`;

export const teach: Copy['knowledge']['teach'] = {
  button: '这一段回答了它',
  title: '哪一段回答了它？',
  how: '选择回答它的句子；如果需要两三句合在一起，就都选上。生效之前，你会看到哪些回答会改变。',
  along: (texts, more) =>
    `也有人这样问，会一并指定：${texts.map((text) => `“${text}”`).join('、')}${more > 0 ? `，另有 ${number(more)} 个` : ''}`,
  leftOut: (count, most) => `已略去 ${of(count, '种问法')}，因为超过 ${most} 个字符。`,
  tooLong: (most) =>
    `已知问题最多 ${most} 个字符，这个更长。你可以用便签回答；或者用 /${names.ask} 更简短地提问，如果回答不确定，再从这里指定。`,
  closest: '最接近的内容，最好的在前：',
  found: (text) => `最接近“${text}”的内容，最好的在前：`,
  nothing: '文档里没有接近的内容。请换个说法查找，或用便签回答。',
  nothingFor: (text) =>
    `文档里没有接近“${text}”的内容。请换个说法查找，或用 /${names.knowledge} ${names.add} 添加有此内容的文档。`,
  sentence: (at, text) => `${at}. “${text}”`,
  choice: (at, text) => `${at} · ${text}`,
  marked: '有成员标记过',
  placeholder: '回答它的句子，最多三句',
  search: '另找一段',
  form: {
    title: '另找一段',
    text: '段落中的词语',
    example: '文档里可能的写法',
  },
  changed: `列出之后文档有了变化，你选的内容已经不在。请用 ${LIST} 重新列出。`,
};

export const known: Copy['knowledge']['known'] = {
  title: knownQuestions,
  none: `还没有问题与段落关联。${LIST} 会列出成员问了却没有得到回答的问题；“${teach.button}”可以把问题与答案关联。`,
  orphans: (count) =>
    `${questions(count)}没有答案：对应的句子已不在文档里。请在下面选中，另选句子，或移除问题。`,
  orphan: '句子已不在。',
  answer: (text, title) => `“${text}”（${title}）`,
  gone: (text, document) =>
    `“${text}”已不在《${document}》里，所以现在什么也回答不了。请另选句子，或移除问题。`,
  goneInFolder: (text, document) => `“${text}”已不在《${document}》里，所以现在什么也回答不了。`,
  from: {
    folder: '知识文件夹',
    shared: '在此指定，用于所有服务器',
    server: '在此指定，用于本服务器',
  },
  placeholder: '查看、编辑或移除一个问题',
  position,
  edit: '编辑问法',
  passage: '另选句子',
  remove: '移除',
  back: '返回列表',
  form: { title: '编辑问法', question: '问题，按成员的问法' },
  noWording: '问题是空的，所以保持原样。请重新打开表单，或移除问题。',
  unknown: `这已经不是已知问题：它被更改或移除了。请用 ${LIST}（${names.view}：已知）查看现有的问题。`,
};
