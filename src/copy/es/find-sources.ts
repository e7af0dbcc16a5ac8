import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

export const findSources: Copy['findSources'] = {
  name: 'Buscar fuentes',
  summary:
    'Lo que los documentos tienen sobre cada frase de un mensaje: el pasaje y qué detalles están en él',
  nothing: 'Este mensaje no afirma nada en palabras que se pueda buscar.',
  title: (found, sentences) =>
    `${number(found)} de ${counted(sentences, { one: 'frase', other: 'frases' })} con un pasaje en los documentos`,
  aside: 'Que los detalles estén o no en un pasaje no dice si una frase es cierta.',
  none: 'No se encontró ningún pasaje sobre esto.',
  isThere: (detail) => `${detail}: está`,
  isNotThere: (detail) => `${detail}: no está`,
  questions: (count) =>
    count === 1
      ? `Se ha pasado por alto una pregunta: /${names.ask} la responde.`
      : `Se han pasado por alto ${number(count)} preguntas: /${names.ask} las responde.`,
  more: (count) =>
    `No cupo ${counted(count, { one: 'frase más', other: 'frases más' })}: copia el resto en un mensaje aparte.`,
};
