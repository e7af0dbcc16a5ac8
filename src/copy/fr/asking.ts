import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, number, questions, shortDate } from './phrases.js';

export const ask: Copy['ask'] = {
  description: 'Interroge sur les alliances d’IA de Chine : la réponse est citée des documents, avec sources',
  question: 'Ce que tu veux savoir',
  private: 'Ne montrer la réponse qu’à toi, et ne rien garder de la question',
  summary: (excerpts, asOf, revision) =>
    [
      counted(excerpts, { one: 'extrait', other: 'extraits' }),
      ...(asOf === undefined ? [] : [`documents en date de ${shortDate(asOf)}`]),
      revision,
    ].join(' · '),
  revision: ({ shared, guild }) =>
    guild === undefined ? `révision ${shared}` : `révision ${shared} · révision ${guild} de ce serveur`,
  context: 'Contexte',
  inContext: 'Où se trouvent les mots en gras',
  more: 'Plus',
  further: 'D’autres extraits, qui en disent moins sur la question',
  cite: 'Citer',
  share: 'Partager',
  askedBy: (who) => ['Question de ', who],
  again: 'Demander à nouveau',
  notLive: (then, now) => `Ceci vient de la ${then} ; la ${now} est maintenant en ligne.`,
  letGo: (then) =>
    `Ceci vient de la ${then}, dont les documents ne sont plus conservés. Demande à nouveau pour voir ce qu’ils disent maintenant.`,
  withdrawn:
    'Un texte cité ici a été retiré. Demande à nouveau pour voir ce que les documents disent maintenant.',
  unsure: 'Voici le plus proche ; vérifie si cela te répond :',
  none: 'Les documents ne répondent pas à cette question.',
  missing: ({ asked, nearest, isNowhere }) =>
    `${asked} n’est ${isNowhere ? 'dans aucun des documents' : 'pas dans ce qui est le plus proche'}${nearest === undefined ? '' : ` ; le plus proche porte sur ${nearest}`}.`,
  asOf: (day) => `En date du ${date(day)} : ce qui est cité ici ne va pas plus loin`,
  next: 'D’autres mots trouveront peut-être : une question à la fois, avec les noms que tu connais.',
  moderatorsSee: 'Les modérateurs de ce serveur voient quelles questions sont restées sans réponse.',
  about: 'Je connais les alliances d’IA de Chine. Des questions auxquelles je peux répondre, par exemple :',
  examples: [
    'Quelles entreprises font partie de la Model-Chip Ecosystem Innovation Alliance ?',
    'Quand FlagOS 2.0 est-il sorti ?',
  ],
  closestButton: 'Passages les plus proches',
  closest: 'Les passages les plus proches ; ils aident peut-être, mais ne sont pas une réponse :',
  nothingNear: `Plus rien dans les documents n’en est proche. D’autres mots trouveront peut-être ; /${names.sources} montre ce qu’il y a.`,
  tooMany: (perMinute) =>
    `C’est plus que la limite de ${questions(perMinute)} par minute de ce serveur. Tu pourras demander à nouveau `,
  related: 'Poser une question voisine',
  up: '👍 Utile',
  down: '👎 Pas utile',
  thanks:
    'Merci, c’est compté. Les modérateurs voient combien de fois une réponse a aidé, mais pas qui l’a dit.',
  notCounted: 'Ce serveur ne garde plus les questions, ton vote n’a donc pas été compté.',
};

export const cite: Copy['cite'] = {
  plain: 'Texte brut',
  markdown: 'Markdown',
  wikipedia: 'Wikipedia',
  bibtex: 'BibTeX',
  words: {
    date,
    accessed: (day) => `consulté le ${day}`,
    archived: (address) => `archivé à l’adresse ${address}`,
  },
};

export const citation: Copy['citation'] = {
  paragraph: (at) => `paragraphe ${at}`,
  page: (page) => `page ${page}`,
  sources: (count) => (count === 1 ? 'Source' : 'Sources'),
  archived: 'copie archivée',
  noSource: 'aucune source indiquée',
  more: (count) => `+ ${number(count)} de plus`,
  old: (months) =>
    months < 36
      ? `vieux de ${counted(months, { one: 'mois', other: 'mois' })}`
      : `vieux de ${counted(Math.floor(months / 12), { one: 'an', other: 'ans' })}`,
  moreItems: (count) =>
    counted(count, { one: 'autre élément de la liste', other: 'autres éléments de la liste' }),
  differing: { sources: 'Les sources divergent', times: 'À des moments différents' },
  undated: 'sans date',
  asOf: (day) => `en date du ${date(day)}`,
  alsoIn: (titles, count) =>
    `aussi dans ${titles.join(' ; ')}${count > titles.length ? ` et ${number(count - titles.length)} de plus` : ''}`,
  date,
  shortDate,
};
