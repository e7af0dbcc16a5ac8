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
  title: 'Gracias por añadirme',
  members: `Pregunta con /${names.ask}: al escribir aparecen preguntas, y las respuestas traen sus fuentes.`,
  moderators: `Para moderadores: /${names.knowledge} ${names.add} añade documentos propios de este servidor, y los ajustes dicen quién ve las respuestas y adónde van los informes.`,
  help: 'Qué sé hacer',
  settings: 'Ajustes para moderadores',
};

const reply: Copy['reply'] = {
  page: (page, pages) => `Página ${page} de ${pages}`,
  previous: 'Anterior',
  next: 'Siguiente',
  formTooLate: 'El formulario tardó demasiado en abrirse y Discord ya no lo acepta. Vuelve a intentarlo.',
  shortened: 'Abreviado: en un mensaje de Discord no cabe más.',
  failed: (errorId) =>
    `Algo falló por mi parte. Vuelve a intentarlo; si se repite, díselo a quien aloja este bot: error ${errorId}.`,
  database: {
    full: (errorId) =>
      `No se pudo guardar nada: el disco de la máquina en la que funciono está lleno. Quien aloja este bot tiene que hacer sitio; no ha cambiado nada. Error ${errorId}.`,
    replaced: (errorId) =>
      `No se pudo guardar nada: el archivo de mi base de datos fue borrado o sustituido. Quien aloja este bot tiene que devolverlo a su sitio o reiniciarme. Error ${errorId}.`,
    damaged: (errorId) =>
      `Mi base de datos está dañada. Quien aloja este bot tiene que recuperar una copia de seguridad. Error ${errorId}.`,
    away: (errorId) =>
      `Mi base de datos no se puede usar en este momento. Vuelve a intentarlo en unos minutos; si sigue así, díselo a quien aloja este bot: error ${errorId}.`,
  },
  unknownCommand: 'Este comando ya no existe. Recarga Discord (Ctrl+R) para ver los actuales.',
  preparing: 'Se están preparando los documentos de este servidor. Vuelve a intentarlo en un momento.',
  busy: 'Ahora mismo recibo más preguntas de las que puedo responder. Vuelve a intentarlo en un momento.',
  restarting: 'Me están reiniciando. Vuelve a intentarlo en un momento.',
  staleButton: 'Esto pertenece a una versión anterior de mí. Usa el comando otra vez.',
};

/** Español. */
export const es: Copy = {
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
