import type { Thumbs } from '../../library/library.js';
import type { Copy } from '../copy.js';
import { known, position, teach } from './known-questions.js';
import { names } from './names.js';
import { counted, documents, moment, number, passages, questions } from './phrases.js';
import { collection, correction, preview, proposal, published } from './preview.js';
import { settings } from './settings.js';

const ROOT = `/${names.knowledge}`;

export const knowledge: Copy['knowledge'] = {
  description: 'Für Moderatoren: die Dokumente hinter den Antworten und was vergeblich gefragt wurde',
  collection,

  refusal: {
    'direct-message': 'Das geht auf einem Server, für seine Moderatoren; nicht in einer Direktnachricht.',
    'not-added':
      'Das geht auf einem Server, der mich hinzugefügt hat. Wer diesen Server verwalten darf, kann das in meinem Profil tun: App hinzufügen.',
    moderators: (role) =>
      role === undefined
        ? ['Das können nur Mitglieder, die diesen Server verwalten dürfen (Berechtigung „Server verwalten“).']
        : [
            'Das können nur Mitglieder, die diesen Server verwalten dürfen (Berechtigung „Server verwalten“) oder die Rolle ',
            role,
            ' haben.',
          ],
    'other-server': 'Das gehört zu einem anderen Server: Nur dessen Moderatoren können das, und nur dort.',
    'home-moderators': `Um die gemeinsamen Dokumente kümmern sich die Moderatoren des Heimservers; hier kannst du mit ${names.collection} die eigenen deines Servers verwalten.`,
    owners:
      'Nur wem dieser Bot gehört, kann die gemeinsamen Dokumente ändern; der Betreiber kann HOME_GUILD_ID auf die ID eines Servers setzen, dann kümmern sich dessen Moderatoren darum.',
  },

  step: (step) => {
    switch (step.kind) {
      case 'reading':
        return 'Die Dokumente werden gelesen …';
      case 'comparing':
        return 'Sie werden mit dem verglichen, was live ist …';
      case 'building':
        return `${passages(step.passages)} werden erfasst …`;
      case 'asking':
        return `${questions(step.questions)} werden an Alt und Neu gestellt …`;
    }
  },

  refresh: {
    description: 'Die Quellen der Dokumente neu lesen und sehen, was sich ändern würde',
    nothingChanged: 'Nichts hat sich geändert.',
    folder: {
      missing:
        'Der Ordner mit den Dokumenten fehlt. Für den Betreiber dieses Bots: Leg ihn an, oder nenne einen anderen in KNOWLEDGE_DIR.',
      'not-a-folder':
        'An der Stelle des Ordners mit den Dokumenten steht eine Datei. Für den Betreiber dieses Bots: Nenne den Ordner in KNOWLEDGE_DIR.',
      changed:
        'Eine Datei wurde geändert, während der Ordner mit den Dokumenten gelesen wurde. Versuch es noch einmal, wenn niemand hineinschreibt.',
      unreadable:
        'Der Ordner mit den Dokumenten lässt sich nicht lesen. Für den Betreiber dieses Bots: Erlaube dem Bot, ihn zu lesen, oder nenne einen anderen in KNOWLEDGE_DIR.',
    },
  },
  add: {
    description: 'Ein Dokument zu den eigenen dieses Servers hinzufügen, aus einer Datei oder Webseite',
    file: 'Markdown, Text, E-Mail, Untertitel bis 2 MB; HTML, PDF oder Word (.docx) bis 8 MB',
    url: 'Die Adresse einer Webseite, die mit https:// oder http:// beginnt',
    oneOfTwo: `Gib entweder eine Datei (${names.file}) oder die Adresse einer Webseite (${names.url}) an: genau eines von beiden.`,
    unread: 'Nicht hinzugefügt:',
  },
  remove: {
    description: 'Ein Dokument aus den eigenen dieses Servers entfernen',
    document: 'Ein Dokument dieses Servers',
  },
  rollback: {
    description: 'Die Dokumente einer früheren Revision zurückbringen',
    revision: `Die Nummer der Revision, siehe ${ROOT} ${names.history}`,
    beforeFirst: '0 · vor der ersten Revision: nichts Eigenes dieses Servers',
    choice: (revision, at, zone, what) => `${revision} · ${moment(at, zone)} · ${what}`,
  },

  preview,
  proposal,
  published,
  correction,

  list: {
    description: 'Die Dokumente einer Sammlung auflisten',
    none: (isShared) =>
      isShared
        ? 'Noch gibt es keine gemeinsamen Dokumente. Der Betreiber dieses Bots kann welche in den Wissensordner legen.'
        : `Dieser Server hat noch keine eigenen Dokumente. ${ROOT} ${names.add} nimmt eine Datei oder Webseite.`,
    count: documents,
    moreRemarks: (count) =>
      `und ${counted(count, { one: 'weitere Anmerkung', other: 'weitere Anmerkungen' })} zum Lesen`,
    origin: {
      folder: 'Wissensordner',
      file: (name) => `Datei ${name}`,
      url: 'Webseite',
      note: 'Notiz von ',
    },
  },

  status: {
    description: 'Was seit wann live ist und ob eine Auffrischung wartet',
    live: (revision, who, when) => [`Revision ${revision} ist live, veröffentlicht von `, who, ', ', when],
    nothing: 'Noch wurde nichts veröffentlicht.',
    size: (all, some) => `${documents(all)}, ${passages(some)}`,
    folder: {
      same: 'Im Wissensordner steht dasselbe: Keine Auffrischung wartet.',
      differs: `Der Wissensordner hat sich geändert: Eine Auffrischung wartet. Sieh sie mit ${ROOT} ${names.refresh} an.`,
      unreadable: 'Der Wissensordner lässt sich nicht lesen. Sag dem Betreiber dieses Bots Bescheid.',
    },
    underWay: (who, since) => [who, ' bereitet seit ', since, ' eine Änderung vor.'],
    schedule: (next) => ['Die nächste geplante Auffrischung ist ', next, '.'],
    noSchedule: `Keine Auffrischung ist geplant. ${ROOT} ${names.settings} legt eine fest.`,
  },

  history: {
    description: 'Revisionen, und was Moderatoren getan haben',
    title: (isShared) => `Verlauf: ${collection.text(isShared)}`,
    none: 'Noch ist nichts geschehen.',
    actions: {
      publish: (revision, what) => `hat Revision ${revision} veröffentlicht${what && `: ${what}`}`,
      takedown: (document, why) => `hat „${document}“ zurückgezogen: ${why}`,
      discard: 'hat eine Vorschau verworfen',
      settings: 'hat die Einstellungen geändert',
      dismiss: 'hat eine Frage von Mitgliedern verworfen',
      'dismiss-report': 'hat eine Meldung verworfen',
      first: 'hat den Wissensordner zum ersten Mal gelesen',
      refresh: 'hat eine Auffrischung angesehen',
      add: 'hat eine Hinzufügung angesehen',
      remove: 'hat eine Entfernung angesehen',
      rollback: 'hat eine Rückkehr zu einer Revision angesehen',
      teach: 'hat eine Änderung der bekannten Fragen angesehen',
    },
    older: 'Ältere',
    newest: 'Neueste',
    end: 'Davor ist nichts.',
  },

  questions: {
    description: 'Was Mitglieder vergeblich fragten oder meldeten und welche Fragen zugeordnet sind',
    view: 'Was davon; sonst die Fragen, die Mitglieder vergeblich gestellt haben',
    views: {
      asked: 'gestellt, ohne sichere Antwort',
      reports: 'Meldungen: was nicht stimmen soll',
      known: 'bekannt: einer Stelle zugeordnet',
    },
    title: (count) => `${questions(count)} ohne sichere Antwort`,
    none: 'Keine Frage wartet auf dich: Alle bisher gestellten hatten eine sichere Antwort. Eine ohne steht hier 90 Tage lang.',
    off: `Auf diesem Server werden keine Fragen behalten. ${ROOT} ${names.settings} mit ${names.page}: Antworten schaltet das ein.`,
    counts: ({ unanswered, unsure, thumbs }) =>
      [
        ...(unanswered > 0 ? [`keine Antwort, ${times(unanswered)}`] : []),
        ...(unsure > 0 ? [`keine sichere Antwort, ${times(unsure)}`] : []),
        ...rated('Antwort', thumbs.answered),
        ...rated('unsichere Antwort', thumbs.unsure),
      ].join(' · '),
    last: ' · zuletzt ',
    alike: (texts) => `Auch so gefragt: ${texts.map((text) => `„${text}“`).join(', ')}`,
    closest: 'Am nächsten:',
    answered: 'Die Dokumente beantworten das jetzt:',
    marked: (members) =>
      members === 1
        ? 'Ein Mitglied hat das als Antwort markiert:'
        : `${number(members)} Mitglieder haben das als Antwort markiert:`,
    teach: teach.button,
    nothingNear: 'In den Dokumenten kommt dem nichts nahe.',
    note: 'Mit einer Notiz antworten',
    dismiss: 'Verwerfen',
    download: 'Als CSV herunterladen',
    downloaded: (count) => `${questions(count)}, die häufigsten zuerst.`,
    position,
    fileName: 'fragen.csv',
    columns: [
      'Frage',
      'nicht beantwortet',
      'nicht sicher beantwortet',
      'Daumen hoch',
      'Daumen runter',
      'Daumen hoch, wo unsicher',
      'Daumen runter, wo unsicher',
      'zuletzt gestellt',
      'nächstes Dokument',
      'nächste Textstelle',
    ],
    gone: `Diese Frage ist nicht mehr auf der Liste: Sie wurde verworfen, ist eine bekannte Frage geworden oder älter als 90 Tage. ${ROOT} ${names.questions} zeigt die jetzigen.`,
  },

  teach,
  known,

  note: {
    formTitle: 'Mit einer Notiz antworten',
    fields: {
      text: 'Die Antwort in deinen Worten',
      title: 'Titel',
      publisher: 'Wer das sagt (Herausgeber der Quelle)',
      url: 'Adresse der Quelle',
      published: 'Wann es veröffentlicht wurde',
    },
    title: (title) => `Notiz der Moderatoren dieses Servers: ${title}`,
    author: 'Moderatoren dieses Servers',
  },

  settings,

  report: {
    waiting: 'Die geplante Auffrischung hat Änderungen gefunden. Moderatoren können sie veröffentlichen:',
    failed: (detail) =>
      `Die geplante Auffrischung ist gescheitert. ${detail} Zum nächsten Zeitpunkt wird es wieder versucht; bis es wieder geht, erfahrt ihr das nur einmal.`,
    tooLong: 'Sie dauerte zu lange und wurde abgebrochen.',
    unknown: 'Der Betreiber dieses Bots findet den Grund in seinem Protokoll.',
  },

  who: { host: 'der Betreiber dieses Bots', schedule: 'der Zeitplan' },
};

function times(count: number): string {
  return count === 1 ? 'einmal' : `${number(count)}-mal`;
}

function rated(what: string, { up, down }: Thumbs): string[] {
  return up + down > 0 ? [`${what} 👍 ${up} 👎 ${down}`] : [];
}
