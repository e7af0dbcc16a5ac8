import type { Copy } from '../copy.js';
import { problemTexts } from '../problem-texts.js';
import { ask, citation, cite } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { dates, profile, search, sources, timeline } from './finding.js';
import { help } from './help.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { privacy } from './privacy.js';
import { atLine, problems } from './problems.js';
import { report } from './report.js';

const welcome: Copy['welcome'] = {
  title: 'Merci de m’avoir ajouté',
  members: `Demande avec /${names.ask} : des questions apparaissent pendant que tu écris, et les réponses viennent avec leurs sources.`,
  moderators: `Pour les modérateurs : /${names.knowledge} ${names.add} ajoute des documents propres à ce serveur, et les paramètres disent qui voit les réponses et où vont les rapports.`,
  help: 'Ce que je sais faire',
  settings: 'Paramètres pour les modérateurs',
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
  database: {
    full: (errorId) =>
      `Rien n’a pu être enregistré : le disque de l’ordinateur sur lequel je tourne est plein. Qui héberge ce bot doit y faire de la place ; rien n’a changé. Erreur ${errorId}.`,
    replaced: (errorId) =>
      `Rien n’a pu être enregistré : le fichier de ma base de données a été supprimé ou remplacé. Qui héberge ce bot doit le remettre à sa place, ou relancer le bot. Erreur ${errorId}.`,
    damaged: (errorId) =>
      `Ma base de données est endommagée. Qui héberge ce bot doit restaurer une sauvegarde. Erreur ${errorId}.`,
    away: (errorId) =>
      `Ma base de données est inutilisable pour l’instant. Réessaie dans quelques minutes ; si cela dure, dis-le à qui héberge ce bot : erreur ${errorId}.`,
  },
  unknownCommand: 'Cette commande n’existe plus. Recharge Discord (Ctrl+R) pour voir celles d’à présent.',
  preparing: 'Les documents de ce serveur sont en préparation. Réessaie dans un instant.',
  busy: 'Je reçois en ce moment plus de questions que je ne peux en traiter. Réessaie dans un instant.',
  restarting: 'Je suis en train de redémarrer. Réessaie dans un instant.',
  staleButton: 'Cela appartient à une version précédente de moi. Utilise à nouveau la commande.',
};

/** Français. */
export const fr: Copy = {
  names,
  ask,
  search,
  timeline,
  profile,
  dates,
  sources,
  findSources,
  help,
  welcome,
  privacy,
  report,
  citation,
  cite,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
};
