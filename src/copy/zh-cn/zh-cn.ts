import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { documents, of } from './phrases.js';
import { atLine, problems } from './problems.js';

const sources: Copy['sources'] = {
  description: '列出回答所依据的文档，或显示一份文档的结构',
  document: '要查看结构的文档',
  title: (count) => `回答所依据的 ${documents(count)}`,
  none: '还没有文档。托管此机器人的人可以在知识文件夹里添加。',
  paragraphs: (count) => of(count, '个段落'),
  beforeHeadings: '开头',
  unknown: (asked) => `没有名为“${asked}”的文档。请从输入时出现的列表中选择。`,
};

const help: Copy['help'] = {
  description: '这个机器人能做什么、怎么用',
  title: '可以核对的回答',
  about:
    '我回答关于中国 AI 联盟的问题，逐字引用文档中的段落，并附上来源。我自己不写任何内容；文档没有回答时，我会照实说。',
  commands: '你可以这样用',
  tips: '怎样得到更好的回答',
  tip: [
    '一次问一件事，用上你知道的名称：“模芯生态创新联盟有哪些公司？”',
    '输入时会出现文档能够回答的问题。可以选一个，也可以用自己的话提问。',
    '粗体字是你问题里的词。引文下面的一行说明出处。',
    `频道里的所有人都能看到回答。选择 ${names.private}：True，就只有你能看到。`,
  ],
};

const reply: Copy['reply'] = {
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  previous: '上一页',
  next: '下一页',
  formTooLate: '表单打开得太慢，Discord 已不再接受。请再试一次。',
  shortened: '已截短：Discord 的一条消息放不下更多内容。',
  failed: (errorId) => `我这边出了问题。请再试一次；如果再次发生，请告诉托管此机器人的人：错误 ${errorId}。`,
  unknownCommand: '这个指令已经不存在。请重新加载 Discord（Ctrl+R）查看现有的指令。',
  preparing: '本服务器的文档正在准备中。请稍后再试。',
  staleButton: '这属于我的旧版本。请重新使用指令。',
};

/** 简体中文。 */
export const zhCn: Copy = {
  names,
  ask,
  sources,
  findSources,
  help,
  citation,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
