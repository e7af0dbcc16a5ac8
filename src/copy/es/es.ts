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
  description: 'Listar los documentos tras las respuestas, o mostrar el esquema de uno',
  document: 'Un documento, para ver su esquema',
  title: (count) => `${documents(count)} tras las respuestas`,
  none: 'Todavía no hay documentos. Quien aloja este bot puede poner algunos en su carpeta.',
  paragraphs: (count) => counted(count, { one: 'párrafo', other: 'párrafos' }),
  beforeHeadings: 'Comienzo',
  unknown: (asked) =>
    `No tengo ningún documento llamado «${asked}». Elige uno de la lista que aparece al escribir.`,
};

const help: Copy['help'] = {
  description: 'Qué puede hacer este bot y cómo se usa',
  title: 'Respuestas que puedes comprobar',
  about:
    'Respondo preguntas sobre las alianzas de IA de China con pasajes citados palabra por palabra de documentos, cada uno ' +
    'con su fuente. No escribo nada propio, y lo digo cuando los documentos no responden.',
  commands: 'Lo que puedes hacer',
  tips: 'Para mejores respuestas',
  tip: [
    'Pregunta una cosa cada vez, con los nombres que conozcas: «¿Quién forma parte de la Model-Chip Ecosystem Innovation Alliance?»',
    'Mientras escribes aparecen preguntas que los documentos responden. Elige una, o pregunta con tus palabras.',
    'Las palabras en negrita son de tu pregunta. La línea bajo una cita dice de dónde viene.',
    `Las respuestas las ve todo el canal. Con ${names.private}: True, solo ves tú la tuya.`,
  ],
};

const reply: Copy['reply'] = {
  page: (page, pages) => `Página ${page} de ${pages}`,
  previous: 'Anterior',
  next: 'Siguiente',
  formTooLate: 'El formulario tardó demasiado en abrirse y Discord ya no lo acepta. Vuelve a intentarlo.',
  shortened: 'Abreviado: en un mensaje de Discord no cabe más.',
  failed: (errorId) =>
    `Algo falló por mi parte. Vuelve a intentarlo; si se repite, díselo a quien aloja este bot: error ${errorId}.`,
  unknownCommand: 'Este comando ya no existe. Recarga Discord (Ctrl+R) para ver los actuales.',
  preparing: 'Se están preparando los documentos de este servidor. Vuelve a intentarlo en un momento.',
  staleButton: 'Esto pertenece a una versión anterior de mí. Usa el comando otra vez.',
};

/** Español. */
export const es: Copy = {
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
