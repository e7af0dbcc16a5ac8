import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, number, questions, shortDate } from './phrases.js';

export const ask: Copy['ask'] = {
  description:
    'Pregunta por las alianzas de IA de China: la respuesta se cita de los documentos, con fuentes',
  question: 'Lo que quieres saber',
  private: 'Mostrarte la respuesta solo a ti y no guardar nada de la pregunta',
  summary: (excerpts, asOf, revision) =>
    [
      counted(excerpts, { one: 'extracto', other: 'extractos' }),
      ...(asOf === undefined ? [] : [`documentos a fecha de ${shortDate(asOf)}`]),
      revision,
    ].join(' · '),
  revision: ({ shared, guild }) =>
    guild === undefined ? `revisión ${shared}` : `revisión ${shared} · revisión ${guild} de este servidor`,
  context: 'Contexto',
  inContext: 'Dónde están las palabras en negrita',
  more: 'Más',
  further: 'Más extractos, que dicen menos de lo que se preguntó',
  cite: 'Citar',
  share: 'Compartir',
  askedBy: (who) => ['Pregunta de ', who],
  again: 'Volver a preguntar',
  notLive: (then, now) => `Esto es de la ${then}; ahora está publicada la ${now}.`,
  letGo: (then) =>
    `Esto es de la ${then}, cuyos documentos ya no se conservan. Vuelve a preguntar para ver lo que dicen ahora.`,
  withdrawn:
    'Se ha retirado un texto que aquí se citaba. Vuelve a preguntar para ver lo que dicen ahora los documentos.',
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
  up: '👍 Útil',
  down: '👎 No es útil',
  thanks:
    'Gracias, queda contado. Los moderadores ven cuántas veces ayudó una respuesta, pero no quién lo dijo.',
  notCounted: 'Este servidor ya no guarda preguntas, así que tu voto no se ha contado.',
};

export const cite: Copy['cite'] = {
  plain: 'Texto sin formato',
  markdown: 'Markdown',
  wikipedia: 'Wikipedia',
  bibtex: 'BibTeX',
  words: {
    date,
    accessed: (day) => `consultado el ${day}`,
    archived: (address) => `archivado en ${address}`,
  },
};

export const citation: Copy['citation'] = {
  paragraph: (at) => `párrafo ${at}`,
  page: (page) => `página ${page}`,
  sources: (count) => (count === 1 ? 'Fuente' : 'Fuentes'),
  archived: 'copia archivada',
  noSource: 'sin fuente indicada',
  more: (count) => `+ ${number(count)} más`,
  old: (months) =>
    months < 36
      ? `de hace ${counted(months, { one: 'mes', other: 'meses' })}`
      : `de hace ${counted(Math.floor(months / 12), { one: 'año', other: 'años' })}`,
  moreItems: (count) => counted(count, { one: 'punto más en la lista', other: 'puntos más en la lista' }),
  differing: { sources: 'Las fuentes discrepan', times: 'En momentos distintos' },
  undated: 'sin fecha',
  asOf: (day) => `a fecha de ${date(day)}`,
  alsoIn: (titles, count) =>
    `también en ${titles.join('; ')}${count > titles.length ? ` y ${number(count - titles.length)} más` : ''}`,
  date,
  shortDate,
};
