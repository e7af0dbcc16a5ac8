import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

const days = (count: number) => counted(count, { one: 'Tag', other: 'Tage' });

export const privacy: Copy['privacy'] = {
  description: 'Was von deinen Fragen und Klicks bleibt, wie lange, und wie du es löschst',
  title: 'Was von dir aufbewahrt wird',
  about:
    'Ich lese keine Nachrichten außer einer, auf die du einen Befehl von mir anwendest, und behalte zu dem, was du fragst, weder deinen Namen noch deine ID.',
  questions: 'Fragen',
  kept: ({ questionDays, questions }) =>
    'Dieser Server behält Fragen ohne sichere Antwort und solche, deren Antwort einen Daumen bekam, ohne die Fragenden: bis ' +
    `${days(questionDays)} nachdem sie zuletzt gestellt wurden, höchstens ${number(questions)}. Seine Moderatoren sehen sie.`,
  askedAgain:
    'Fragen, deren Antwort alle sahen, bleiben bis zu meinem Neustart im Arbeitsspeicher: Moderatoren sehen, ob eine Änderung der Dokumente sie anders beantworten würde.',
  off: 'Dieser Server behält keine Fragen: Seine Moderatoren haben das ausgeschaltet.',
  away: 'Hier wird keine Frage behalten, auch kein Daumen und keine Meldung: Das gibt es nur auf Servern, die mich hinzugefügt haben.',
  wanted: `Eine Frage, die du mit ${names.private}: True stellst, wird nie behalten.`,
  pace: 'Eine Minute lang weiß ich im Arbeitsspeicher, wie oft du gefragt hast.',
  said: 'Daumen und Meldungen',
  thumbs: 'Daumen bleiben so lange wie ihre Frage. Moderatoren sehen, wie viele es sind, nicht von wem.',
  reports: ({ reportDays, reports }) =>
    `Eine Meldung wird mit Grund, deinen Worten, der Frage und der Textstelle ${days(reportDays)} aufbewahrt, ` +
    `höchstens ${number(reports)} je Server. Seine Moderatoren lesen sie, und nicht, von wem sie ist.`,
  hashed:
    'Von wem ein Daumen oder eine Meldung ist, steht dort nur als Hash, mit einem Schlüssel, der nicht in der Datenbank ist. Daran werden deine gefunden, wenn du sie löschst.',
  moderators: 'Was Moderatoren tun',
  history: ({ draftDays }) =>
    'Einstellungen und Dokumente eines Servers werden aufbewahrt, dazu ein Verlauf, wer was veröffentlicht, verworfen, eingestellt oder erledigt hat, mit den IDs ' +
    `der Moderatoren; eine Notiz hat die ihres Verfassers. Das sehen die Moderatoren dieses Servers. Vorschauen bleiben ${days(draftDays)}.`,
  ends: 'Wie es endet',
  left: ({ guildDays }) =>
    `Alles, was zu einem Server gehört, wird gelöscht, wenn er mich seit ${counted(guildDays, { one: 'Tag', other: 'Tagen' })} entfernt hat und mich dort so lange niemand benutzt hat.`,
  host: 'Der Betreiber kann die Datenbank lesen. Mein Protokoll enthält weder Fragen noch IDs, außer er macht es ausführlicher, um einen Fehler zu finden.',
  delete: 'Meine Daten löschen',
  sure: 'Deine Daumen und Meldungen auf allen Servern löschen? Das lässt sich nicht rückgängig machen. Fragen bleiben, denn nichts sagt, welche von dir sind.',
  yes: 'Löschen',
  no: 'Behalten',
  deleted: ({ thumbs, reports }) =>
    thumbs + reports === 0
      ? 'Von dir gab es keinen Daumen und keine Meldung.'
      : `Gelöscht: ${counted(thumbs, { one: 'Daumen', other: 'Daumen' })} und ${counted(reports, { one: 'Meldung', other: 'Meldungen' })} von dir.`,
};
