import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

const days = (count: number) => counted(count, { one: 'jour', other: 'jours' });

export const privacy: Copy['privacy'] = {
  description: 'Ce qui est gardé de tes questions et clics, combien de temps, et comment le supprimer',
  title: 'Ce qui est gardé de toi',
  about:
    'Je ne lis aucun message sauf celui sur lequel tu utilises une de mes commandes, et avec ce que tu demandes je ne garde ni ton nom ni ton ID.',
  questions: 'Questions',
  kept: ({ questionDays, questions }) =>
    'Ce serveur garde les questions sans réponse sûre et celles dont la réponse a reçu un pouce, sans qui les a posées : ' +
    `jusqu’à ${days(questionDays)} après qu’elles ont été posées pour la dernière fois, ${number(questions)} au plus. Ses modérateurs les voient.`,
  askedAgain:
    'Les questions posées à la vue de tous restent en mémoire jusqu’à mon redémarrage : les modérateurs voient si un changement des documents y répondrait autrement.',
  off: 'Ce serveur ne garde pas les questions : ses modérateurs l’ont désactivé.',
  away: 'Ici aucune question n’est gardée, ni pouce ni signalement : cela n’existe que sur les serveurs qui m’ont ajouté.',
  wanted: `Une question que tu poses avec ${names.private} : True n’est jamais gardée.`,
  pace: 'Pendant une minute, j’ai en mémoire combien de fois tu as demandé.',
  said: 'Pouces et signalements',
  thumbs: 'Les pouces durent autant que leur question. Les modérateurs voient combien il y en a, pas de qui.',
  reports: ({ reportDays, reports }) =>
    `Un signalement est gardé avec sa raison, tes mots, la question et le passage ${days(reportDays)}, ` +
    `${number(reports)} au plus par serveur. Ses modérateurs le lisent, sans savoir de qui il vient.`,
  hashed:
    'De qui vient un pouce ou un signalement n’y figure que comme un hachage, fait avec une clé qui n’est pas dans la base de données. C’est ainsi que les tiens sont retrouvés quand tu les supprimes.',
  moderators: 'Ce que font les modérateurs',
  history: ({ draftDays }) =>
    'Sont gardés les paramètres et les documents d’un serveur, et un historique de qui a publié, rejeté, réglé ou écarté quoi, avec les ID ' +
    `des modérateurs ; une note porte celui de son auteur. Les modérateurs de ce serveur le voient. Les aperçus sont gardés ${days(draftDays)}.`,
  ends: 'Comment cela finit',
  left: ({ guildDays }) =>
    `Tout ce qui appartient à un serveur est supprimé ${days(guildDays)} après qu’il m’a retiré et que quelqu’un m’y a utilisé pour la dernière fois.`,
  host: 'Qui m’héberge peut lire la base de données. Mon journal ne contient ni questions ni ID, sauf s’il est rendu plus détaillé pour chercher une panne.',
  delete: 'Supprimer mes données',
  sure: 'Supprimer tes pouces et signalements sur tous les serveurs ? C’est sans retour. Les questions restent, car rien ne dit lesquelles sont de toi.',
  yes: 'Les supprimer',
  no: 'Les garder',
  deleted: ({ thumbs, reports }) =>
    thumbs + reports === 0
      ? 'Il n’y avait ni pouce ni signalement de toi.'
      : `Supprimé : ${counted(thumbs, { one: 'pouce', other: 'pouces' })} et ${counted(reports, { one: 'signalement', other: 'signalements' })}.`,
};
