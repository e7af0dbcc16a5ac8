import type { Copy } from '../copy.js';
import { names } from './names.js';
import { number, of } from './phrases.js';

export const findSources: Copy['findSources'] = {
  name: '尋找來源',
  summary: '文件對訊息中每句話有什麼內容：相關段落，以及其中有哪些細節',
  nothing: '這則訊息裡沒有可以查找的文字陳述。',
  title: (found, sentences) => `${of(sentences, '句話')}中，有 ${number(found)} 句在文件裡找到了相關段落`,
  aside: '細節是否出現在段落中，並不說明這句話是否屬實。',
  none: '沒有找到與此有關的段落。',
  isThere: (detail) => `${detail}：有`,
  isNotThere: (detail) => `${detail}：沒有`,
  questions: (count) => `略過了 ${of(count, '個問句')}：可以用 /${names.ask} 來問。`,
  more: (count) => `還有 ${of(count, '句話')}沒能一次查完：請把它們複製到另一則訊息裡。`,
};
