import { createPhrases } from '../phrases.js';

const { number, date, shortDate, counted, list, megabytes, moment, weekday } = createPhrases('zh-CN');

export { date, list, megabytes, moment, number, shortDate, weekday };

/** A number with its measure word. */
export const of = (count: number, measured: string) => counted(count, { other: measured });

export const documents = (count: number) => of(count, '份文档');
export const passages = (count: number) => of(count, '个段落');
export const questions = (count: number) => of(count, '个问题');
export const knownQuestions = (count: number) => of(count, '个已知问题');
export const characters = (count: number) => of(count, '个字符');
