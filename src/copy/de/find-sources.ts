import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

export const findSources: Copy['findSources'] = {
  name: 'Quellen finden',
  summary: 'Was die Dokumente zu jedem Satz einer Nachricht haben: die Stelle und welche Angaben dort stehen',
  nothing: 'In dieser Nachricht steht nichts in Worten, was sich nachschlagen ließe.',
  title: (found, sentences) =>
    `Zu ${number(found)} von ${counted(sentences, { one: 'Satz', other: 'Sätzen' })} gibt es eine Stelle in den Dokumenten`,
  aside: 'Welche Angaben an einer Stelle stehen, sagt nicht, ob ein Satz stimmt.',
  none: 'Dazu wurde keine Stelle gefunden.',
  isThere: (detail) => `${detail}: steht dort`,
  isNotThere: (detail) => `${detail}: steht dort nicht`,
  questions: (count) =>
    count === 1
      ? `Eine Frage wurde übergangen: /${names.ask} beantwortet sie.`
      : `${number(count)} Fragen wurden übergangen: /${names.ask} beantwortet sie.`,
  more: (count) =>
    `${counted(count, { one: 'weiterer Satz passte', other: 'weitere Sätze passten' })} nicht mehr hinein: Kopiere den Rest in eine eigene Nachricht.`,
};
