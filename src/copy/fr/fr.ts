import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation, cite } from './asking.js';
import { changes } from './changes.js';
import { help } from './help.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { counted, documents } from './phrases.js';
import { privacy } from './privacy.js';
import { atLine, problems } from './problems.js';
import { report } from './report.js';

const sources: Copy['sources'] = {
  description: 'Lister les documents derrière les réponses, ou montrer le plan de l’un d’eux',
  document: 'Un document, pour voir son plan',
  title: (count) => `${documents(count)} derrière les réponses`,
  none: 'Il n’y a pas encore de documents. Qui héberge ce bot peut en mettre dans son dossier.',
  paragraphs: (count) => counted(count, { one: 'paragraphe', other: 'paragraphes' }),
  beforeHeadings: 'Début',
  unknown: (asked) =>
    `Je n’ai pas de document nommé « ${asked} ». Choisis-en un dans la liste qui apparaît quand tu écris.`,
};

const reply: Copy['reply'] = {
  page: (page, pages) => `Page ${page} sur ${pages}`,
  previous: 'Précédent',
  next: 'Suivant',
  formTooLate:
    'Le formulaire a mis trop de temps à s’ouvrir, et Discord ne l’accepte plus. Réessaie, s’il te plaît.',
  shortened: 'Abrégé : un message de Discord n’a pas de place pour plus.',
  failed: (errorId) =>
    `Quelque chose s’est mal passé de mon côté. Réessaie ; si cela se répète, dis-le à qui héberge ce bot : erreur ${errorId}.`,
  unknownCommand: 'Cette commande n’existe plus. Recharge Discord (Ctrl+R) pour voir celles d’à présent.',
  preparing: 'Les documents de ce serveur sont en préparation. Réessaie dans un instant.',
  staleButton: 'Cela appartient à une version précédente de moi. Utilise à nouveau la commande.',
};

/** Français. */
export const fr: Copy = {
  names,
  ask,
  sources,
  help,
  privacy,
  report,
  citation,
  cite,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
