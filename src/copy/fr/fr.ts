import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { counted, documents } from './phrases.js';
import { atLine, problems } from './problems.js';

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

const help: Copy['help'] = {
  description: 'Ce que ce bot sait faire, et comment l’utiliser',
  title: 'Des réponses que tu peux vérifier',
  about:
    'Je réponds aux questions sur les alliances d’IA de Chine par des passages cités mot pour mot de documents, chacun avec ' +
    'sa source. Je n’écris rien moi-même, et je le dis quand les documents ne répondent pas.',
  commands: 'Ce que tu peux faire',
  tips: 'Pour de meilleures réponses',
  tip: [
    'Demande une chose à la fois, avec les noms que tu connais : « Qui est dans la Model-Chip Ecosystem Innovation Alliance ? »',
    'Pendant que tu écris apparaissent des questions auxquelles les documents répondent. Choisis-en une, ou demande avec tes mots.',
    'Les mots en gras viennent de ta question. La ligne sous une citation dit d’où elle vient.',
    `Tout le salon voit les réponses. Avec ${names.private} : True, toi seul vois la tienne.`,
  ],
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
  findSources,
  help,
  citation,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
