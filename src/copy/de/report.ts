import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

const reports = (count: number) => counted(count, { one: 'Meldung', other: 'Meldungen' });

export const report: Copy['report'] = {
  offer: 'Stimmt etwas an der Antwort nicht? Sag es den Moderatoren dieses Servers.',
  button: 'Melden',
  title: 'Eine Antwort melden',
  passage: 'Welche Textstelle',
  reason: 'Was nicht stimmt',
  reasons: {
    'not-said': 'Das steht nicht im Dokument',
    outdated: 'Es ist veraltet',
    source: 'Die Quelle ist falsch',
    'no-answer': 'Es beantwortet die Frage nicht',
    other: 'Etwas anderes',
  },
  words: 'In deinen Worten',
  wordsHint: 'Die Moderatoren dieses Servers lesen es, und nicht, von wem es ist',
  thanks: `Danke. Die Moderatoren dieses Servers sehen deine Meldung mit der Textstelle, aber nicht, von wem sie ist. Mit /${names.privacy} kannst du sie löschen.`,
  notTaken:
    'Dieser Server behält nichts von dem, was Mitglieder zu Antworten sagen. Es wurde nichts gemeldet.',
  gone: 'Die Textstelle wird nicht mehr aufbewahrt, deshalb wurde nichts gemeldet. Bitte stell die Frage noch einmal.',

  list: (count) => `${reports(count)} von Mitgliedern`,
  see: (count) => `Meldungen (${number(count)})`,
  none: ({ reportDays }) =>
    `Es gibt keine Meldungen. Mitglieder können eine Antwort nach 👎 melden; Meldungen werden ${counted(reportDays, { one: 'Tag', other: 'Tage' })} aufbewahrt.`,
  said: (words) => `„${words}“`,
  sent: 'Gesendet ',
  shown: ({ shared, guild }) =>
    ` · gezeigt bei Revision ${shared}${guild === undefined ? '' : ` und ${guild} der eigenen dieses Servers`}`,
  changed: (title) => `„${title}“ hat diese Textstelle nicht mehr. Sie war:`,
};
