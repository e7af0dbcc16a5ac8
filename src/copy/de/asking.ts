import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, questions } from './phrases.js';

export const ask: Copy['ask'] = {
  description: 'Frag nach Chinas KI-Allianzen: Die Antwort ist aus den Dokumenten zitiert, mit Quellen',
  question: 'Was du wissen möchtest',
  private: 'Die Antwort nur dir zeigen und von der Frage nichts behalten',
  asked: 'Frage: ',
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
  up: '👍',
  down: '👎',
  thanks:
    'Danke, das wurde gezählt. Moderatoren sehen, wie oft eine Antwort geholfen hat, aber nicht, wer das gesagt hat.',
  notCounted: 'Dieser Server behält keine Fragen mehr, deshalb wurde dein Daumen nicht gezählt.',
};

export const citation: Copy['citation'] = {
  paragraph: (number) => `Absatz ${number}`,
  page: (page) => `Seite ${page}`,
  source: 'Quelle',
  archived: 'archivierte Fassung',
  noSource: 'keine Quelle genannt',
  more: (count) => `und ${count} weitere`,
  moreItems: (count) =>
    counted(count, { one: 'weiterer Punkt der Liste', other: 'weitere Punkte der Liste' }),
  differing: { sources: 'Die Quellen widersprechen sich', times: 'Zu verschiedenen Zeiten' },
  undated: 'ohne Datum',
  asOf: (day) => `Stand ${date(day)}`,
  alsoIn: (titles, count) =>
    `auch in ${titles.join('; ')}${count > titles.length ? ` und ${count - titles.length} weiteren` : ''}`,
  date,
};
