import type { Copy } from '../copy.js';
import { names } from './names.js';
import { number, of } from './phrases.js';

export const findSources: Copy['findSources'] = {
  name: '查找来源',
  summary: '文档对消息中每句话有什么内容：相关段落，以及其中有哪些细节',
  nothing: '这条消息里没有可以查找的文字陈述。',
  title: (found, sentences) => `${of(sentences, '句话')}中，有 ${number(found)} 句在文档里找到了相关段落`,
  aside: '细节是否出现在段落中，并不说明这句话是否属实。',
  none: '没有找到与此有关的段落。',
  isThere: (detail) => `${detail}：有`,
  isNotThere: (detail) => `${detail}：没有`,
  questions: (count) => `跳过了 ${of(count, '个问句')}：可以用 /${names.ask} 来问。`,
  more: (count) => `还有 ${of(count, '句话')}没能一次查完：请把它们复制到另一条消息里。`,
};
