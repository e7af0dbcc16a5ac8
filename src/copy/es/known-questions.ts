import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, form, knownQuestions, number, questions } from './phrases.js';

export function position(from: number, to: number, count: number): string {
  return from === to
    ? `Pregunta ${number(from)} de ${number(count)}`
    : `Preguntas ${number(from)} a ${number(to)} de ${number(count)}`;
}

const LIST = `/${names.knowledge} ${names.questions}`;

export const teach: Copy['knowledge']['teach'] = {
  button: 'Este pasaje la responde',
  title: '¿Qué pasaje la responde?',
  how: 'Elige la frase que la responde; si hacen falta dos o tres juntas, elígelas todas. Verás qué respuestas cambiarían antes de que algo esté en vivo.',
  along: (texts, more) =>
    `También preguntada así, y asignada con ella: ${texts.map((text) => `«${text}»`).join(', ')}${more > 0 ? ` y ${number(more)} más` : ''}`,
  leftOut: (count, most) =>
    `Se omite por tener más de ${most} caracteres: ${counted(count, { one: 'formulación', other: 'formulaciones' })}.`,
  tooLong: (most) =>
    `Una pregunta conocida tiene como máximo ${most} caracteres, y esta es más larga. Puedes responderla con una nota; o hazla más corta con /${names.ask} y, si la respuesta no es segura, asígnala desde aquí.`,
  closest: 'Lo más cercano, lo mejor primero:',
  found: (text) => `Lo más cercano a «${text}», lo mejor primero:`,
  nothing: 'No hay nada parecido en los documentos. Búscalo con otras palabras, o responde con una nota.',
  nothingFor: (text) =>
    `No hay nada parecido a «${text}» en los documentos. Búscalo con otras palabras, o añade un documento que lo diga con /${names.knowledge} ${names.add}.`,
  sentence: (at, text) => `${at}. «${text}»`,
  choice: (at, text) => `${at} · ${text}`,
  marked: 'marcado por un miembro',
  placeholder: 'La frase que la responde, o hasta tres',
  search: 'Buscar otro',
  form: {
    title: 'Buscar otro pasaje',
    text: 'Palabras del pasaje',
    example: 'Como podría decirlo el documento',
  },
  changed: `Los documentos han cambiado desde que se hizo esta lista, y lo que elegiste ya no está. Usa ${LIST} para una lista nueva.`,
};

export const known: Copy['knowledge']['known'] = {
  title: knownQuestions,
  none: `Todavía no hay ninguna pregunta ligada a un pasaje. ${LIST} muestra lo que los miembros preguntaron en vano; «${teach.button}» liga una a su respuesta.`,
  orphans: (count) =>
    `${questions(count)} sin respuesta: ${form(count, { one: 'su frase ya no está', other: 'sus frases ya no están' })} en los documentos. Elige ${count === 1 ? 'la pregunta' : 'una'} abajo para escoger otra frase, o para quitarla.`,
  orphan: 'Su frase ya no está. ',
  answer: (text, title) => `«${text}» (${title})`,
  gone: (text, document) =>
    `«${text}» ya no está en «${document}», así que ahora no responde a nada. Elige otra frase, o quita la pregunta.`,
  goneInFolder: (text, document) =>
    `«${text}» ya no está en «${document}», así que ahora no responde a nada.`,
  from: {
    folder: 'carpeta de documentos',
    shared: 'asignada aquí, para todos los servidores',
    server: 'asignada aquí, para este servidor',
  },
  placeholder: 'Ver una pregunta, editarla o quitarla',
  position,
  edit: 'Editar la formulación',
  passage: 'Elegir otra frase',
  remove: 'Quitar',
  back: 'Volver a la lista',
  form: { title: 'Editar la formulación', question: 'La pregunta, como la hacen los miembros' },
  noWording:
    'La pregunta estaba vacía, así que se queda como estaba. Abre el formulario otra vez, o quita la pregunta.',
  unknown: `Esto ya no es una pregunta conocida: se cambió o se quitó. Usa ${LIST} con ${names.view}: conocidas para ver las actuales.`,
};
