import type { Copy } from '../copy.js';
import { counted, documents, knownQuestions, megabytes, number, passages } from './phrases.js';

export const changes: Copy['changes'] = {
  counts: {
    added: (count) => counted(count, { one: 'añadido', other: 'añadidos' }),
    changed: (count) => counted(count, { one: 'cambiado', other: 'cambiados' }),
    removed: (count) => counted(count, { one: 'quitado', other: 'quitados' }),
    unchanged: (count) => counted(count, { one: 'sin cambios', other: 'sin cambios' }),
  },
  named: {
    added: (titles) => `añadido ${titles}`,
    changed: (titles) => `cambiado ${titles}`,
    removed: (titles) => `quitado ${titles}`,
  },
  titles: (titles, more) => `${titles.join(', ')}${more > 0 ? ` y ${number(more)} más` : ''}`,
  knownQuestions: (signed) => `preguntas conocidas ${signed}`,
  glossary: 'nombres y sinónimos',
  kinds: {
    first: 'primera publicación',
    refresh: 'actualización',
    add: 'adición',
    remove: 'retirada',
    teach: 'respuestas asignadas',
  },
  takedown: (document) => `«${document}» retirado`,
  serverLeft: 'vaciada después de que el bot saliera',
  rollback: (revision) => `vuelta a la revisión ${revision}`,
  rollbackToStart: 'vuelta a antes de la primera revisión',
  letGo: ' (ya no se conserva)',
  limits: {
    documents,
    bytes: (count) => `${megabytes(count)} de texto`,
    passages,
    storage: (count) => `${megabytes(count)} de documentos con sus archivos`,
    knownQuestions,
  },
};
