import type { ScheduleFault } from '../../library/schedule.js';
import type { Copy } from '../copy.js';
import { names } from './names.js';
import { list, questions, weekday } from './phrases.js';

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
    scheduleHint: 'Comme « chaque jour à 06:00 » ou « toutes les 6 heures » ; cron va aussi. Vide : aucun',
    scheduleExample: 'chaque lundi et vendredi à 06:00',
    zone: 'Fuseau horaire',
    zoneHint: 'Comme Europe/Paris ou America/Montreal. Vide : UTC',
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
  badZone: (text) =>
    `Je ne connais pas le fuseau horaire « ${text} ». Écris son nom dans la liste de l’IANA, comme Europe/Paris, America/Montreal ou UTC.`,
  times: {
    daily: (time) => `chaque jour à ${time}`,
    weekly: (days, time) => `chaque ${list(days.map(weekday))} à ${time}`,
    hours: (count) => (count === 1 ? 'chaque heure' : `toutes les ${count} heures`),
  },
  again: 'Rouvrir le formulaire',
  kept: 'Ce que tu as rempli est gardé 15 minutes.',
  logOff: {
    ask: (count) =>
      `Les questions sont encore gardées. Désactiver supprime pour toujours ${questions(count)} de membres, avec leurs votes et signalements.`,
    confirm: 'Les supprimer et désactiver',
  },
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
      : ['Horaire : ', schedule.text, ` (${schedule.zone}), la prochaine fois `, schedule.next],
  visibility: (isPrivate) =>
    isPrivate ? 'Réponses : seule la personne qui demande les voit' : 'Réponses : tout le salon les voit',
  pace: (perMinute) => `Chaque membre : ${questions(perMinute)} par minute`,
  log: (isKept) =>
    isKept ? 'Questions : gardées 90 jours, sans les noms de qui les pose' : 'Questions : non gardées',
};

const EXAMPLES =
  'Écris « chaque jour à 06:00 », « le lundi à 06:00 », « toutes les 6 heures » ou une expression cron comme 0 6 * * 1.';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `n’en est pas un que je sache lire. ${EXAMPLES}`,
  never: `n’arrive jamais. ${EXAMPLES}`,
  'too-often':
    'revient plus d’une fois par heure. Écris « chaque heure » ou quelque chose de moins fréquent.',
  'uneven-hours':
    'ne divise pas la journée en parts égales. Écris « toutes les 2 heures », ou 1, 3, 4, 6, 8 ou 12.',
};
