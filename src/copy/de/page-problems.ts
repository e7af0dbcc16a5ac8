import type { PageProblems } from '../problem-texts.js';
import { megabytes } from './phrases.js';

export const pageProblems: PageProblems = {
  'page-address': ({ reason }) => ADDRESSES[reason],
  'page-private': ({ host }) =>
    `führt in ein privates Netz (${host}), und nur öffentliche Seiten werden geholt. Speichere die Seite und hänge die Datei an.`,
  'page-robots': ({ host }) =>
    `darf von Bots nicht geholt werden: So steht es in der robots.txt von ${host}. Speichere die Seite und hänge die Datei an, wenn du das darfst.`,
  'page-robots-unknown': ({ host, status }) =>
    `ist für Bots offen oder nicht: ${host} antwortet auf die Frage nach robots.txt mit ${status}. Versuch es später noch einmal.`,
  'page-robots-unread': ({ host }) =>
    `ist für Bots offen oder nicht: Die robots.txt von ${host} lässt sich nicht lesen. Versuch es später noch einmal, oder speichere die Seite und hänge die Datei an, wenn du das darfst.`,
  'page-redirects': ({ most }) =>
    `leitet öfter als ${most}-mal an eine andere Adresse weiter. Nimm die Adresse, bei der das endet.`,
  'page-type': ({ contentType }) =>
    `ist keine lesbare Seite (${contentType || 'der Server nennt keine Art'}). Nimm HTML, reinen Text, Markdown, PDF oder Word (.docx).`,
  'page-too-large': ({ most }) =>
    `ist größer als ${megabytes(most)}. Speichere den Teil, auf den es ankommt, und hänge die Datei an.`,
  'page-too-slow': ({ seconds }) =>
    `kam nicht innerhalb von ${seconds} Sekunden an. Versuch es später noch einmal, oder speichere die Seite und hänge die Datei an.`,
  'page-gone': ({ status }) =>
    `ist nicht mehr da (${status}). Prüfe die Adresse, oder such nach einer archivierten Fassung.`,
  'page-status': ({ status }) =>
    `wurde von ihrem Server verweigert (${status}). Versuch es später noch einmal, oder speichere die Seite und hänge die Datei an.`,
  'page-no-host': ({ host }) => `ist nicht zu finden: ${host} gibt es nicht. Prüfe die Adresse.`,
  'page-no-connection': ({ detail }) =>
    `ist nicht zu erreichen (${detail}). Versuch es später noch einmal, oder speichere die Seite und hänge die Datei an.`,
  'attachment-foreign': () => 'ist kein Anhang von Discord. Hänge die Datei an den Befehl an.',
  'attachment-status': ({ status }) =>
    `wurde von Discord nicht geliefert (HTTP ${status}). Hänge die Datei noch einmal an.`,
  'attachment-too-slow': () => 'brauchte zu lange, um von Discord zu kommen. Versuch es noch einmal.',
  'attachment-no-connection': () =>
    'ließ sich nicht holen, weil Discord nicht zu erreichen war. Versuch es noch einmal.',
};

const ADDRESSES = {
  scheme: 'ist keine Adresse einer Webseite. Nimm eine, die mit https:// oder http:// beginnt.',
  password: 'enthält einen Benutzernamen oder ein Passwort. Nimm die Adresse ohne sie.',
  'too-long': 'ist zu lang für die Adresse einer Seite. Speichere die Seite und hänge die Datei an.',
  port: 'nennt einen ungewöhnlichen Port, und nur öffentliche Webseiten werden geholt. Speichere die Seite und hänge die Datei an.',
} as const;
