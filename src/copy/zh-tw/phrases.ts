import { createPhrases } from '../phrases.js';

const { number, date, shortDate, counted, list, megabytes, moment, weekday } = createPhrases('zh-TW');

export { date, list, megabytes, moment, number, shortDate, weekday };

/** A number with its measure word. */
export const of = (count: number, measured: string) => counted(count, { other: measured });

export const documents = (count: number) => of(count, '份文件');
export const passages = (count: number) => of(count, '個段落');
export const questions = (count: number) => of(count, '個問題');
export const knownQuestions = (count: number) => of(count, '個已知問題');
export const characters = (count: number) => of(count, '個字元');
