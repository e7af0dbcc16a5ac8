// Documents that would stop the bot if nothing bounded them, as large as they need to be for that. Data: the name says what
// is hostile, and the size is that of the files that did it.

/** A file that somebody adds, and what a member then asks. */
export interface HostileFile {
  readonly path: string;
  readonly text: string;
  readonly question: string;
}

const QUESTION = 'Which companies are members of the Model-Chip alliance?';
const below = (title: string, text: string) => `# ${title}\n\nThe alliance has ten members.\n\n${text}\n`;
const inCode = (text: string) => below('Code', `\`\`\`\n${text}\n\`\`\``);
const inFrontMatter = (field: string, value: string) =>
  `---\n${field}: ${value}\n---\n\nThe alliance has ten members.\n`;
const MEGABYTES = 1_900_000;

/** By what is hostile. */
export const hostileFiles: Readonly<Record<string, HostileFile>> = {
  'a word of 60,000 letters in code': markdown(inCode('a'.repeat(60_000))),
  'a word of 1.9 MB': markdown(inCode('ab'.repeat(MEGABYTES / 2))),
  '100,000 marks on a letter': markdown(below('Marks', `e${'\u0301'.repeat(100_000)}`)),
  'thirty marks on each letter': markdown(below('Marks', `e${'\u0301'.repeat(30)}`.repeat(25_000))),
  'marks in a title': markdown(inFrontMatter('title', `e${'\u0301'.repeat(50_000)}`)),
  '150,000 Chinese characters in a line': markdown(inCode('联盟芯片'.repeat(37_500))),
  'Chinese without a full stop': {
    path: 'a.txt',
    text: '联盟的成员有华为、'.repeat(60_000),
    question: '联盟有哪些成员？',
  },
  'a heading of 60 KB over 4,900 paragraphs': markdown(
    `# Long\n\n## ${'member of the alliance '.repeat(2_600)}\n\n${'It met.\n\n'.repeat(4_900)}`,
  ),
  'headings on six levels over 15,000 paragraphs': markdown(
    `${Array.from({ length: 6 }, (_, i) => `${'#'.repeat(i + 1)} ${'member of the alliance '.repeat(13)}`).join('\n\n')}\n\n${'It met.\n\n'.repeat(15_000)}`,
  ),
  '630,000 sentences': markdown('A? '.repeat(MEGABYTES / 3)),
  '30,000 sentences': markdown('The alliance met again with all members in Beijing. '.repeat(30_000)),
  '15,000 paragraphs': markdown('The alliance met again with all members.\n\n'.repeat(15_000)),
  '60,000 rows of a table': markdown(
    `| Member | Since |\n|---|---|\n${'| Huawei | 2025 |\n'.repeat(60_000)}`,
  ),
  '25,000 rows of a table': markdown(
    `| Member | Since |\n|---|---|\n${'| Huawei and the others of the alliance | 2025 |\n'.repeat(25_000)}`,
  ),
  '1.9 MB in one line': markdown(inCode('members of the alliance '.repeat(MEGABYTES / 24))),
  'a title of 250,000 digits': markdown(inFrontMatter('title', `"${'1'.repeat(250_000)}"`)),
  'a title of 250,000 words': markdown(inFrontMatter('title', `"${'a '.repeat(250_000)}"`)),
  'a title with 100,000 spaces': markdown(inFrontMatter('title', `"a${'\u00a0'.repeat(100_000)}b"`)),
  '430 capitals in a list': markdown(
    below(
      'List',
      `The companies that are members of the Model-Chip alliance, ${'A'.repeat(430)}_ and others.`,
    ),
  ),
  'thousands of names in capitals': markdown(
    below('List', `The members of the Model-Chip alliance are ${'AAAA’’.-É '.repeat(90_000)}.`),
  ),
  '10,000 tags': markdown(
    inFrontMatter('tags', `[${Array.from({ length: 10_000 }, (_, i) => `tag${i}`).join(', ')}]`),
  ),
  '20,000 footnotes': markdown(
    `${Array.from({ length: 20_000 }, (_, i) => `Word[^${i}].`).join(' ')}\n\n${Array.from({ length: 20_000 }, (_, i) => `[^${i}]: Publisher ${i}, 2025`).join('\n')}`,
  ),
  'a footnote that is used 100,000 times': markdown(
    `${'Word[^a]. '.repeat(100_000)}\n\n[^a]: Publisher, 2025`,
  ),
  'footnotes that are not there': markdown('Word[^a]. Word[^b]. '.repeat(50_000)),
  'overrides and characters without width': markdown('did \u202eton\u202c \u200bjoin. '.repeat(90_000)),
  'numbers with points': markdown(below('Numbers', '1.1'.repeat(300_000))),
  initials: markdown(below('Initials', 'A.'.repeat(500_000))),
  dates: markdown(below('Dates', '2025-01-02 3 May 2024 2023年5月 '.repeat(40_000))),
  'Chinese numbers': markdown(below('Numbers', '一'.repeat(300_000))),
  hyphens: markdown(below('Hyphens', '-'.repeat(900_000))),
  'brackets and quotation marks': markdown(below('Marks', '(„“"'.repeat(150_000))),
  'Thai without spaces': markdown(below('Thai', 'สมาชิกของพันธมิตร'.repeat(30_000))),
  'ligatures of eighteen letters': markdown(below('Ligatures', '\ufdfa'.repeat(300_000))),
  'families of emoji': markdown(below('Emoji', '👨‍👩‍👧‍👦'.repeat(60_000))),
};

function markdown(text: string): HostileFile {
  return { path: 'a.md', text, question: QUESTION };
}
