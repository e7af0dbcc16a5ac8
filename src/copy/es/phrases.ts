import { createPhrases } from '../phrases.js';

export const { number, date, shortDate, counted, form, list, megabytes, moment, weekday } =
  createPhrases('es-ES');

export const documents = (count: number) => counted(count, { one: 'documento', other: 'documentos' });
export const passages = (count: number) => counted(count, { one: 'pasaje', other: 'pasajes' });
export const questions = (count: number) => counted(count, { one: 'pregunta', other: 'preguntas' });
export const knownQuestions = (count: number) =>
  counted(count, { one: 'pregunta conocida', other: 'preguntas conocidas' });
export const characters = (count: number) => counted(count, { one: 'carácter', other: 'caracteres' });
