import { createPhrases } from '../phrases.js';

export const { number, date, shortDate, counted, form, list, megabytes, moment, weekday } =
  createPhrases('de');

export const documents = (count: number) => counted(count, { one: 'Dokument', other: 'Dokumente' });
export const passages = (count: number) => counted(count, { one: 'Textstelle', other: 'Textstellen' });
export const questions = (count: number) => counted(count, { one: 'Frage', other: 'Fragen' });
export const knownQuestions = (count: number) =>
  counted(count, { one: 'bekannte Frage', other: 'bekannte Fragen' });
export const characters = (count: number) => counted(count, { one: 'Zeichen', other: 'Zeichen' });
