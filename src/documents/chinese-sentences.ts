/** In UTF-16 units: how far back the opening of a quotation or bracket is looked for. */
const MAX_ENCLOSED = 300;

const OPENINGS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '）': '（',
  ')': '(',
  '》': '《',
  '〉': '〈',
};

/**
 * Does a Chinese sentence go on behind a closing mark that has a full stop, question or exclamation mark before it?
 * It does behind a title (`《会费怎么办？》一文`), behind an abbreviation or a call in brackets that opened within it
 * (`莲花公司（Lotus Co., Ltd.）是`; what ends with `。` there is a sentence), and behind a quotation where the words that follow say who spoke or need what stands before them.
 *
 * @param before What stands before the place, from the beginning of the sentence on.
 * @param after What follows, without white space at its beginning.
 */
export function goesOnInChinese(before: string, after: string): boolean {
  const closing = /[.。！？…!?][”』」’]{0,1}([”』」’）)》〉])$/u.exec(before.slice(-4))?.[1];
  if (closing === undefined || !/^[\p{L}，、；：《“]/u.test(after)) return false;
  if (closing === '》' || closing === '〉' || DEPENDENT.test(after)) return true;
  const opening = openingOf(before, closing);
  if (closing === '）' || closing === ')')
    return (
      before.at(-2) !== '。' &&
      /^[\p{Script=Han}，、；：]/u.test(after) &&
      /[^。！？!?.\s]$/u.test(opening ?? '')
    );
  if (opening === undefined) return SAID.test(after);
  if (SPEAKER.test(opening)) return false;
  return SAID.test(after) || (/[！？!?][”』」’]{1,2}$/.test(before) && NAMING.test(opening));
}

/** What stands before the mark that opens what `closing` closes; nothing where it opens in an earlier sentence. */
function openingOf(before: string, closing: string): string | undefined {
  const enclosed = before.slice(-MAX_ENCLOSED);
  const at = enclosed.lastIndexOf(OPENINGS[closing] ?? closing);
  return at < 0 ? undefined : enclosed.slice(0, at);
}

/** Words with which no sentence begins: `“会费不变。”并要求`, `“算力不足。”是难题`, `“行动起来！”为主题`. */
const DEPENDENT =
  /^(?:的(?!确|士)|等(?![到待])|并(?!非|不)|是(?!的|否|不是)|为(?:主?题|口号|由|名)|一[文书语词事])/u;

/** Who speaks was said before the quotation: `高磊说：“`, `高磊表示，“`. */
const SPEAKER = /[：:]$|(?:说|說|道|问|問|答|称|稱|表示|指出|认为|認為|强调|強調)[，,]$/u;

/** A quotation amid a sentence that nobody speaks is a name or slogan: `发起“行动起来！”活动`. */
const NAMING = /(?![说說道问問答喊叫称稱写寫])\p{Script=Han}$/u;

/** Who said what stands in quotation marks before it: `“……。”高磊说。`, `“……！”谈到未来，他表示，……`. */
const SAID =
  /^(?!据|根据|按照|会议|会上|通知|报告|文件|意见|方案|公告|办法)(?:(?:谈[到及起]|说起|提[到起]|回忆起|展望)[^，。！？；：“”‘’]{0,20}，)?[^，。！？；：“”‘’（）]{0,36}?(?:说|說|表示|指出|认为|認為|强调|強調|坦言|直言|解释|解釋|补充|補充|回应|回應|回忆|回憶|感叹|感慨|呼吁|呼籲|提醒|建议|建議|总结|分析|介绍|介紹|透露|写|寫|告诉[^，。！？；：“”‘’（）]{1,10}|(?<![知街渠通轨频管])道|(?<![名简])[称稱]|(?<![访疑])[问問]|答)(?:道|说|說)?(?=[，。；！？（,]|$)/;
