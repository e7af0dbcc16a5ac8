import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

const reports = (count: number) => counted(count, { one: 'signalement', other: 'signalements' });

export const report: Copy['report'] = {
  offer: 'Quelque chose ne va pas dans la réponse ? Dis-le aux modérateurs de ce serveur.',
  button: 'Signaler',
  title: 'Signaler une réponse',
  passage: 'Quel passage',
  reason: 'Ce qui ne va pas',
  reasons: {
    'not-said': 'Le document ne dit pas cela',
    outdated: 'C’est dépassé',
    source: 'La source est fausse',
    'no-answer': 'Cela ne répond pas à la question',
    other: 'Autre chose',
  },
  words: 'Avec tes mots',
  wordsHint: 'Les modérateurs de ce serveur le lisent, sans savoir de qui cela vient',
  thanks: `Merci. Les modérateurs de ce serveur voient ton signalement avec le passage, mais pas qui l’a envoyé. Avec /${names.privacy} tu peux le supprimer.`,
  notTaken: 'Ce serveur ne garde rien de ce que les membres disent des réponses : rien n’a été signalé.',
  gone: 'Le passage n’est plus gardé : rien n’a été signalé. Pose à nouveau la question.',

  list: (count) => `${reports(count)} de membres`,
  see: (count) => `Signalements (${number(count)})`,
  none: ({ reportDays }) =>
    `Il n’y a pas de signalements. Les membres peuvent signaler une réponse après 👎 ; les signalements sont gardés ${counted(reportDays, { one: 'jour', other: 'jours' })}.`,
  said: (words) => `« ${words} »`,
  sent: 'Envoyé ',
  shown: ({ shared, guild }) =>
    ` · montré avec la révision ${shared}${guild === undefined ? '' : ` et la ${guild} de ce serveur`}`,
  changed: (title) => `« ${title} » n’a plus ce passage. C’était :`,
};
