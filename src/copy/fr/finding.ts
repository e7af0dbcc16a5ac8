import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, documents, list, number } from './phrases.js';

export const sources: Copy['sources'] = {
  description: 'Lister les documents derrière les réponses et leurs médias, ou en montrer un',
  document: 'Un document, pour voir son plan et ses sources',
  title: (count) => `${documents(count)} derrière les réponses`,
  none: 'Il n’y a pas encore de documents. Qui héberge ce bot peut en mettre dans son dossier.',
  paragraphs: (count) => counted(count, { one: 'paragraphe', other: 'paragraphes' }),
  beforeHeadings: 'Début',
  outlets: (shown, count) =>
    `repose sur ${counted(count, { one: 'média', other: 'médias' })} : ${[...shown, ...(count > shown.length ? [`${number(count - shown.length)} autres`] : [])].join('; ')}`,
  sections: 'Parties',
  behind: 'Médias derrière ses phrases',
  sentences: (count) => counted(count, { one: 'phrase', other: 'phrases' }),
  moreLinks: (count) => `et ${number(count)} autres`,
  searchIn: 'Y chercher',
  words: 'Mots',
  which: 'Il peut s’agir de plusieurs documents. Lequel ?',
  choose: 'Choisir un document',
  unknown: (asked) =>
    `Je n’ai pas de document nommé « ${asked} ». Choisis-en un dans la liste qui apparaît quand tu écris.`,
};

export const search: Copy['search'] = {
  description: 'Trouver des passages par leurs mots, ou des mots exacts entre guillemets',
  query: 'Mots à trouver ; « entre guillemets » tels quels',
  document: 'Ne chercher que dans un document',
  private: 'Ne montrer les résultats qu’à toi',
  searched: 'Recherche : ',
  filtered: ({ document, since, until }) =>
    [
      ...(document === undefined ? [] : [`dans « ${document} »`]),
      ...(since === undefined ? [] : [`depuis ${date(since)}`]),
      ...(until === undefined ? [] : [`jusqu’à ${date(until)}`]),
    ].join(' · '),
  results: (first, last, count) =>
    count === 1 ? 'Un résultat' : `Résultats ${number(first)} à ${number(last)} sur ${number(count)}`,
  most: (count) => `Seuls les ${number(count)} meilleurs sont montrés ; plus de mots les précisent.`,
  none: 'Rien n’a été trouvé.',
  withoutQuotes:
    'Les mots entre guillemets sont cherchés tels quels. Enlève les guillemets pour trouver plus.',
  withoutFilters: 'Enlève le document ou les dates pour chercher dans plus de textes.',
  otherWords: `Essaie moins de mots ou d’autres ; des suggestions apparaissent quand tu écris. /${names.sources} montre ce qu’il y a.`,
  gone: 'Ce document n’est plus là. Utilise de nouveau la commande.',
};

export const dates: Copy['dates'] = {
  since: 'À partir de cette date : 2025, 2025-07, 28 juillet 2025',
  until: 'Jusqu’à cette date : 2025, 2025-07, 28 juillet 2025',
  wrong: (text) =>
    `Je ne peux pas lire « ${text} » comme une date. Écris par exemple 2025, 2025-07, 2025-07-28, juillet 2025, 28 juillet 2025 ou 2025年7月.`,
  reversed: (since, until) =>
    `${date(since)} vient après ${date(until)}. Mets la date la plus ancienne dans ${names.since} et l’autre dans ${names.until}.`,
};

export const timeline: Copy['timeline'] = {
  description: 'Ce qui s’est passé et quand, d’après les documents, dans l’ordre, avec sources',
  topic: 'Entreprise, puce, alliance, mesure, personne ou mots ; tout si tu n’écris rien',
  of: 'Chronologie : ',
  all: 'Chronologie de tout ce que les documents datent',
  days: (some) => some.map(date).join('–'),
  filtered: ({ since, until }) =>
    [
      ...(since === undefined ? [] : [`depuis ${date(since)}`]),
      ...(until === undefined ? [] : [`jusqu’à ${date(until)}`]),
    ].join(' · '),
  statements: (first, last, count) =>
    count === 1
      ? 'Une phrase datée'
      : `Phrases datées ${number(first)} à ${number(last)} sur ${number(count)}, la plus récente à la fin`,
  earlier: (count) =>
    `Il y en a d’autres avant : seules les ${number(count)} dernières sont examinées. Une date dans ${names.until} montre les précédentes.`,
  none: 'Les documents ne datent rien de cela.',
  otherTime: 'Enlève les dates pour voir tout ce qui est daté.',
  otherTopic: 'Enlève le sujet, ou choisis un des noms qui apparaissent quand tu écris.',
  nearest: (some) => `Noms proches : ${list(some)}.`,
};

const kinds: Readonly<Record<string, string>> = {
  alliance: 'Alliance',
  association: 'Association',
  chip: 'Puce',
  company: 'Entreprise',
  event: 'Événement',
  foundation: 'Fondation',
  fund: 'Fonds',
  'government body': 'Organisme public',
  method: 'Méthode',
  model: 'Modèle',
  outlet: 'Média',
  person: 'Personne',
  policy: 'Mesure',
  programme: 'Programme',
  'research institute': 'Institut de recherche',
  software: 'Logiciel',
  'standards body': 'Organisme de normalisation',
  system: 'Système',
};

export const profile: Copy['profile'] = {
  description: 'Ce que les documents disent d’une entreprise, puce, alliance, mesure ou personne',
  name: 'Un nom ; ceux des documents apparaissent quand tu écris',
  of: 'Profil : ',
  kind: (kind) => kinds[kind] ?? kind,
  also: (some) => `Aussi : ${list(some)}`,
  chinese: (some) => `En chinois : ${list(some)}`,
  named: (count) => `Nommé dans ${counted(count, { one: 'phrase', other: 'phrases' })} des documents`,
  undated: 'Les documents n’en datent rien. Ce qu’ils disent d’autre :',
  related: 'Aller à un nom cité à côté',
  together: (count) => `ensemble dans ${counted(count, { one: 'paragraphe', other: 'paragraphes' })}`,
  unknown: (asked) => `Les documents ne nomment rien que je connaisse sous « ${asked} ».`,
  nearest: 'Les noms les plus proches :',
  choose: 'Choisir un nom',
  ask: `Demande avec /${names.ask}, ou cherche les mots avec /${names.search}.`,
};
