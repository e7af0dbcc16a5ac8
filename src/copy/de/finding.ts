import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, documents, list, number } from './phrases.js';

export const sources: Copy['sources'] = {
  description: 'Die Dokumente hinter den Antworten mit ihren Medien auflisten oder eines zeigen',
  document: 'Ein Dokument, um Aufbau und Quellen zu sehen',
  title: (count) => `${documents(count)} hinter den Antworten`,
  none: 'Noch gibt es keine Dokumente. Der Betreiber dieses Bots kann welche in den Wissensordner legen.',
  paragraphs: (count) => counted(count, { one: 'Absatz', other: 'Absätze' }),
  beforeHeadings: 'Anfang',
  outlets: (shown, count) =>
    `stützt sich auf ${counted(count, { one: 'Medium', other: 'Medien' })}: ${[...shown, ...(count > shown.length ? [`${number(count - shown.length)} weitere`] : [])].join('; ')}`,
  sections: 'Abschnitte',
  behind: 'Medien hinter den Sätzen',
  sentences: (count) => counted(count, { one: 'Satz', other: 'Sätze' }),
  moreLinks: (count) => `und ${number(count)} weitere`,
  searchIn: 'Darin suchen',
  words: 'Wörter',
  which: 'Mehrere Dokumente können gemeint sein. Welches?',
  choose: 'Ein Dokument wählen',
  unknown: (asked) =>
    `Ich habe kein Dokument namens „${asked}“. Wähle eins aus der Liste, die beim Tippen erscheint.`,
};

export const search: Copy['search'] = {
  description: 'Textstellen nach Wörtern finden, in Anführungszeichen auch wortgenau',
  query: 'Gesuchte Wörter; „in Anführungszeichen“ genau so',
  document: 'Nur in einem Dokument suchen',
  private: 'Die Ergebnisse nur dir zeigen',
  searched: 'Suche: ',
  filtered: ({ document, since, until }) =>
    [
      ...(document === undefined ? [] : [`in „${document}“`]),
      ...(since === undefined ? [] : [`seit ${date(since)}`]),
      ...(until === undefined ? [] : [`bis ${date(until)}`]),
    ].join(' · '),
  results: (first, last, count) =>
    count === 1 ? 'Ein Ergebnis' : `Ergebnisse ${number(first)}–${number(last)} von ${number(count)}`,
  most: (count) => `Nur die besten ${number(count)} werden gezeigt; mehr Wörter grenzen sie ein.`,
  none: 'Nichts gefunden.',
  withoutQuotes:
    'Wörter in Anführungszeichen werden genau so gesucht. Lass die Zeichen weg, um mehr zu finden.',
  withoutFilters: 'Lass Dokument oder Daten weg, um mehr zu durchsuchen.',
  otherWords: `Versuch weniger oder andere Wörter; beim Tippen erscheinen Vorschläge. /${names.sources} zeigt, was es gibt.`,
  gone: `Das Dokument gibt es nicht mehr. Bitte nimm den Befehl noch einmal.`,
};

export const dates: Copy['dates'] = {
  since: 'Ab diesem Datum: 2025, 2025-07, 28. Juli 2025',
  until: 'Bis zu diesem Datum: 2025, 2025-07, 28. Juli 2025',
  wrong: (text) =>
    `„${text}“ kann ich nicht als Datum lesen. Schreib zum Beispiel 2025, 2025-07, 2025-07-28, Juli 2025, 28. Juli 2025 oder 2025年7月.`,
  reversed: (since, until) =>
    `${date(since)} liegt nach ${date(until)}. Das frühere Datum gehört in ${names.since}, das spätere in ${names.until}.`,
};

export const timeline: Copy['timeline'] = {
  description: 'Was wann geschah, wie es die Dokumente sagen, der Reihe nach, mit Quellen',
  topic: 'Firma, Chip, Allianz, Regelung, Person oder Wörter; weggelassen: alles',
  of: 'Chronik: ',
  all: 'Chronik von allem, was die Dokumente datieren',
  days: (some) => some.map(date).join('–'),
  filtered: ({ since, until }) =>
    [
      ...(since === undefined ? [] : [`seit ${date(since)}`]),
      ...(until === undefined ? [] : [`bis ${date(until)}`]),
    ].join(' · '),
  statements: (first, last, count) =>
    count === 1
      ? 'Eine datierte Aussage'
      : `Datierte Aussagen ${number(first)}–${number(last)} von ${number(count)}, die neueste zuletzt`,
  earlier: (count) =>
    `Davor gibt es mehr: Nur die letzten ${number(count)} werden angesehen. Ein Datum in ${names.until} zeigt frühere.`,
  none: 'Dazu datieren die Dokumente nichts.',
  otherTime: 'Lass die Daten weg, um alles Datierte zu sehen.',
  otherTopic: 'Lass das Thema weg, oder wähle einen Namen, der beim Tippen erscheint.',
  nearest: (some) => `Ähnliche Namen: ${list(some)}.`,
};

const kinds: Readonly<Record<string, string>> = {
  alliance: 'Allianz',
  association: 'Verband',
  chip: 'Chip',
  company: 'Unternehmen',
  event: 'Ereignis',
  foundation: 'Stiftung',
  fund: 'Fonds',
  'government body': 'Behörde',
  method: 'Verfahren',
  model: 'Modell',
  outlet: 'Medium',
  person: 'Person',
  policy: 'Regelung',
  programme: 'Programm',
  'research institute': 'Forschungsinstitut',
  software: 'Software',
  'standards body': 'Normungsgremium',
  system: 'System',
};

export const profile: Copy['profile'] = {
  description: 'Was die Dokumente über Firma, Chip, Allianz, Regelung oder Person sagen, mit Quellen',
  name: 'Ein Name; die Namen der Dokumente erscheinen beim Tippen',
  of: 'Profil: ',
  kind: (kind) => kinds[kind] ?? kind,
  also: (some) => `Auch: ${list(some)}`,
  chinese: (some) => `Chinesisch: ${list(some)}`,
  named: (count) => `Genannt in ${counted(count, { one: 'Satz', other: 'Sätzen' })} der Dokumente`,
  undated: 'Die Dokumente datieren dazu nichts. Was sie sonst sagen:',
  related: 'Weiter zu einem Namen, der daneben steht',
  together: (count) => `zusammen in ${counted(count, { one: 'Absatz', other: 'Absätzen' })}`,
  unknown: (asked) => `Die Dokumente nennen nichts, das „${asked}“ heißt und das ich kenne.`,
  nearest: 'Am nächsten kommen diese Namen:',
  choose: 'Einen Namen wählen',
  ask: `Frag mit /${names.ask}, oder such die Wörter mit /${names.search}.`,
};
