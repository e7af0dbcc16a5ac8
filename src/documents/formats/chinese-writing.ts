// How Chinese official documents are written (GB/T 9704 and the custom before it).

/** The numbers of sections, from the highest level down. Nothing but the number marks such a line as a heading. */
const SECTION_NUMBERS = [
  /^第[一二三四五六七八九十百\d]{1,4}(?:[编編]|部分|章|篇)/u,
  /^第[一二三四五六七八九十百\d]{1,4}[节節]/u,
  /^[一二三四五六七八九十]{1,3}[、．.]/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}[、．.](?!\d)/u,
  /^[（(]\d{1,2}[）)]/u,
];

/** How many levels of sections there are. */
export const SECTION_LEVELS = SECTION_NUMBERS.length;

/** The level, from 0 for the highest, of the number that a line begins with; `undefined` where it has none. */
export function numberLevel(line: string): number | undefined {
  const level = SECTION_NUMBERS.findIndex((number) => number.test(line));
  return level === -1 ? undefined : level;
}

/**
 * The same of a line that is Chinese from its number on: Arabic numbers stand before items of lists in any language.
 */
export function sectionLevel(line: string): number | undefined {
  const isArabic = /^[（(]?\d/.test(line);
  return isArabic && !/^[（(]?\d{1,2}[、．.）)]\s?\p{Script=Han}/u.test(line) ? undefined : numberLevel(line);
}

/** What the title of an official document ends with. */
const KINDS =
  '通知|通告|公告|公报|通报|意见|措施|办法|方案|规划|计划|条例|规定|细则|决定|决议|报告|批复|纪要|章程|纲要|指南|命令|标准|' +
  '说明|解读|白皮书|倡议|宣言|函|法';
const OFFICIAL_TITLE = new RegExp(`(?:${KINDS})(?:[（(][^（()）]{1,20}[）)])?$`, 'u');

/** Does a line end with the kind of an official document: `关于海湾联盟会费的通知`? */
export function endsOfficialTitle(line: string): boolean {
  return OFFICIAL_TITLE.test(line);
}

/** `海政发〔2025〕4号`, `2025年5月4日`, `来源：新华社`: what stands around a title and is none. */
export function isChineseByline(line: string): boolean {
  return (
    /^[（(]?(?:作者|来源|信息来源|文章来源|发布时间|发布日期|发文机关|成文日期|文号|发文字号|时间|日期|编辑|责任编辑|记者|索引号|主题词?)[:：]/u.test(
      line,
    ) ||
    /[〔[（(]\d{4}[〕\]）)]\s?(?:第\s?)?\d{1,5}\s?号$/u.test(line) ||
    /^[（(]?\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?.{0,20}$/u.test(line)
  );
}

/** Chinese that is set with a space between its characters, `通　知`, as it is meant. */
export function withoutLetterSpacing(line: string): string {
  return /^\p{Script=Han}(?:[ \u3000]{1,4}\p{Script=Han})+$/u.test(line)
    ? line.replace(/[ \u3000]/g, '')
    : line;
}
