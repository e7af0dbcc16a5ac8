import type { Copy } from '../copy.js';
import { names } from './names.js';

export const help: Copy['help'] = {
  description: 'Ce que ce bot sait faire, et comment l’utiliser',
  title: 'Des réponses que tu peux vérifier',
  about:
    'Je réponds aux questions sur les alliances d’IA de Chine par des passages cités mot pour mot de documents, chacun avec ' +
    'sa source. Je n’écris rien moi-même, et je le dis quand les documents ne répondent pas.',
  try: 'Essaie-en une : toi seul vois la réponse',
  commands: 'Ce que tu peux faire',
  menus: 'Dans le menu d’un message (clic droit ou appui long, puis Applications)',
  tips: 'Pour de meilleures réponses',
  tip: [
    'Demande une chose à la fois, avec les noms que tu connais : « Qui est dans la Model-Chip Ecosystem Innovation Alliance ? »',
    'Pendant que tu écris apparaissent des questions auxquelles les documents répondent. Choisis-en une, ou demande avec tes mots.',
    'Les mots en gras viennent de ta question. La ligne sous une citation dit d’où elle vient.',
    `Tout le salon voit les réponses. Avec ${names.private} : True, toi seul vois la tienne.`,
  ],
  moderators: 'Ce que tu peux faire comme modérateur',
  moderating:
    'Rien ne change ce que voient les membres avant que tu aies vu un aperçu et appuyé sur Publier.',
  host: 'Comme propriétaire de ce bot',
  hosting: [
    'Ses paramètres sont dans l’environnement ou dans le fichier .env à côté de lui ; .env.example les donne tous.',
    `Les documents partagés sont dans son dossier (KNOWLEDGE_DIR). npm run knowledge fait dans le terminal ce que /${names.knowledge} fait ici.`,
    'HOME_GUILD_ID nomme le serveur dont les modérateurs s’occupent des documents partagés. Sans lui, c’est toi.',
  ],
};
