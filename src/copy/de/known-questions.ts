import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, form, knownQuestions, number, questions } from './phrases.js';

export function position(from: number, to: number, count: number): string {
  return from === to
    ? `Frage ${number(from)} von ${number(count)}`
    : `Fragen ${number(from)} bis ${number(to)} von ${number(count)}`;
}

const LIST = `/${names.knowledge} ${names.questions}`;

export const teach: Copy['knowledge']['teach'] = {
  button: 'Diese Stelle beantwortet sie',
  title: 'Welche Stelle beantwortet sie?',
  how: 'Wähle den Satz, der sie beantwortet; braucht es zwei oder drei zusammen, wähle sie alle. Du siehst, welche Antworten sich ändern würden, bevor etwas live ist.',
  along: (texts, more) =>
    `Auch in anderen Worten gefragt und mit zugeordnet: ${texts.map((text) => `„${text}“`).join(', ')}${more > 0 ? ` und ${number(more)} weitere` : ''}`,
  leftOut: (count, most) =>
    `Weggelassen, da länger als ${most} Zeichen: ${counted(count, { one: 'Wortlaut', other: 'Wortlaute' })}.`,
  tooLong: (most) =>
    `Eine bekannte Frage hat höchstens ${most} Zeichen, und diese ist länger. Du kannst sie mit einer Notiz beantworten; oder frag sie mit /${names.ask} kürzer und ordne sie, wenn die Antwort nicht sicher ist, von hier aus zu.`,
  closest: 'Was am nächsten kommt, das Beste zuerst:',
  found: (text) => `Was „${text}“ am nächsten kommt, das Beste zuerst:`,
  nothing:
    'In den Dokumenten kommt dem nichts nahe. Such mit anderen Worten danach, oder antworte mit einer Notiz.',
  nothingFor: (text) =>
    `In den Dokumenten kommt „${text}“ nichts nahe. Such mit anderen Worten danach, oder füge mit /${names.knowledge} ${names.add} ein Dokument hinzu, das es sagt.`,
  sentence: (at, text) => `${at}. „${text}“`,
  choice: (at, text) => `${at} · ${text}`,
  marked: 'von einem Mitglied markiert',
  placeholder: 'Der Satz, der sie beantwortet, oder bis zu drei',
  search: 'Nach einer anderen suchen',
  form: {
    title: 'Nach einer anderen Stelle suchen',
    text: 'Wörter der Textstelle',
    example: 'Wie es im Dokument stehen könnte',
  },
  changed: `Die Dokumente haben sich seit dieser Liste geändert, und was du gewählt hast, ist nicht mehr da. ${LIST} zeigt eine neue Liste.`,
};

export const known: Copy['knowledge']['known'] = {
  title: knownQuestions,
  none: `Noch ist keine Frage einer Stelle zugeordnet. ${LIST} zeigt, was Mitglieder vergeblich gefragt haben; „Diese Stelle beantwortet sie“ ordnet eine ihrer Antwort zu.`,
  orphans: (count) =>
    `${questions(count)} ohne Antwort: ${form(count, { one: 'Ihr Satz steht', other: 'Ihre Sätze stehen' })} nicht mehr in den Dokumenten. Wähle unten ${count === 1 ? 'sie' : 'eine'} aus, um einen anderen Satz zu wählen oder die Frage zu entfernen.`,
  orphan: 'Ihr Satz fehlt. ',
  answer: (text, title) => `„${text}“ (${title})`,
  gone: (text, document) =>
    `„${text}“ steht nicht mehr in „${document}“ und beantwortet jetzt nichts. Wähle einen anderen Satz, oder entferne die Frage.`,
  goneInFolder: (text, document) =>
    `„${text}“ steht nicht mehr in „${document}“ und beantwortet jetzt nichts.`,
  from: {
    folder: 'Wissensordner',
    shared: 'hier zugeordnet, für alle Server',
    server: 'hier zugeordnet, für diesen Server',
  },
  placeholder: 'Eine Frage ansehen, bearbeiten oder entfernen',
  position,
  edit: 'Wortlaut bearbeiten',
  passage: 'Anderen Satz wählen',
  remove: 'Entfernen',
  back: 'Zurück zur Liste',
  form: { title: 'Wortlaut bearbeiten', question: 'Die Frage, wie Mitglieder sie stellen' },
  noWording:
    'Die Frage war leer und bleibt deshalb, wie sie war. Öffne das Formular noch einmal, oder entferne die Frage.',
  unknown: `Das ist keine bekannte Frage mehr: Sie wurde geändert oder entfernt. ${LIST} mit ${names.view}: bekannt zeigt die jetzigen.`,
};
