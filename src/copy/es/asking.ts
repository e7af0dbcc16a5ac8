import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, number, questions } from './phrases.js';

export const ask: Copy['ask'] = {
  description:
    'Pregunta por las alianzas de IA de China: la respuesta se cita de los documentos, con fuentes',
  question: 'Lo que quieres saber',
  private: 'Mostrarte la respuesta solo a ti y no guardar nada de la pregunta',
  asked: 'Pregunta: ',
  unsure: 'Esto es lo más cercano; comprueba si te responde:',
  none: 'Los documentos no responden a esto.',
  missing: ({ asked, nearest, isNowhere }) =>
    `${asked} no está en ${isNowhere ? 'ninguno de los documentos' : 'lo más cercano'}${nearest === undefined ? '' : `; lo más cercano trata de ${nearest}`}.`,
  asOf: (day) => `A fecha de ${date(day)}: lo citado aquí no va más allá`,
  next: 'Con otras palabras quizá aparezca: una pregunta cada vez, con los nombres que conozcas.',
  moderatorsSee: 'Los moderadores de este servidor ven qué preguntas quedaron sin respuesta.',
  about: 'Conozco las alianzas de IA de China. Preguntas que puedo responder, por ejemplo:',
  examples: [
    '¿Qué empresas forman parte de la Model-Chip Ecosystem Innovation Alliance?',
    '¿Cuándo se publicó FlagOS 2.0?',
  ],
  closestButton: 'Pasajes más cercanos',
  closest: 'Los pasajes más cercanos; quizá ayuden, pero no son una respuesta:',
  nothingNear: `Ya no hay nada parecido en los documentos. Con otras palabras quizá aparezca más; /${names.sources} muestra lo que hay.`,
  tooMany: (perMinute) =>
    `Eso supera el límite de ${questions(perMinute)} por minuto de este servidor. Podrás volver a preguntar `,
  related: 'Hacer una pregunta relacionada',
  up: '👍',
  down: '👎',
  thanks:
    'Gracias, queda contado. Los moderadores ven cuántas veces ayudó una respuesta, pero no quién lo dijo.',
  notCounted: 'Este servidor ya no guarda preguntas, así que tu voto no se ha contado.',
};

export const citation: Copy['citation'] = {
  paragraph: (at) => `párrafo ${at}`,
  page: (page) => `página ${page}`,
  source: 'fuente',
  archived: 'copia archivada',
  noSource: 'sin fuente indicada',
  more: (count) => `y ${number(count)} más`,
  moreItems: (count) => counted(count, { one: 'punto más en la lista', other: 'puntos más en la lista' }),
  differing: { sources: 'Las fuentes discrepan', times: 'En momentos distintos' },
  undated: 'sin fecha',
  asOf: (day) => `a fecha de ${date(day)}`,
  alsoIn: (titles, count) =>
    `también en ${titles.join('; ')}${count > titles.length ? ` y ${number(count - titles.length)} más` : ''}`,
  date,
};
