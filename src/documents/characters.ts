import type { Span } from './document.js';

/**
 * Characters that look like others and stand for them. Fonts draw ⽂ (a radical of the Kangxi dictionary) and 文 with
 * one shape, and programs that take text out of a PDF give the first; typesetters write ﬁ and ︵ for fi and （.
 */

/**
 * Radicals of the block U+2E80–2EFF, each before the ideograph that it is (Unicode, EquivalentUnifiedIdeograph.txt).
 * Those of the Kangxi block and the compatibility ideographs have theirs as a normalization.
 */
const RADICALS = charactersBy(`
  ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳
  ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫
  ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌
  ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝
  ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风
  ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯
  ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟`);

/** Forms for vertical lines, each before the ordinary one. NFKC gives signs of Latin text for many of them. */
const VERTICAL_FORMS = charactersBy(`
  ︐， ︑、 ︒。 ︓： ︔； ︕！ ︖？ ︗〖 ︘〗 ︙… ︰‥ ︱— ︲– ︳＿ ︴＿ ︵（ ︶） ︷｛ ︸｝ ︹〔 ︺〕
  ︻【 ︼】 ︽《 ︾》 ︿〈 ﹀〉 ﹁「 ﹂」 ﹃『 ﹄』 ﹇［ ﹈］`);

/** Radicals, ideographs that are there twice for the sake of old encodings, vertical forms and Latin ligatures. */
const LOOK_ALIKES =
  /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9\ufe10-\ufe19\ufe30-\ufe48\ufb00-\ufb06\u{2f800}-\u{2fa1d}]/gu;

/**
 * The text with the characters that look-alikes stand for: 工 for ⼯ (U+2F2F), 马 for ⻢ (U+2EE2), （ for ︵, fi for ﬁ.
 * A ligature becomes two or three characters; a few ideographs take two UTF-16 units where the look-alike takes one.
 * Full-width letters and signs stay, as Chinese text is written with them.
 */
export function ordinaryCharacters(text: string): string {
  return text.replace(
    LOOK_ALIKES,
    (character) => RADICALS.get(character) ?? VERTICAL_FORMS.get(character) ?? character.normalize('NFKC'),
  );
}

/** Pairs of characters, set apart by white space. */
function charactersBy(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [from = '', to = ''] = pair;
        return [from, to];
      }),
  );
}

/** A text as it is searched, with the way back to the text as it is. */
export interface SearchedText {
  readonly text: string;
  /** The stretch of the text as it is that `[start, end)` of the searched text was read from. */
  readonly origin: (start: number, end: number) => Span;
}

/**
 * Chinese set with spaces between its characters (`海 湾 联 盟`), or a short name that is set as wide as a longer one
 * (`张　三`). Fewer characters than four may be words that stand apart.
 */
const LETTER_SPACED = String.raw`(?<!\p{sc=Han})\p{sc=Han}(?:\u3000{1,2}\p{sc=Han}(?!\p{sc=Han}|[ \u3000]\p{sc=Han})|(?:[ \u3000]{1,4}\p{sc=Han}(?!\p{sc=Han})){3,})`;

/** What a search reads otherwise than it stands there. */
const READ_OTHERWISE = new RegExp(
  [
    LOOK_ALIKES.source,
    // An exponent, which is another number than the one that it stands on.
    String.raw`(?<=\d)[⁰¹²³⁴-⁹⁺⁻]{1,20}`,
    // Where a word was divided at the end of a line.
    String.raw`\u00ad[ \t]{0,8}\r?\n[ \t]{0,8}`,
    // Seen by nobody: soft hyphens, marks of direction, spaces and joiners without width.
    String.raw`\p{Default_Ignorable_Code_Point}`,
    String.raw`\p{L}(?:(?!\p{Default_Ignorable_Code_Point})\p{M}){1,4}`,
    LETTER_SPACED,
  ].join('|'),
  'gu',
);

/** A character of each of these; most texts have none, and are searched as they are. */
const MAY_READ_OTHERWISE =
  /[\p{Default_Ignorable_Code_Point}\p{M}⁰¹²³⁴-⁹⁺⁻\u2e80-\u2fd5\uf900-\ufad9\ufe10-\ufe48\ufb00-\ufb06\u{2f800}-\u{2fa1d}]|\p{sc=Han}[ \u3000]/u;

/**
 * The text as a search reads it: look-alikes as what they stand for, letters and their accents as one character
 * (NFC), exponents as `10^26`, and without the characters that nobody sees and the spaces of letter-spaced Chinese
 * (`海 湾 联 盟`).
 */
export function searchedText(text: string): SearchedText {
  if (!MAY_READ_OTHERWISE.test(text)) return { text, origin: (start, end) => ({ start, end }) };
  let searched = '';
  /** Where each UTF-16 unit of the searched text comes from. */
  const origins: Span[] = [];
  let at = 0;
  const take = (written: string, read = written) => {
    const isSameLength = read.length === written.length;
    for (let unit = 0; unit < read.length; unit++) {
      origins.push(
        isSameLength ? { start: at + unit, end: at + unit + 1 } : { start: at, end: at + written.length },
      );
    }
    searched += read;
    at += written.length;
  };
  for (const { 0: written, index } of text.matchAll(READ_OTHERWISE)) {
    take(text.slice(at, index));
    for (const piece of piecesOf(written)) take(piece, readOf(piece));
  }
  take(text.slice(at));
  return {
    text: searched,
    origin: (start, end) => ({
      start: origins[start]?.start ?? text.length,
      end: origins[end - 1]?.end ?? 0,
    }),
  };
}

/** What is read by itself: each character of letter-spaced text, and all else as a whole. */
function piecesOf(written: string): readonly string[] {
  return /^\p{sc=Han}[ \u3000]/u.test(written) ? [...written] : [written];
}

function readOf(written: string): string {
  if (/^\p{L}\p{M}/u.test(written)) return written.normalize('NFC');
  if (/^[⁰¹²³⁴-⁹⁺⁻]/.test(written)) return `^${written.normalize('NFKC')}`;
  return /^[ \u3000\p{Default_Ignorable_Code_Point}]/u.test(written) ? '' : ordinaryCharacters(written);
}
