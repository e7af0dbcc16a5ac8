import type { ScheduleFault } from '../../library/schedule.js';
import type { Copy } from '../copy.js';
import { names } from './names.js';
import { questions } from './phrases.js';

export const settings: Copy['knowledge']['settings'] = {
  description: 'Régler modérateurs, rapports et horaire, ou la façon de répondre',
  page: 'Quel formulaire',
  pages: {
    moderation: 'modération : rôle, rapports, horaire',
    answers: 'réponses : qui les voit, combien, ce qui est gardé',
  },
  moderation: {
    title: 'Paramètres : modération',
    role: 'Rôle de modération',
    roleHint: `Peut aussi utiliser /${names.knowledge} si c’est permis dans Paramètres du serveur › Intégrations`,
    channel: 'Salon des rapports',
    channelHint: 'Où sont annoncées les actualisations planifiées',
    schedule: 'Horaire d’actualisation',
    scheduleHint: 'Cinq champs en UTC : minute heure jour mois jour-de-semaine. Vide : aucun',
    scheduleExample: '0 6 * * 1 (le lundi à 6:00)',
  },
  answers: {
    title: 'Paramètres : réponses',
    visibility: 'Qui voit une réponse',
    visibilityHint: `Sauf si la personne choisit autre chose avec ${names.private}`,
    public: 'Tout le salon',
    private: 'Seulement la personne qui demande',
    pace: 'Questions par minute',
    paceHint: 'Pour chaque membre, de 1 à 60',
    log: 'Garder les questions pour les modérateurs',
    logHint: 'Pendant 90 jours, sans les noms de qui les pose. Désactiver les supprime',
    on: 'Les garder',
    off: 'Ne pas les garder',
  },
  saved: 'Enregistré.',
  notSaved: 'Non enregistré :',
  everyone: 'Le rôle de modération : avec @everyone, tout le monde serait modérateur. Choisis un autre rôle.',
  mayNotPost: (channel) => [
    'Le salon des rapports : je ne peux pas écrire dans ',
    channel,
    '. Permets-moi d’y « Voir le salon » et d’« Envoyer des messages », ou choisis-en un autre.',
  ],
  needsChannel:
    'L’horaire : choisis aussi un salon des rapports, pour ce que trouve une actualisation planifiée.',
  badSchedule: (fault, text) => `L’horaire « ${text} » ${FAULTS[fault]}`,
  badPace: (text) => `Questions par minute : « ${text} » n’est pas un nombre entier de 1 à 60.`,
  change: 'Modifier',
  role: (role) =>
    role === undefined
      ? ['Modérateurs : les membres qui peuvent gérer le serveur']
      : [
          'Modérateurs : les membres qui peuvent gérer le serveur, et ',
          role,
          ` (un administrateur doit aussi permettre à ce rôle d’utiliser /${names.knowledge} : Paramètres du serveur › Intégrations)`,
        ],
  channel: (channel) =>
    channel === undefined ? ['Salon des rapports : aucun'] : ['Salon des rapports : ', channel],
  schedule: (schedule) =>
    schedule === undefined
      ? ['Horaire : aucun']
      : ['Horaire : ', schedule.text, ' (UTC), la prochaine fois ', schedule.next],
  visibility: (isPrivate) =>
    isPrivate ? 'Réponses : seule la personne qui demande les voit' : 'Réponses : tout le salon les voit',
  pace: (perMinute) => `Chaque membre : ${questions(perMinute)} par minute`,
  log: (isKept) =>
    isKept ? 'Questions : gardées 90 jours, sans les noms de qui les pose' : 'Questions : non gardées',
};

const EXAMPLE = 'par exemple 0 6 * * 1 pour le lundi à 6:00 UTC.';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `n’en est pas un que je sache lire. Donne cinq champs, ${EXAMPLE}`,
  never: `n’arrive jamais. Donne cinq champs, ${EXAMPLE}`,
  'too-often': 'revient plus d’une fois par heure. Choisis une minute de l’heure, par exemple 0 * * * *.',
};
