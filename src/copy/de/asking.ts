import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, number, questions, shortDate } from './phrases.js';

export const ask: Copy['ask'] = {
  description: 'Frag nach Chinas KI-Allianzen: Die Antwort ist aus den Dokumenten zitiert, mit Quellen',
  question: 'Was du wissen möchtest',
  private: 'Die Antwort nur dir zeigen und von der Frage nichts behalten',
  summary: (excerpts, asOf, revision) =>
    [
      counted(excerpts, { one: 'Auszug', other: 'Auszüge' }),
      ...(asOf === undefined ? [] : [`Dokumente mit Stand ${shortDate(asOf)}`]),
      revision,
    ].join(' · '),
  revision: ({ shared, guild }) =>
    guild === undefined ? `Revision ${shared}` : `Revision ${shared} · Revision ${guild} dieses Servers`,
  context: 'Zusammenhang',
  inContext: 'Wo die fett gesetzten Worte stehen',
  more: 'Mehr',
  further: 'Weitere Auszüge, die weniger von dem sagen, was gefragt war',
  cite: 'Zitieren',
  share: 'Teilen',
  askedBy: (who) => ['Gefragt von ', who],
  again: 'Noch einmal fragen',
  notLive: (then, now) => `Das ist aus ${then}; live ist jetzt ${now}.`,
  letGo: (then) =>
    `Das ist aus ${then}, deren Dokumente nicht mehr aufbewahrt werden. Frag noch einmal, um zu sehen, was sie jetzt sagen.`,
  withdrawn:
    'Ein Text, der hier zitiert war, wurde zurückgezogen. Frag noch einmal, um zu sehen, was die Dokumente jetzt sagen.',
  unsure: 'Das kommt am nächsten; prüfe, ob es deine Frage beantwortet:',
  none: 'Die Dokumente beantworten das nicht.',
  missing: ({ asked, nearest, isNowhere }) =>
    `${asked} steht ${isNowhere ? 'in keinem der Dokumente' : 'nicht in dem, was am nächsten kommt'}${nearest === undefined ? '' : `; am nächsten kommt eine Stelle zu ${nearest}`}.`,
  asOf: (day) => `Stand ${date(day)}: Weiter reicht nicht, was hier zitiert ist`,
  next: 'Mit anderen Worten findet sich vielleicht etwas: eine Frage auf einmal, mit den Namen, die du kennst.',
  moderatorsSee: 'Die Moderatoren dieses Servers sehen, welche Fragen ohne Antwort blieben.',
  about: 'Ich kenne Chinas KI-Allianzen. Fragen, die ich beantworten kann, sind zum Beispiel:',
  examples: [
    'Welche Unternehmen sind in der Model-Chip Ecosystem Innovation Alliance?',
    'Wann wurde FlagOS 2.0 veröffentlicht?',
  ],
  closestButton: 'Nächste Textstellen',
  closest: 'Die nächsten Textstellen; sie helfen vielleicht, sind aber keine Antwort:',
  nothingNear: `In den Dokumenten kommt dem nichts mehr nahe. Mit anderen Worten findet sich vielleicht mehr; /${names.sources} zeigt, was es gibt.`,
  tooMany: (perMinute) =>
    `Das ist mehr als ${questions(perMinute)} pro Minute, die dieser Server erlaubt. Du kannst wieder fragen: `,
  related: 'Eine verwandte Frage stellen',
  up: '👍 Hilfreich',
  down: '👎 Nicht hilfreich',
  thanks:
    'Danke, das wurde gezählt. Moderatoren sehen, wie oft eine Antwort geholfen hat, aber nicht, wer das gesagt hat.',
  notCounted: 'Dieser Server behält keine Fragen mehr, deshalb wurde dein Daumen nicht gezählt.',
};

export const cite: Copy['cite'] = {
  plain: 'Einfacher Text',
  markdown: 'Markdown',
  wikipedia: 'Wikipedia',
  bibtex: 'BibTeX',
  words: {
    date,
    accessed: (day) => `abgerufen am ${day}`,
    archived: (address) => `archiviert unter ${address}`,
  },
};

export const citation: Copy['citation'] = {
  paragraph: (number) => `Absatz ${number}`,
  page: (page) => `Seite ${page}`,
  sources: (count) => (count === 1 ? 'Quelle' : 'Quellen'),
  archived: 'archivierte Fassung',
  noSource: 'keine Quelle genannt',
  more: (count) => `+ ${number(count)} weitere`,
  old: (months) =>
    months < 36
      ? `${counted(months, { one: 'Monat', other: 'Monate' })} alt`
      : `${counted(Math.floor(months / 12), { one: 'Jahr', other: 'Jahre' })} alt`,
  moreItems: (count) =>
    counted(count, { one: 'weiterer Punkt der Liste', other: 'weitere Punkte der Liste' }),
  differing: { sources: 'Die Quellen widersprechen sich', times: 'Zu verschiedenen Zeiten' },
  undated: 'ohne Datum',
  asOf: (day) => `Stand ${date(day)}`,
  alsoIn: (titles, count) =>
    `auch in ${titles.join('; ')}${count > titles.length ? ` und ${count - titles.length} weiteren` : ''}`,
  date,
  shortDate,
};
