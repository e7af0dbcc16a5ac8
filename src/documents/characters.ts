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
