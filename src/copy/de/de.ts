import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { counted, documents } from './phrases.js';
import { atLine, problems } from './problems.js';

const sources: Copy['sources'] = {
  description: 'Die Dokumente hinter den Antworten auflisten oder den Aufbau eines Dokuments zeigen',
  document: 'Ein Dokument, um seinen Aufbau zu sehen',
  title: (count) => `${documents(count)} hinter den Antworten`,
  none: 'Noch gibt es keine Dokumente. Der Betreiber dieses Bots kann welche in den Wissensordner legen.',
  paragraphs: (count) => counted(count, { one: 'Absatz', other: 'Absätze' }),
  beforeHeadings: 'Anfang',
  unknown: (asked) =>
    `Ich habe kein Dokument namens „${asked}“. Wähle eins aus der Liste, die beim Tippen erscheint.`,
};

const help: Copy['help'] = {
  description: 'Was dieser Bot kann und wie man ihn benutzt',
  title: 'Antworten, die du prüfen kannst',
  about:
    'Ich beantworte Fragen zu Chinas KI-Allianzen mit wörtlich zitierten Textstellen aus Dokumenten, jede mit ihrer ' +
    'Quelle. Ich schreibe nichts Eigenes und sage, wenn die Dokumente etwas nicht beantworten.',
  commands: 'Was du tun kannst',
  tips: 'Für bessere Antworten',
  tip: [
    'Frag eines auf einmal, mit den Namen, die du kennst: „Wer ist in der Model-Chip Ecosystem Innovation Alliance?“',
    'Beim Tippen erscheinen Fragen, die die Dokumente beantworten. Wähle eine, oder frag in deinen Worten.',
    'Fette Wörter sind aus deiner Frage. Die Zeile unter einem Zitat sagt, woher es stammt.',
    `Antworten sehen alle im Kanal. Mit ${names.private}: True siehst nur du deine.`,
  ],
};

const reply: Copy['reply'] = {
  page: (page, pages) => `Seite ${page} von ${pages}`,
  previous: 'Zurück',
  next: 'Weiter',
  formTooLate:
    'Das Formular brauchte zu lange, und Discord nimmt es nicht mehr an. Bitte versuch es noch einmal.',
  shortened: 'Gekürzt: Für mehr ist in einer Nachricht auf Discord kein Platz.',
  failed: (errorId) =>
    `Bei mir ist etwas schiefgegangen. Bitte versuch es noch einmal; passiert es wieder, sag es dem Betreiber dieses Bots: Fehler ${errorId}.`,
  unknownCommand: 'Diesen Befehl gibt es nicht mehr. Lade Discord neu (Strg+R), um die jetzigen zu sehen.',
  preparing: 'Die Dokumente dieses Servers werden gerade vorbereitet. Bitte versuch es gleich noch einmal.',
  staleButton: 'Das gehört zu einer früheren Version von mir. Bitte nimm den Befehl noch einmal.',
};

/** Deutsch. */
export const de: Copy = {
  names,
  ask,
  sources,
  findSources,
  help,
  citation,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
