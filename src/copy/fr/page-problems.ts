import type { PageProblems } from '../problem-texts.js';
import { megabytes } from './phrases.js';

export const pageProblems: PageProblems = {
  'page-address': ({ reason }) => ADDRESSES[reason],
  'page-private': ({ host }) =>
    `mène à un réseau privé (${host}), et seules les pages publiques sont lues. Enregistre la page et joins le fichier.`,
  'page-robots': ({ host }) =>
    `ne peut pas être lue par des bots : le robots.txt de ${host} le dit. Enregistre la page et joins le fichier si tu en as le droit.`,
  'page-robots-unknown': ({ host, status }) =>
    `est peut-être ouverte aux bots, ou non : ${host} répond ${status} quand on lui demande son robots.txt. Réessaie plus tard.`,
  'page-robots-unread': ({ host }) =>
    `est peut-être ouverte aux bots, ou non : le robots.txt de ${host} ne peut pas être lu. Réessaie plus tard, ou enregistre la page et joins le fichier si tu en as le droit.`,
  'page-redirects': ({ most }) =>
    `renvoie à une autre adresse plus de ${most} fois. Prends l’adresse où cela finit.`,
  'page-type': ({ contentType }) =>
    `n’est pas une page lisible (${contentType || 'le serveur n’indique pas le type'}). Prends du HTML, du texte brut, du Markdown, un PDF ou du Word (.docx).`,
  'page-too-large': ({ most }) =>
    `dépasse ${megabytes(most)}. Enregistre la partie qui compte et joins le fichier.`,
  'page-too-slow': ({ seconds }) =>
    `n’est pas arrivée en ${seconds} secondes. Réessaie plus tard, ou enregistre la page et joins le fichier.`,
  'page-gone': ({ status }) => `n’existe plus (${status}). Vérifie l’adresse, ou cherche une copie archivée.`,
  'page-status': ({ status }) =>
    `a été refusée par son serveur (${status}). Réessaie plus tard, ou enregistre la page et joins le fichier.`,
  'page-no-host': ({ host }) => `est introuvable : ${host} n’existe pas. Vérifie l’adresse.`,
  'page-no-connection': ({ detail }) =>
    `est injoignable (${detail}). Réessaie plus tard, ou enregistre la page et joins le fichier.`,
  'attachment-foreign': () => 'n’est pas une pièce jointe de Discord. Joins le fichier à la commande.',
  'attachment-status': ({ status }) => `n’a pas été livré par Discord (HTTP ${status}). Joins-le à nouveau.`,
  'attachment-too-slow': () => 'a mis trop de temps à venir de Discord. Réessaie.',
  'attachment-no-connection': () => 'n’a pas pu être lu, car Discord est injoignable. Réessaie.',
};

const ADDRESSES = {
  scheme: 'n’est pas l’adresse d’une page web. Prends-en une qui commence par https:// ou http://.',
  password: 'contient un nom d’utilisateur ou un mot de passe. Prends l’adresse sans eux.',
  'too-long': 'est trop longue pour l’adresse d’une page. Enregistre la page et joins le fichier.',
  port: 'indique un port inhabituel, et seules les pages web publiques sont lues. Enregistre la page et joins le fichier.',
} as const;
