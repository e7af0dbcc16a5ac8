import { createPhrases } from '../phrases.js';

export const { number, date, shortDate, counted, form, list, megabytes, moment, weekday } =
  createPhrases('fr');

export const documents = (count: number) => counted(count, { one: 'document', other: 'documents' });
export const passages = (count: number) => counted(count, { one: 'passage', other: 'passages' });
export const questions = (count: number) => counted(count, { one: 'question', other: 'questions' });
export const knownQuestions = (count: number) =>
  counted(count, { one: 'question connue', other: 'questions connues' });
export const characters = (count: number) => counted(count, { one: 'caractère', other: 'caractères' });
