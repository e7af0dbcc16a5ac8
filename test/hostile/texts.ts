import fc from 'fast-check';

// Texts that mean harm, as somebody types them, names a file by them, or writes them into a document. Data: nothing here
// knows what the bot does with them.

/** What means something to Discord, to a terminal, a spreadsheet, a path, a database or JavaScript, or to the eye of a reader. */
export const TELLING: readonly string[] = [
  ...['@everyone', '@here', '<@1400000000000000013>', '<@&1400000000000000112>', '<#1400000000000000101>'],
  ...['</ask:1>', '<:a:1400000000000000013>', '<t:1:R>', '<id:home>', ':smile:', 'discord.gg/evil'],
  ...[
    '[Reuters](https://evil.test/)',
    '<https://evil.test/>',
    'https://www.reuters.com@evil.test/',
    '[a]: x',
  ],
  ...[
    '||',
    '```',
    '`',
    '**',
    '__',
    '~~',
    '\\',
    '> ',
    '>>> ',
    '# ',
    '-# ',
    '- ',
    '1. ',
    '| a | b |\n|---|---|',
  ],
  ...['\u202e', '\u2066', '\u200b', '\u00ad', '\ufeff', '\u2028', '\u0085', '\u0000', '\u0007', '\u001b[2J'],
  ...['\ud800', '\udfff', '\ufffe', '\u0301'.repeat(40), '\ufdfa', '👨‍👩‍👧‍👦', 'ﬃ', '½', 'İ', 'ß', '\u1f600'],
  ...[
    "=cmd|'/C calc'!A0",
    ';=1+1;',
    '+1',
    '@SUM(1)',
    '"',
    "'",
    "' OR 1=1 --",
    '%',
    '_',
    '\t',
    '\r\n',
    '\n\n',
  ],
  ...['../../etc/passwd', '/dev/zero', 'file:///etc/passwd', 'C:\\con', '.env', '%00', '%2e%2e%2f', '%E4%B8'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'null', 'undefined', 'NaN', '-0'],
  ...[
    '0',
    '-1',
    '1e21',
    '9007199254740993',
    '00',
    '１２',
    '٣',
    'true',
    '[object Object]',
    '$&',
    '$1',
    '{{x}}',
    '%{x}',
  ],
  ...[
    '<script>alert(1)</script>',
    '<!--',
    ']]>',
    '<![CDATA[',
    '&lt;',
    '&#0;',
    '[[',
    '![[a]]',
    '%%',
    '::: x',
    '---',
  ],
];

/** A letter or word of one script after another. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  English: [
    'which',
    'companies',
    'founded',
    'the',
    'alliance',
    'chip',
    'StepFun',
    'Huawei',
    '2025',
    'not',
    'before',
  ],
  capitals: ['AIIA', 'A', 'BRICS', 'UAE', 'H20', '910B', 'WAIC', 'ABCDEFG', 'X-Y', "O'B"],
  gibberish: ['qzxv', 'bdfgklm', 'aaaaaaaaaa', 'hsdkfjhskdjfh', 'x', 'zz', 'wwww'],
  Han: [...'中国人工智能产业发展联盟有哪些成员芯片算力模型华为阶跃星辰的一是不了'],
  'traditional Han': [...'聯盟晶片產業發展為誰創辦於'],
  'rare Han': [...'龘靐齉齾爩鱻𠀀𪚥㐀'],
  Cyrillic: ['кто', 'основал', 'альянс', 'чип', 'Ё', 'й'],
  Greek: ['ποιος', 'ίδρυσε', 'Σ', 'ς', 'ΐ'],
  Arabic: ['من', 'أسس', 'التحالف', 'ﷺ', 'ـــ', 'لا'],
  Hebrew: ['מי', 'ייסד', 'ברית', 'שׁ'],
  Hindi: ['किसने', 'गठबंधन', 'क्ष', '्'],
  Thai: ['ใคร', 'ก่อตั้ง', 'พันธมิตร', 'ำ'],
  Japanese: ['だれ', 'が', 'アライアンス', 'ｱﾗｲ', '々', 'ゔ'],
  Korean: ['누가', '동맹', 'ㄱ', '각', '힣'],
  German: ['wer', 'gründete', 'Chipherstellerverband', 'Straße', 'wann'],
  Spanish: ['quién', 'fundó', 'alianza', '¿', 'cuándo'],
  French: ['qui', 'a', 'fondé', 'l’alliance', 'œuvre'],
  digits: ['1', '22', '2025-07-25', '1.1', '1,000', '10^9', '３', '七千', '½', 'Ⅻ'],
  marks: ['?', '？', '；', '。', '…', '!', '(', '„', '«', '·', '、', '-', '—', '/'],
  emoji: ['😀', '🤖', '🇨🇳', '👩🏽‍🚀', '🐉', '\ufe0f', '\u20e3'],
  'invisible characters': ['\u200b', '\u200d', '\u00ad', '\u2060', '\u180e', '\u061c', '\u202e', '\ufeff'],
};

/** What asks several things at once. */
const JOINTS = [' ', '', '? ', '？', '；', ' and ', '以及', ', ', '\n', ' or ', '、', "'s ", '-'];

export const scripts = Object.keys(SCRIPTS);

/** Text of one script, or of several, joined in one way. */
function textOf(words: readonly string[], least: number, most: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most, size: 'max' }),
      fc.constantFrom(...JOINTS),
    )
    .map(([chosen, joint]) => chosen.join(joint));
}

/** A question of up to `most` UTF-16 units in a script, as long as it can be more often than not. */
export function questionIn(script: string, most = 500): fc.Arbitrary<string> {
  const words = SCRIPTS[script] ?? [];
  return fc
    .oneof(
      { weight: 3, arbitrary: textOf(words, most, most) },
      { weight: 1, arbitrary: textOf([...words, ...(SCRIPTS.English ?? []), ...TELLING], 20, 300) },
      { weight: 1, arbitrary: textOf(words, 1, 20) },
      { weight: 1, arbitrary: fc.constantFrom(...words).map((word) => word.repeat(most)) },
    )
    .map((text) => shortened(text, most));
}

/** A text of up to `most` UTF-16 units that is hostile in one way or another; never empty. */
export function hostileText(most: number): fc.Arbitrary<string> {
  const telling = fc.constantFrom(...TELLING);
  return fc
    .oneof(
      telling,
      telling.map((piece) => piece.repeat(most)),
      textOf(TELLING, 2, 30),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      fc.constantFrom(...scripts).chain((script) => questionIn(script, most)),
    )
    .map((text) => shortened(text, most));
}

/** Discord takes no text of white space alone, so there is a letter in it. */
function shortened(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.trim() === '' ? 'a' : cut;
}
