import type { ChangedField } from '../../documents/diff.js';
import type { SentenceFault } from '../../documents/problem.js';
import type { Copy } from '../copy.js';
import { changes } from './changes.js';
import { names } from './names.js';
import { counted, documents, knownQuestions, number, passages, questions } from './phrases.js';

type Knowledge = Copy['knowledge'];

export const collection: Knowledge['collection'] = {
  option: 'Welche Dokumente; sonst die dieses Servers und im Heimserver die gemeinsamen',
  names: { server: 'die eigenen dieses Servers', shared: 'die gemeinsamen, auf jedem Server zu sehen' },
  title: (isShared) => (isShared ? 'Gemeinsame Dokumente' : 'Dokumente dieses Servers'),
  text: (isShared) => (isShared ? 'die gemeinsamen Dokumente' : 'die Dokumente dieses Servers'),
};

export const preview: Knowledge['preview'] = {
  title: (kind, isShared, rollbackTo) => {
    const what = collection.text(isShared);
    if (kind === 'rollback')
      return `Vorschau: ${what} ${rollbackTo === 0 ? 'wie vor der ersten Revision' : `wie in Revision ${rollbackTo}`}`;
    const titles = {
      first: 'erste Veröffentlichung',
      refresh: 'Auffrischung',
      add: 'Hinzufügung',
      remove: 'Entfernung',
      teach: 'bekannte Fragen',
    };
    return `Vorschau: ${titles[kind]} · ${what}`;
  },
  notLive: (until) => ['Nichts ist live, bis du es veröffentlichst. Diese Vorschau bleibt bis ', until],
  passages: (before, after) =>
    before === after ? passages(after) : `${passages(after)}, jetzt ${number(before)}`,
  glossary: 'Namen und Synonyme geändert',
  knownQuestions: (signed) => `Bekannte Fragen ${signed}`,
  wording: { added: '+ ', removed: '− ', changed: '~ ' },
  moreQuestions: (count) => `und ${number(count)} weitere bekannte Fragen`,
  added: 'Neu',
  removed: 'Entfernt',
  changed: 'Geändert: ',
  problems: 'Probleme',
  questionProblems: (count) =>
    `${counted(count, { one: 'Problem', other: 'Probleme' })} mit bekannten Fragen, die in der ganzen Vorschau stehen`,
  warnings: 'Bitte zuerst ansehen',
  says: 'Was darin steht, wie es zitiert würde',
  moreOpenings: (count) =>
    `und ${counted(count, { one: 'weiterer Abschnitt', other: 'weitere Abschnitte' })}`,
  leaveOut: (count) => `${documents(count)} weglassen, nicht lesbar`,
  size: passages,
  fields: (fields) => `Auch geändert: ${fields.map((one) => FIELDS[one]).join(', ')}`,
  onlyFields: (fields) => `Nur geändert: ${fields.map((one) => FIELDS[one]).join(', ')}`,
  moreLines: (count) =>
    `und ${counted(count, { one: 'weiterer geänderter Absatz', other: 'weitere geänderte Absätze' })}`,
  more: (count) => `und ${number(count)} weitere`,
  warning: (warning) => {
    switch (warning.kind) {
      case 'no-passages':
        return `„${warning.title}“ hat keinen Text, den eine Antwort zitieren könnte.`;
      case 'not-found-by-title':
        return `Die Suche nach „${warning.title}“ findet dieses Dokument nicht zuerst. Ein klarerer Titel hilft.`;
      case 'replaces':
        return `„${warning.title}“ träte an die Stelle von „${warning.before}“, das denselben Namen hat (${warning.id}). Ist es ein anderes Dokument, verwirf das und gib der Datei einen anderen Namen. Veröffentlicht wird erst beim zweiten Klick.`;
      case 'shrinks':
        return `Weniger als die Hälfte der Textstellen bliebe übrig: ${number(warning.after)} von ${number(warning.before)}. Veröffentlicht wird erst beim zweiten Klick.`;
    }
  },
  answers: (changed, compared) =>
    changed === 0
      ? `Antworten: Keine von ${questions(compared)} würde anders beantwortet.`
      : `Antworten: ${number(changed)} von ${questions(compared)} würden anders beantwortet`,
  before: '− ',
  after: '+ ',
  noAnswer: '(die Dokumente beantworten sie nicht)',
  quoted: {
    answered: (text, document) => `„${text}“ (${document})`,
    unsure: (text, document) => `am nächsten kommt: „${text}“ (${document})`,
  },
  publish: 'Veröffentlichen',
  publishAnyway: 'Trotzdem veröffentlichen',
  discard: 'Verwerfen',
  correct: 'Quelle berichtigen',
  again: 'Neue Vorschau',
  whole: 'Ganze Vorschau zeigen',
  sureToo: 'Wähle „Trotzdem veröffentlichen“, wenn du das willst.',
};

export const proposal: Knowledge['proposal'] = {
  unchanged: 'Nichts würde sich ändern: Was hiermit veröffentlicht würde, ist schon live.',
  busy: (who, since) => [
    who,
    ' bereitet seit ',
    since,
    ' eine Änderung dieser Dokumente vor. Versuch es noch einmal, wenn das fertig ist.',
  ],
  refused: (refusal) => {
    switch (refusal.kind) {
      case 'over-limit':
        if (refusal.limit === 'knownQuestions')
          return `Damit wären es ${knownQuestions(refusal.wanted)}, und höchstens ${number(refusal.most)} werden aufbewahrt. Entferne zuerst welche: /${names.knowledge} ${names.questions} mit ${names.view}: bekannt zeigt sie.`;
        return `Damit hätte der Server ${changes.limits[refusal.limit](refusal.wanted)}, und höchstens ${changes.limits[refusal.limit](refusal.most)} sind erlaubt. Entferne etwas mit /${names.knowledge} ${names.remove}, oder bitte den Betreiber dieses Bots um mehr Platz.`;
      case 'no-document':
        return `Dieser Server hat kein eigenes Dokument „${refusal.document}“. Wähle eins aus der Liste, die beim Tippen erscheint.`;
      case 'no-revision':
        return `Es gibt keine Revision ${refusal.revision}. Wähle eine aus der Liste, die beim Tippen erscheint.`;
      case 'let-go':
        return `Revision ${refusal.revision} ist zu alt, um zurückzukehren: Ihre Dokumente werden nicht mehr aufbewahrt. Wähle eine spätere aus der Liste, die beim Tippen erscheint.`;
      case 'in-folder':
        return `„${refusal.document}“ ist eines der gemeinsamen Dokumente, die aus dem Wissensordner kommen. Entferne dort die Datei, und nimm dann /${names.knowledge} ${names.refresh} mit ${names.collection}: den gemeinsamen.`;
      case 'withdrawn':
        return `Der Text von „${refusal.document}“ wurde zurückgezogen und kann nicht wieder veröffentlicht werden. Füge einen anderen Text hinzu.`;
      case 'no-sentence':
        return NO_SENTENCE[refusal.fault](refusal.document);
      case 'question-too-long':
        return `Eine bekannte Frage hat höchstens ${refusal.most} Zeichen. Kürze sie.`;
      case 'question-in-folder':
        return `„${refusal.question}“ ist eine bekannte Frage des Wissensordners. Ändere dort ihre Datei im Ordner asked, und nimm dann /${names.knowledge} ${names.refresh} mit ${names.collection}: den gemeinsamen.`;
      case 'too-long':
        return `Das dauerte länger als ${counted(refusal.minutes, { one: 'Minute', other: 'Minuten' })} und wurde abgebrochen. Nichts hat sich geändert. Versuch es noch einmal, oder entferne zuerst die größten Dokumente.`;
    }
  },
};

export const published: Knowledge['published'] = {
  done: (revision, who) => [`Veröffentlicht als Revision ${revision} von `, who, '.'],
  next: `Mitglieder bekommen ab jetzt daraus Antwort. /${names.knowledge} ${names.rollback} bringt eine frühere Revision zurück.`,
  stale: (base, current) =>
    `Die Dokumente haben sich seit dieser Vorschau geändert: Sie galt für Revision ${base}, und live ist Revision ${current}. Nichts wurde veröffentlicht. Mach die Vorschau neu, um zu sehen, was sich jetzt ändern würde.`,
  gone: 'Diese Vorschau wurde veröffentlicht oder verworfen oder ist älter als ein Tag. Eben wurde nichts geändert. Nimm den Befehl noch einmal für eine neue.',
  withdrawn: (titles) =>
    `Seit dieser Vorschau wurde ein Text darin zurückgezogen: ${titles.join(', ')}. Nichts wurde veröffentlicht. Mach die Vorschau ohne ihn neu.`,
  undo: 'Rückgängig',
  since: (revision, live) =>
    `Seit Revision ${revision} wurde mehr veröffentlicht: Live ist Revision ${live}. Das wird alles mit zurückgenommen.`,
  discarded: 'Verworfen. Nichts hat sich geändert.',
};

export const correction: Knowledge['correction'] = {
  title: 'Quelle berichtigen',
  fields: {
    title: 'Titel',
    publisher: 'Herausgeber',
    author: 'Verfasser',
    published: 'Veröffentlicht',
    url: 'Adresse des Originals',
  },
  dateHint: 'JJJJ, JJJJ-MM oder JJJJ-MM-TT',
  badDate: (text) =>
    `„${text}“ ist kein Datum der Form JJJJ, JJJJ-MM oder JJJJ-MM-TT; das Datum bleibt also, wie es war.`,
  badUrl: (text) =>
    `„${text}“ ist keine Adresse, die mit https:// oder http:// beginnt und keinen Benutzernamen vor einem @ hat; die Adresse bleibt also, wie sie war.`,
};

const NO_SENTENCE: Readonly<Record<SentenceFault, (document: string) => string>> = {
  'no-document': (document) => `„${document}“ gibt es nicht mehr. Wähle eine andere Stelle.`,
  'not-found': (document) =>
    `„${document}“ hat sich geändert und sagt das nicht mehr. Such die Stelle noch einmal, und wähle den Satz, wie er jetzt ist.`,
  'not-unique': (document) =>
    `„${document}“ hat diesen Satz mehrmals; welcher antwortet, ist nicht zu sagen. Wähle einen anderen Satz.`,
};

const FIELDS: Readonly<Record<ChangedField, string>> = {
  title: 'Titel',
  source: 'Quelle',
  tags: 'Schlagwörter',
  'sentence-sources': 'Quellen von Sätzen',
  headings: 'Überschriften',
  pages: 'Seiten',
  order: 'Reihenfolge der Absätze',
  layout: 'Gestaltung',
  remarks: 'Anmerkungen zum Lesen',
};
