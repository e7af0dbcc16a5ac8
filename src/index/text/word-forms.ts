/**
 * Irregular forms, which no stemmer takes back: the base form first. Left out are forms that are more often
 * another word (rose, saw, left, leaves, found, ground, felt, lay, bore).
 */
const irregular = `
  arise arose arisen; awake awoke awoken; beat beaten; become became; begin began begun; bend bent;
  bind bound; bite bitten; blow blew blown; break broke broken; breed bred; bring brought; build built;
  burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt;
  dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
  feed fed; fight fought; flee fled; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen;
  forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given;
  go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known;
  lay laid; lead led; lean leant; leap leapt; learn learnt; lend lent; lose lost; make made; mean meant; meet met;
  overcome overcame; oversee oversaw overseen; overtake overtook overtaken; pay paid; rebuild rebuilt;
  ride rode ridden; ring rang rung; rise risen; run ran; see seen; seek sought; sell sold; send sent;
  shake shook shaken; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat;
  sleep slept; slide slid; speak spoke spoken; spend spent; spin spun; spring sprang sprung; stand stood;
  steal stole stolen; stick stuck; strike struck stricken; strive strove striven; swear swore sworn; sweep swept;
  swim swam swum; swing swung; take took taken; teach taught; tear tore torn; think thought; throw threw thrown;
  undergo underwent undergone; understand understood; undertake undertook undertaken; wake woke woken;
  wear wore worn; weave wove woven; win won; withdraw withdrew withdrawn; withhold withheld; write wrote written;
  child children; man men; woman women; foot feet; tooth teeth; mouse mice; goose geese; person people;
  life lives; wife wives; knife knives; half halves; wolf wolves; criterion criteria;
  phenomenon phenomena; datum data; analysis analyses; crisis crises; thesis theses; basis bases; index indices;
  matrix matrices; good better best; bad worse worst; far further farther furthest; little less least`;

/** Adjectives that are compared with -er and -est, as these endings mostly make other words of others. */
const compared = `big bright broad cheap clean clear clever close cold cool dark deep early easy fair fast few great hard
  heavy high hot large late light long loud low narrow near new old poor quick quiet rare rich safe sharp short simple
  slow small smart smooth soft soon strict strong tall thick thin tight tough warm weak wealthy wide young`;

/** British spellings that no rule covers, with the American ones. */
const british = `
  centre center; metre meter; theatre theater; fibre fiber; defence defense; offence offense; licence license;
  programme program; grey gray; cheque check; tyre tire; ageing aging; analyse analyze; catalogue catalog;
  dialogue dialog; sceptic skeptic; sceptical skeptical; scepticism skepticism; aluminium aluminum;
  artefact artifact; labelled labeled; modelling modeling; modelled modeled; travelled traveled; fuelled fueled`;

const bases: ReadonlyMap<string, string> = new Map([
  ...entries(irregular).flatMap(([base = '', ...forms]) =>
    forms.map((form): [string, string] => [form, base]),
  ),
  ...compared.split(/\s+/).flatMap((base) => comparison(base).map((form): [string, string] => [form, base])),
  ...entries(british).flatMap(([from = '', to = '']): [string, string][] => [
    [from, to],
    [`${from}s`, `${to}s`],
  ]),
]);

function entries(list: string): string[][] {
  return list.split(';').map((entry) => entry.trim().split(/\s+/));
}

/** `cheap` → `cheaper`, `cheapest`; `wide` → `wider`; `early` → `earlier`; `big` → `bigger`. */
function comparison(base: string): string[] {
  const stem = base
    .replace(/e$/, '')
    .replace(/y$/, 'i')
    .replace(/^([a-z]+[aeiou])([gnt])$/, (word, rest: string, last: string) =>
      /[aeiou]{2}$/.test(rest) ? word : rest + last + last,
    );
  return [`${stem}er`, `${stem}est`];
}

/**
 * The form in which a lower-case word is stemmed: the base of an irregular form, the American spelling of a
 * British one. Applied to every text alike, so that a word that only looks British still meets itself.
 */
export function baseForm(word: string): string {
  return (
    bases.get(word) ??
    word
      .replace(/^([a-z]{3,})is(e[ds]?|ing|ations?|ers?)$/, '$1iz$2')
      .replace(/^([a-z]{2,})our(s|ed|ing|able|ful|hood|ites?)?$/, '$1or$2')
  );
}
