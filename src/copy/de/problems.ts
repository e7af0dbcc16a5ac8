import type {
  Content,
  FieldFault,
  NamedField,
  SentenceFault,
  UnreadableReason,
} from '../../documents/problem.js';
import type { Of, Problems } from '../problem-texts.js';
import { pageProblems } from './page-problems.js';
import { counted, characters as inCharacters, megabytes, number } from './phrases.js';

const SPLIT = 'Teile sie in mehrere Dokumente auf.';

export const problems: Problems = {
  'not-utf8': () => 'ist kein Text in UTF-8. Speichere die Datei noch einmal in der Kodierung UTF-8.',
  'encoding-declared': ({ declared, encoding }) =>
    `gibt die Kodierung ${declared} an, ihre Bytes sind aber ${encoding} und wurden so gelesen. Sehen die ersten Zeilen falsch aus, speichere sie noch einmal in UTF-8.`,
  'encoding-guessed': ({ encoding }) =>
    `sagt nichts über ihre Kodierung und wurde als ${encoding} gelesen. Sehen die ersten Zeilen falsch aus, speichere sie noch einmal in UTF-8.`,
  'invalid-bytes': ({ places, encoding }) =>
    `hat an ${counted(places, { one: 'Stelle', other: 'Stellen' })} Bytes, die in ${encoding} kein Text sind; jedes steht als � da. Speichere sie dort, wo sie herkommt, noch einmal in UTF-8.`,
  'nul-bytes': () =>
    'hat NUL-Bytes, ist also kein Text. Ist es eine andere Art von Datei mit dem falschen Namen?',
  'too-large': ({ bytes, most }) =>
    `ist ${megabytes(bytes)} groß, und höchstens ${megabytes(most)} werden gelesen. ${SPLIT}`,
  'unknown-format': ({ extension }) =>
    `hat ein Format, das nicht gelesen wird (${extension || 'keine Endung'}). Nimm Markdown, reinen Text, HTML, PDF, Word (.docx), E-Mail (.eml) oder Untertitel (.srt, .vtt).`,
  'other-content': ({ extension, content }) =>
    `heißt ${extension} und enthält ${CONTENTS[content]}. Gib ihr die passende Endung, oder füge die Datei hinzu, die gemeint war.`,
  empty: () => 'hat keinen Text. Schreib welchen hinein, oder entferne die Datei.',
  'made-by-script': () =>
    'hat in ihrer Datei keinen Text: Ein Skript setzt die Seite erst beim Öffnen zusammen. Öffne sie im Browser, speichere sie als PDF oder kopiere ihren Text in eine Datei, und hänge die an.',
  'front-matter': (fault) => whatIsWrongWithFrontMatter(fault),
  'leaves-folder': () => 'führt aus dem Wissensordner hinaus. Kopiere die Datei stattdessen in den Ordner.',
  'same-id': ({ id, other }) => `hätte die Kennung „${id}“ wie ${other}. Benenne eine von beiden um.`,
  'too-slow': ({ seconds }) =>
    `brauchte mehr als ${seconds} Sekunden zum Lesen. Vereinfache sie: Tief verschachtelte Listen oder Tabellen kosten am meisten.`,
  'too-deep': () => 'ist zu tief verschachtelt. Nimm weniger Ebenen von Listen, Zitaten oder Kästen.',
  'too-much-memory': ({ megabytes: most }) => `braucht zum Lesen mehr als ${most} MB Speicher. ${SPLIT}`,
  unreadable: (problem) =>
    `lässt sich nicht lesen: ${'reason' in problem ? UNREADABLE[problem.reason] : problem.detail}`,
  'footnote-undefined': ({ name }) =>
    `die Fußnote [^${name}] wird benutzt, hat aber keine Quelle. Füge eine Zeile „[^${name}]: Herausgeber, Datum, <Adresse>“ hinzu.`,
  'footnote-source': ({ name }) =>
    `die Fußnote [^${name}] nennt keine Quelle. Schreib „Herausgeber, Datum, <Adresse>“.`,
  'quoted-left-out': ({ lines }) =>
    `hat ${counted(lines, { one: 'Zeile', other: 'Zeilen' })} aus anderen Nachrichten, die weggelassen werden. Füge diese Nachrichten selbst hinzu, wenn es auf sie ankommt.`,
  glossary: ({ detail }) => `ist kein Glossar: ${detail}`,
  'judged-questions': ({ detail }) => `ist keine Liste beurteilter Fragen: ${detail}`,
  'judged-question': ({ question }) => `„${question}“ braucht entweder ein Dokument oder declined: true.`,
  'known-questions': ({ detail }) => `ist keine Liste bekannter Fragen: ${detail}`,
  'known-question': (problem) =>
    `die bekannte Frage „${problem.question}“ ${whatIsWrongWithKnownQuestion(problem)}`,
  'reads-differently': () =>
    'wird in dieser Version des Bots anders gelesen als bei der Veröffentlichung. Vergleiche beide, bevor du sie wieder veröffentlichst.',
  kept: (because, revision) =>
    `${because} Bis sie sich wieder lesen lässt, bleibt sie wie in Revision ${revision}.`,
  withdrawn: () =>
    'enthält einen zurückgezogenen Text und wird weggelassen. Entferne die Datei, oder schreib einen eigenen Text.',
  altered: () =>
    'ist in der Datenbank beschädigt, und keine Antwort zitiert es. Lies es neu ein oder füge es noch einmal hinzu und veröffentliche es; oder der Betreiber des Bots spielt eine Sicherung zurück.',
  encrypted: () => 'ist mit einem Passwort geschützt. Speichere eine Kopie ohne, und füge die hinzu.',
  damaged: ({ format }) =>
    `ist keine vollständige ${format}-Datei. Öffne sie in einem Programm, das sie liest, speichere sie neu, und füge die hinzu.`,
  'no-text-in-pages': ({ pages }) =>
    `hat ${inPages(pages)} mit Bildern und keinen Text. Lass eine Texterkennung (OCR) darüberlaufen, oder füge den Text selbst hinzu.`,
  'fonts-not-in-file': ({ isEmpty }) =>
    `hat chinesischen, japanischen oder koreanischen Text in Schriften, die nicht in der Datei sind, ${isEmpty ? 'und keinen anderen' : 'und der fehlt in dem, was gelesen wurde'}. Speichere sie mit eingebetteten Schriften, oder füge den Text selbst hinzu.`,
  'glyphs-unknown': (problem) =>
    `${lostCharacters(problem)} Speichere sie mit einem anderen Programm, oder füge den Text selbst hinzu.`,
  'too-many-pages': ({ pages, most }) =>
    `hat ${inPages(pages)}, und höchstens ${number(most)} werden gelesen. ${SPLIT}`,
  'too-large-unpacked': ({ most }) =>
    `enthält ausgepackt mehr als ${megabytes(most)}. Nimm Bilder und Anhänge heraus, oder teile sie auf.`,
  'too-much-read': () => 'sagt, einmal gelesen, zu viel für eine Datei. Teile sie auf.',
  'too-much-text': ({ characters, most }) =>
    `hat ${inCharacters(characters)} Text, und höchstens ${number(most)} werden gelesen. ${SPLIT}`,
  'too-many': ({ what, count, most }) =>
    `hat ${number(count)} ${{ sentences: 'Sätze', paragraphs: 'Absätze' }[what]}, und höchstens ${number(most)} werden gelesen. ${SPLIT}`,
  'too-much-in-all': ({ size, most }) =>
    `ist mit Überschriften und Quellen, wie sie aufbewahrt werden, ${megabytes(size)} groß, und höchstens ${megabytes(most)} sind erlaubt. Kürze Überschriften, oder teile sie auf.`,
  'stacked-marks': ({ most }) =>
    `hat mehr als ${most} Akzente und andere Zeichen auf einem Buchstaben, die den Text ringsum verdecken würden. Nimm sie heraus.`,
  'too-long': ({ field, characters, most }) =>
    field === 'address'
      ? `nennt eine Adresse von ${inCharacters(characters)}, die weggelassen wird, da höchstens ${number(most)} gelesen werden. Nimm eine kürzere.`
      : `hat ${NAMED[field]} von ${inCharacters(characters)}, wovon die ersten ${number(most)} bleiben. Kürze das.`,
  unbroken: ({ characters, most }) =>
    `hat ${inCharacters(characters)} ohne Leerzeichen, die in Stücke von ${number(most)} zerlegt werden: Was zerlegt ist, findet niemand. Nimm sie heraus, wenn sie kein Text sind, oder setze Leerzeichen und Punkte.`,
  'unseen-characters': ({ count }) =>
    `hat ${counted(count, { one: 'unsichtbares', other: 'unsichtbare' })} Zeichen und kann deshalb anders aussehen, als sie liest. Nimm sie heraus, wenn sie nicht gewollt sind.`,
  'more-problems': ({ count }) =>
    `hat ${counted(count, { one: 'weiteres Problem', other: 'weitere Probleme' })}. Behebe zuerst die oben.`,
  ...pageProblems,
};

export const atLine = (line: number) => `Zeile ${line}: `;

const inPages = (count: number) => counted(count, { one: 'Seite', other: 'Seiten' });

const CONTENTS: Readonly<Record<Content, string>> = {
  html: 'eine Webseite (HTML)',
  pdf: 'ein PDF',
  docx: 'ein Word-Dokument',
  rtf: 'ein Dokument in RTF',
  json: 'Daten (JSON)',
  archive: 'ein Archiv oder ein Dokument eines anderen Programms',
};

const NAMED: Readonly<Record<Exclude<NamedField, 'address'>, string>> = {
  title: 'einen Titel',
  heading: 'eine Überschrift',
  publisher: 'einen Herausgeber',
  author: 'einen Verfasser',
  tag: 'ein Schlagwort',
};

function lostCharacters({ share, leftOut, isEmpty }: Of<'glyphs-unknown'>): string {
  const percent = share < 0.01 ? 'weniger als 1 %' : `${Math.round(share * 100)} %`;
  const unknown = `sagt von ${percent} ihrer Zeichen nicht, welche es sind`;
  if (isEmpty) return `${unknown}; deshalb lässt sich nichts von ihrem Text lesen.`;
  const shown = `${unknown}: An ihrer Stelle steht \ufffd`;
  if (leftOut.length === 0) return `${shown}.`;
  const some = leftOut.slice(0, 10).join(', ') + (leftOut.length > 10 ? ' und weitere' : '');
  return leftOut.length === 1
    ? `${shown}, und Seite ${some} mit mehr als einem Zehntel davon ist weggelassen.`
    : `${shown}, und die Seiten ${some} mit mehr als einem Zehntel davon sind weggelassen.`;
}

function whatIsWrongWithKnownQuestion(problem: Of<'known-question'>): string {
  switch (problem.fault) {
    case 'too-long':
      return `hat ${inCharacters(problem.characters)} und wird weggelassen, da höchstens ${problem.most} gelesen werden. Kürze sie.`;
    case 'duplicate':
      return 'ist schon da und wird einmal gelesen. Gib ihr an einer Stelle alle Sätze, die sie beantworten.';
    case 'too-many':
      return `und alle danach werden weggelassen, da höchstens ${number(problem.most)} gelesen werden.`;
    default:
      return WITHOUT_SENTENCE[problem.fault](problem.document, problem.text);
  }
}

const WITHOUT_SENTENCE: Readonly<Record<SentenceFault, (document: string, text: string) => string>> = {
  'no-document': (document) =>
    `wird von einem Dokument beantwortet, das es nicht gibt (${document}). Nenne das Dokument, das den Satz jetzt hat.`,
  'not-found': (document, text) =>
    `wird von einem Satz beantwortet, den ${document} nicht mehr hat: „${text}“ Gib ihr den Satz, der jetzt antwortet, oder nimm die Frage heraus.`,
  'not-unique': (document, text) =>
    `wird von einem Satz beantwortet, den ${document} mehrmals hat: „${text}“ Nenne einen Satz, der nur einmal vorkommt.`,
};

function whatIsWrongWithFrontMatter(fault: Of<'front-matter'>): string {
  switch (fault.fault) {
    case 'yaml':
      return `die Kopfdaten sind falsch: ${fault.detail}. Was davon lesbar ist, wurde gelesen; behebe den Fehler und füge die Datei noch einmal hinzu.`;
    case 'not-closed':
      return 'die Kopfdaten sind falsch: Die Zeile --- an ihrem Ende fehlt. Füge sie hinzu.';
    case 'no-fields':
      return 'die Kopfdaten sind falsch: Sie müssen eine Liste von Feldern sein, jedes als „name: value“. Sie wurden weggelassen.';
    case 'draft':
      return 'sagt in ihren Kopfdaten, dass sie ein Entwurf ist. Veröffentliche sie hier nur, wenn sie zitiert werden darf.';
    case 'unknown':
      return `die Kopfdaten haben ${fault.field}, ein unbekanntes Feld; es wurde weggelassen. Ist es verschrieben, behebe es und füge die Datei noch einmal hinzu.`;
    default:
      return `die Kopfdaten sind falsch: ${fault.field}: ${FIELD_FAULTS[fault.fault]}. Was dort steht, wurde weggelassen.`;
  }
}

const FIELD_FAULTS: Readonly<Record<FieldFault, string>> = {
  text: 'muss Text sein',
  'not-empty': 'darf nicht leer sein',
  date: 'muss ein Datum sein: JJJJ, JJJJ-MM oder JJJJ-MM-TT',
  address: 'muss eine Adresse sein, die mit http:// oder https:// beginnt',
  'user-name':
    'muss eine Adresse ohne Benutzernamen sein: Was vor dem @ steht, würde für die Website gehalten',
  language: 'muss ein Sprachkürzel wie en oder zh-Hans sein',
};

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'no-permission': 'Der Bot darf es nicht. Erlaube es ihm.',
  missing: 'Sie ist nicht da. Leg sie wieder hin, oder entferne, was auf sie zeigt.',
  'link-to-itself': 'Sie ist ein Verweis auf sich selbst. Leg die Datei selbst dorthin.',
  'not-ordinary': 'Sie ist keine gewöhnliche Datei. Leg eine gewöhnliche dorthin.',
  replaced: 'Sie wurde ersetzt, während sie geöffnet wurde. Versuch es noch einmal.',
};
