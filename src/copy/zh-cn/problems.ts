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

const SPLIT = '请拆成几份文档。';

export const problems: Problems = {
  'not-utf8': () => '不是 UTF-8 文本。请用 UTF-8 编码重新保存。',
  'encoding-declared': ({ declared, encoding }) =>
    `声明的编码是 ${declared}，但实际字节是 ${encoding}，已按后者读取。如果开头几行不对，请用 UTF-8 重新保存。`,
  'encoding-guessed': ({ encoding }) =>
    `没有说明编码，已按 ${encoding} 读取。如果开头几行不对，请用 UTF-8 重新保存。`,
  'invalid-bytes': ({ places, encoding }) =>
    `有 ${of(places, '处')}字节不是 ${encoding} 文本，都显示为 �。请从原处用 UTF-8 重新保存。`,
  'nul-bytes': () => '含有 NUL 字节，所以不是文本。是不是另一种文件用错了扩展名？',
  'too-large': ({ bytes, most }) => `大小为 ${megabytes(bytes)}，最多读取 ${megabytes(most)}。${SPLIT}`,
  'unknown-format': ({ extension }) =>
    `格式无法读取（${extension || '没有扩展名'}）。请使用 Markdown、纯文本、HTML、PDF、Word（.docx）、邮件（.eml）或字幕（.srt、.vtt）。`,
  'other-content': ({ extension, content }) =>
    `扩展名是 ${extension}，内容却是${CONTENTS[content]}。请改成与内容相符的扩展名，或添加你本来要的文件。`,
  empty: () => '没有文字。请写入内容，或移除这个文件。',
  'made-by-script': () =>
    '文件里没有文字：打开时才由脚本生成页面。请在浏览器中打开，存为 PDF 或把文字复制到文件里，再以附件添加。',
  'front-matter': (fault) => whatIsWrongWithFrontMatter(fault),
  'leaves-folder': () => '指向知识文件夹之外。请把文件复制到文件夹里。',
  'same-id': ({ id, other }) => `标识会是“${id}”，与 ${other} 相同。请给其中一个改名。`,
  'too-slow': ({ seconds }) => `读取超过 ${seconds} 秒。请简化：层层嵌套的列表或表格最费时间。`,
  'too-deep': () => '嵌套太深，无法读取。请减少列表、引用或文本框的层数。',
  'too-much-memory': ({ megabytes: most }) => `读取所需内存超过 ${most} MB。${SPLIT}`,
  unreadable: (problem) => `无法读取：${'reason' in problem ? UNREADABLE[problem.reason] : problem.detail}`,
  'footnote-undefined': ({ name }) =>
    `脚注 [^${name}] 被使用但没有来源。请加一行“[^${name}]: 发布者, 日期, <网址>”。`,
  'footnote-source': ({ name }) => `脚注 [^${name}] 没有写明来源。请写成“发布者, 日期, <网址>”。`,
  'quoted-left-out': ({ lines }) =>
    `有 ${of(lines, '行')}引自其他邮件，已略去。如果需要，请添加那些邮件本身。`,
  glossary: ({ detail }) => `不是术语表：${detail}`,
  'judged-questions': ({ detail }) => `不是评定问题的列表：${detail}`,
  'judged-question': ({ question }) => `“${question}”须写明文档，或写 declined: true。`,
  'known-questions': ({ detail }) => `不是已知问题的列表：${detail}`,
  'known-question': (problem) => `已知问题“${problem.question}”${whatIsWrongWithKnownQuestion(problem)}`,
  'reads-differently': () => '在这个版本的机器人中读出的内容与发布时不同。再次发布之前，请比较两者。',
  kept: (because, revision) => `${because}在能够重新读取之前，保持版本 ${revision} 中的样子。`,
  withdrawn: () => '含有已撤回的文本，已略去。请移除这个文件，或自己另写一份。',
  altered: () =>
    '在数据库中已损坏，任何回答都不会引用它。请刷新或重新添加并发布，或由托管机器人的人恢复备份。',
  encrypted: () => '有密码保护。请另存一份没有密码的再添加。',
  damaged: ({ format }) => `不是完整的 ${format} 文件。请用能读取它的程序打开，重新保存后再添加。`,
  'no-text-in-pages': ({ pages }) =>
    `有 ${of(pages, '页')}图片而没有文字。请先做文字识别（OCR），或直接添加文字。`,
  'fonts-not-in-file': ({ isEmpty }) =>
    `含有中文、日文或韩文，但字体不在文件里，${isEmpty ? '此外没有其他文字' : '读出的内容缺少这些文字'}。请嵌入字体后重新保存，或直接添加文字。`,
  'glyphs-unknown': (problem) => `${lostCharacters(problem)}请用其他程序重新保存，或直接添加文字。`,
  'too-many-pages': ({ pages, most }) => `有 ${of(pages, '页')}，最多读取 ${number(most)} 页。${SPLIT}`,
  'too-large-unpacked': ({ most }) => `解压后超过 ${megabytes(most)}。请去掉图片和附件，或拆开。`,
  'too-much-read': () => '读出的内容对一个文件来说太多。请拆成几个。',
  'too-much-text': ({ characters, most }) =>
    `有 ${inCharacters(characters)}，最多读取 ${number(most)} 个。${SPLIT}`,
  'too-many': ({ what, count, most }) =>
    `有 ${of(count, { sentences: '个句子', paragraphs: '个段落' }[what])}，最多读取 ${number(most)} 个。${SPLIT}`,
  'too-much-in-all': ({ size, most }) =>
    `连同标题和来源共 ${megabytes(size)}，最多保存 ${megabytes(most)}。请缩短标题，或拆成几份文档。`,
  'stacked-marks': ({ most }) => `一个字母上有超过 ${most} 个重音或其他符号，会遮住周围的文字。请去掉它们。`,
  'too-long': ({ field, characters, most }) =>
    field === 'address'
      ? `有一个 ${inCharacters(characters)}的网址，已略去，因为最多读取 ${number(most)} 个。请使用较短的网址。`
      : `${NAMED[field]}有 ${inCharacters(characters)}，只保留前 ${number(most)} 个。请缩短。`,
  unbroken: ({ characters, most }) =>
    `有 ${inCharacters(characters)}连续没有空格，被切成每段 ${number(most)} 个：切开的内容没有人能找到。如果不是文字，请去掉；否则请加上空格和句号。`,
  'unseen-characters': ({ count }) =>
    `有 ${of(count, '个看不见的字符')}，看上去可能与实际内容不同。如果不是有意的，请去掉。`,
  'more-problems': ({ count }) => `还有 ${of(count, '个问题')}。请先解决上面的。`,
  ...pageProblems,
};

export const atLine = (line: number) => `第 ${line} 行：`;

const CONTENTS: Readonly<Record<Content, string>> = {
  html: '网页（HTML）',
  pdf: ' PDF',
  docx: ' Word 文档',
  rtf: ' RTF 文档',
  json: '数据（JSON）',
  archive: '压缩包或其他程序的文档',
};

const NAMED: Readonly<Record<Exclude<NamedField, 'address'>, string>> = {
  title: '题目',
  heading: '一个标题',
  publisher: '一个发布者',
  author: '一个作者',
  tag: '一个标签',
};

function lostCharacters({ share, leftOut, isEmpty }: Of<'glyphs-unknown'>): string {
  const percent = share < 0.01 ? '不到 1%' : ` ${Math.round(share * 100)}% `;
  const unknown = `没有说明${percent}的字符是什么`;
  if (isEmpty) return `${unknown}，所以完全无法读取文字。`;
  const shown = `${unknown}：这些地方显示为 \ufffd`;
  if (leftOut.length === 0) return `${shown}。`;
  const some = leftOut.slice(0, 10).join('、') + (leftOut.length > 10 ? ' 等' : ' ');
  return `${shown}；第 ${some}页超过十分之一的字符如此，已略去。`;
}

function whatIsWrongWithKnownQuestion(problem: Of<'known-question'>): string {
  switch (problem.fault) {
    case 'too-long':
      return `有 ${inCharacters(problem.characters)}，已略去，因为最多读取 ${problem.most} 个。请缩短。`;
    case 'duplicate':
      return '已经有了，只读一次。请在一处写上回答它的所有句子。';
    case 'too-many':
      return `及其后的问题已略去，因为最多读取 ${number(problem.most)} 个。`;
    default:
      return WITHOUT_SENTENCE[problem.fault](problem.document, problem.text);
  }
}

const WITHOUT_SENTENCE: Readonly<Record<SentenceFault, (document: string, text: string) => string>> = {
  'no-document': (document) => `的答案在一份不存在的文档里（${document}）。请写明现在含有该句的文档。`,
  'not-found': (document, text) =>
    `的答案是 ${document} 里已经没有的句子：“${text}”请写明现在回答它的句子，或去掉这个问题。`,
  'not-unique': (document, text) =>
    `的答案在 ${document} 里出现不止一次：“${text}”请写一个只出现一次的句子。`,
};

function whatIsWrongWithFrontMatter(fault: Of<'front-matter'>): string {
  switch (fault.fault) {
    case 'yaml':
      return `文件头有误：${fault.detail}。能读的部分已经读取；请改正后重新添加。`;
    case 'not-closed':
      return '文件头有误：末尾缺少 --- 一行。请加上。';
    case 'no-fields':
      return '文件头有误：必须是字段的列表，每个写成“name: value”。已略去。';
    case 'draft':
      return '文件头说明这是草稿。只有可以引用时才在这里发布。';
    case 'unknown':
      return `文件头有未知的字段 ${fault.field}，已略去。如果是拼写错误，请改正后重新添加。`;
    default:
      return `文件头有误：${fault.field}：${FIELD_FAULTS[fault.fault]}。其中的内容已略去。`;
  }
}

const FIELD_FAULTS: Readonly<Record<FieldFault, string>> = {
  text: '必须是文字',
  'not-empty': '不能为空',
  date: '必须是日期：YYYY、YYYY-MM 或 YYYY-MM-DD',
  address: '必须是以 http:// 或 https:// 开头的网址',
  'user-name': '必须是不含用户名的网址：@ 前面的内容会被当成网站',
  language: '必须是语言标签，如 en 或 zh-Hans',
};

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'no-permission': '机器人没有读取权限。请给它权限。',
  missing: '文件不在那里。请放回去，或移除指向它的链接。',
  'link-to-itself': '这是一个指向自己的链接。请换成文件本身。',
  'not-ordinary': '它不是普通文件。请换成普通文件。',
  replaced: '打开时它被替换了。请再试一次。',
};
