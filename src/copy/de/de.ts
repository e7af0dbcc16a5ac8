import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation, cite } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { dates, profile, search, sources, timeline } from './finding.js';
import { help } from './help.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { privacy } from './privacy.js';
import { atLine, problems } from './problems.js';
import { report } from './report.js';

const welcome: Copy['welcome'] = {
  title: 'Danke, dass ihr mich hinzugefügt habt',
  members: `Frag mit /${names.ask}: Beim Tippen erscheinen Fragen, und Antworten kommen mit ihren Quellen.`,
  moderators: `Für Moderatoren: /${names.knowledge} ${names.add} fügt eigene Dokumente dieses Servers hinzu, und die Einstellungen legen fest, wer Antworten sieht und wohin Berichte gehen.`,
  help: 'Was ich kann',
  settings: 'Einstellungen für Moderatoren',
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
  database: {
    full: (errorId) =>
      `Es ließ sich nichts speichern: Die Festplatte des Rechners, auf dem ich laufe, ist voll. Der Betreiber dieses Bots muss dort Platz schaffen; geändert hat sich nichts. Fehler ${errorId}.`,
    replaced: (errorId) =>
      `Es ließ sich nichts speichern: Die Datei meiner Datenbank wurde gelöscht oder ersetzt. Der Betreiber dieses Bots muss sie zurücklegen oder mich neu starten. Fehler ${errorId}.`,
    damaged: (errorId) =>
      `Meine Datenbank ist beschädigt. Der Betreiber dieses Bots muss eine Sicherung zurückspielen. Fehler ${errorId}.`,
    away: (errorId) =>
      `Meine Datenbank ist gerade nicht zu benutzen. Bitte versuch es in ein paar Minuten noch einmal; bleibt es so, sag es dem Betreiber dieses Bots: Fehler ${errorId}.`,
  },
  unknownCommand: 'Diesen Befehl gibt es nicht mehr. Lade Discord neu (Strg+R), um die jetzigen zu sehen.',
  preparing: 'Die Dokumente dieses Servers werden gerade vorbereitet. Bitte versuch es gleich noch einmal.',
  busy: 'Gerade wird mehr gefragt, als ich beantworten kann. Bitte versuch es gleich noch einmal.',
  restarting: 'Ich werde gerade neu gestartet. Bitte versuch es gleich noch einmal.',
  staleButton: 'Das gehört zu einer früheren Version von mir. Bitte nimm den Befehl noch einmal.',
};

/** Deutsch. */
export const de: Copy = {
  names,
  ask,
  search,
  timeline,
  profile,
  dates,
  sources,
  findSources,
  help,
  welcome,
  privacy,
  report,
  citation,
  cite,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
