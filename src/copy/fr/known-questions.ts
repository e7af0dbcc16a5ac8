import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, form, knownQuestions, number, questions } from './phrases.js';

export function position(from: number, to: number, count: number): string {
  return from === to
    ? `Question ${number(from)} sur ${number(count)}`
    : `Questions ${number(from)} à ${number(to)} sur ${number(count)}`;
}

const LIST = `/${names.knowledge} ${names.questions}`;

export const teach: Copy['knowledge']['teach'] = {
  button: 'Ce passage y répond',
  title: 'Quel passage y répond ?',
  how: 'Choisis la phrase qui y répond ; s’il en faut deux ou trois ensemble, choisis-les toutes. Tu vois quelles réponses changeraient avant que rien ne soit en ligne.',
  along: (texts, more) =>
    `Posée aussi ainsi, et attribuée avec elle : ${texts.map((text) => `« ${text} »`).join(', ')}${more > 0 ? ` et ${number(more)} de plus` : ''}`,
  leftOut: (count, most) =>
    `Omis, car de plus de ${most} caractères : ${counted(count, { one: 'formulation', other: 'formulations' })}.`,
  tooLong: (most) =>
    `Une question connue a ${most} caractères au plus, et celle-ci est plus longue. Tu peux y répondre par une note ; ou pose-la plus courte avec /${names.ask} et, si la réponse n’est pas sûre, attribue-la d’ici.`,
  closest: 'Le plus proche, le meilleur d’abord :',
  found: (text) => `Le plus proche de « ${text} », le meilleur d’abord :`,
  nothing: 'Rien dans les documents n’en est proche. Cherche avec d’autres mots, ou réponds par une note.',
  nothingFor: (text) =>
    `Rien dans les documents n’est proche de « ${text} ». Cherche avec d’autres mots, ou ajoute un document qui le dit avec /${names.knowledge} ${names.add}.`,
  sentence: (at, text) => `${at}. « ${text} »`,
  choice: (at, text) => `${at} · ${text}`,
  marked: 'marqué par un membre',
  placeholder: 'La phrase qui y répond, ou jusqu’à trois',
  search: 'En chercher un autre',
  form: {
    title: 'Chercher un autre passage',
    text: 'Mots du passage',
    example: 'Comme le document pourrait le dire',
  },
  changed: `Les documents ont changé depuis cette liste, et ce que tu as choisi n’y est plus. Utilise ${LIST} pour une nouvelle liste.`,
};

export const known: Copy['knowledge']['known'] = {
  title: knownQuestions,
  none: `Aucune question n’est encore liée à un passage. ${LIST} montre ce que les membres ont demandé en vain ; « ${teach.button} » en lie une à sa réponse.`,
  orphans: (count) =>
    `${questions(count)} sans réponse : ${form(count, { one: 'sa phrase n’est plus', other: 'leurs phrases ne sont plus' })} dans les documents. Choisis-${count === 1 ? 'la' : 'en une'} ci-dessous pour prendre une autre phrase, ou pour enlever la question.`,
  orphan: 'Sa phrase n’y est plus. ',
  answer: (text, title) => `« ${text} » (${title})`,
  gone: (text, document) =>
    `« ${text} » n’est plus dans « ${document} », et ne répond donc à rien. Choisis une autre phrase, ou enlève la question.`,
  goneInFolder: (text, document) => `« ${text} » n’est plus dans « ${document} », et ne répond donc à rien.`,
  from: {
    folder: 'dossier de documents',
    shared: 'attribuée ici, pour tous les serveurs',
    server: 'attribuée ici, pour ce serveur',
  },
  placeholder: 'Voir une question, la modifier ou l’enlever',
  position,
  edit: 'Modifier la formulation',
  passage: 'Choisir une autre phrase',
  remove: 'Enlever',
  back: 'Retour à la liste',
  form: { title: 'Modifier la formulation', question: 'La question, comme les membres la posent' },
  noWording:
    'La question était vide, elle reste donc comme elle était. Rouvre le formulaire, ou enlève la question.',
  unknown: `Ce n’est plus une question connue : elle a été modifiée ou enlevée. Utilise ${LIST} avec ${names.view} : connues pour voir celles d’à présent.`,
};
