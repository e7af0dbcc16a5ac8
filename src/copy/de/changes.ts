import type { Copy } from '../copy.js';
import { documents, knownQuestions, megabytes, number, passages } from './phrases.js';

export const changes: Copy['changes'] = {
  counts: {
    added: (count) => `${number(count)} neu`,
    changed: (count) => `${number(count)} geändert`,
    removed: (count) => `${number(count)} entfernt`,
    unchanged: (count) => `${number(count)} unverändert`,
  },
  named: {
    added: (titles) => `${titles} hinzugefügt`,
    changed: (titles) => `${titles} geändert`,
    removed: (titles) => `${titles} entfernt`,
  },
  titles: (titles, more) => `${titles.join(', ')}${more > 0 ? ` und ${number(more)} weitere` : ''}`,
  knownQuestions: (signed) => `bekannte Fragen ${signed}`,
  glossary: 'Namen und Synonyme',
  kinds: {
    first: 'erste Veröffentlichung',
    refresh: 'Auffrischung',
    add: 'Hinzufügung',
    remove: 'Entfernung',
    teach: 'Antworten zugeordnet',
  },
  takedown: (document) => `„${document}“ zurückgezogen`,
  serverLeft: 'geleert, nachdem der Bot den Server verlassen hatte',
  rollback: (revision) => `zurück auf Revision ${revision}`,
  rollbackToStart: 'zurück auf den Stand vor der ersten Revision',
  letGo: ' (nicht mehr aufbewahrt)',
  limits: {
    documents,
    bytes: (count) => `${megabytes(count)} Text`,
    passages,
    storage: (count) => `${megabytes(count)} an Dokumenten mit ihren Dateien`,
    knownQuestions,
  },
};
