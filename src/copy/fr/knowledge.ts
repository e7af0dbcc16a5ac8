import type { Thumbs } from '../../library/library.js';
import type { Copy } from '../copy.js';
import { known, position, teach } from './known-questions.js';
import { names } from './names.js';
import { counted, documents, moment, number, passages, questions } from './phrases.js';
import { collection, correction, preview, proposal, published } from './preview.js';
import { settings } from './settings.js';

const ROOT = `/${names.knowledge}`;

export const knowledge: Copy['knowledge'] = {
  description: 'Pour les modérateurs : les documents des réponses, et ce qui a été demandé en vain',
  collection,

  refusal: {
    'direct-message': 'Cela marche sur un serveur, pour ses modérateurs ; pas en message privé.',
    'not-added':
      'Cela marche sur un serveur qui m’a ajouté. Qui peut gérer ce serveur peut le faire dans mon profil : Ajouter l’application.',
    moderators: (role) =>
      role === undefined
        ? ['Seuls le peuvent les membres qui peuvent gérer ce serveur (permission « Gérer le serveur »).']
        : [
            'Seuls le peuvent les membres qui peuvent gérer ce serveur (permission « Gérer le serveur ») ou qui ont le rôle ',
            role,
            '.',
          ],
    'other-server':
      'Cela appartient à un autre serveur : seuls ses modérateurs le peuvent, et seulement là-bas.',
    'home-moderators': `Les modérateurs du serveur principal du bot s’occupent des documents partagés ; ici tu peux gérer ceux de ton serveur avec l’option ${names.collection}.`,
    owners:
      'Seul le propriétaire de ce bot peut modifier les documents partagés ; qui l’héberge peut mettre dans HOME_GUILD_ID l’ID d’un serveur, dont les modérateurs s’en occuperont.',
  },

  step: (step) => {
    switch (step.kind) {
      case 'reading':
        return 'Lecture des documents…';
      case 'comparing':
        return 'Comparaison avec ce qui est en ligne…';
      case 'building':
        return `Indexation de ${passages(step.passages)}…`;
      case 'asking':
        return `${questions(step.questions)} à poser à l’ancien et au nouveau…`;
    }
  },

  refresh: {
    description: 'Relire les sources des documents et voir ce qui changerait',
    nothingChanged: 'Rien n’a changé.',
    folder: {
      missing:
        'Il n’y a pas de dossier de documents. Pour qui héberge ce bot : crée-le, ou indiques-en un autre dans KNOWLEDGE_DIR.',
      'not-a-folder':
        'Un fichier est à la place du dossier de documents. Pour qui héberge ce bot : indique le dossier dans KNOWLEDGE_DIR.',
      changed:
        'Un fichier a changé pendant la lecture du dossier de documents. Réessaie quand personne n’y écrit.',
      unreadable:
        'Le dossier de documents ne peut pas être lu. Pour qui héberge ce bot : permets au bot de le lire, ou indiques-en un autre dans KNOWLEDGE_DIR.',
    },
  },
  add: {
    description: 'Ajouter un document à ceux de ce serveur, depuis un fichier ou une page web',
    file: 'Markdown, texte, courriel ou sous-titres jusqu’à 2 Mo ; HTML, PDF ou Word jusqu’à 8 Mo',
    url: 'L’adresse d’une page web, qui commence par https:// ou http://',
    oneOfTwo: `Donne un fichier (${names.file}) ou l’adresse d’une page web (${names.url}) : exactement l’un des deux.`,
    unread: 'Rien n’a été ajouté :',
  },
  remove: {
    description: 'Retirer un document de ceux de ce serveur',
    document: 'Un document de ce serveur',
  },
  rollback: {
    description: 'Ramener les documents d’une révision antérieure',
    revision: `Le numéro de la révision, voir ${ROOT} ${names.history}`,
    beforeFirst: '0 · avant la première révision : rien de propre à ce serveur',
    choice: (revision, at, zone, what) => `${revision} · ${moment(at, zone)} · ${what}`,
  },

  preview,
  proposal,
  published,
  correction,

  list: {
    description: 'Lister les documents d’une collection',
    none: (isShared) =>
      isShared
        ? 'Il n’y a pas encore de documents partagés. Qui héberge ce bot peut en mettre dans son dossier.'
        : `Ce serveur n’a pas encore de documents à lui. ${ROOT} ${names.add} prend un fichier ou une page web.`,
    count: documents,
    moreRemarks: (count) =>
      `et ${counted(count, { one: 'autre remarque', other: 'autres remarques' })} sur sa lecture`,
    origin: {
      folder: 'dossier de documents',
      file: (name) => `fichier ${name}`,
      url: 'page web',
      note: 'note de ',
    },
  },

  status: {
    description: 'Ce qui est en ligne, depuis quand, et si une actualisation attend',
    live: (revision, who, when) => [`La révision ${revision} est en ligne, publiée par `, who, ', ', when],
    nothing: 'Rien n’a encore été publié.',
    size: (all, some) => `${documents(all)}, ${passages(some)}`,
    folder: {
      same: 'Le dossier de documents contient la même chose : aucune actualisation n’attend.',
      differs: `Le dossier de documents a changé : une actualisation attend. Vois-la avec ${ROOT} ${names.refresh}.`,
      unreadable: 'Le dossier de documents ne peut pas être lu. Préviens qui héberge ce bot.',
    },
    underWay: (who, since) => [who, ' prépare un changement depuis ', since, '.'],
    schedule: (next) => ['La prochaine actualisation planifiée est ', next, '.'],
    noSchedule: `Aucune actualisation n’est planifiée. ${ROOT} ${names.settings} en fixe une.`,
  },

  history: {
    description: 'Les révisions, et ce que les modérateurs ont fait',
    title: (isShared) => `Historique : ${collection.text(isShared)}`,
    none: 'Il ne s’est encore rien passé.',
    actions: {
      publish: (revision, what) => `a publié la révision ${revision}${what && ` : ${what}`}`,
      takedown: (document, why) => `a retiré « ${document} » : ${why}`,
      discard: 'a rejeté un aperçu',
      settings: 'a modifié les paramètres',
      dismiss: 'a écarté une question des membres',
      'dismiss-report': 'a écarté un signalement d’un membre',
      first: 'a lu le dossier de documents pour la première fois',
      refresh: 'a vu l’aperçu d’une actualisation',
      add: 'a vu l’aperçu d’un ajout',
      remove: 'a vu l’aperçu d’un retrait',
      rollback: 'a vu l’aperçu d’un retour',
      teach: 'a vu l’aperçu d’un changement des questions connues',
    },
    older: 'Plus anciens',
    newest: 'Plus récents',
    end: 'Il n’y a rien avant.',
  },

  questions: {
    description: 'Ce qui a été demandé en vain ou signalé, et les questions liées à un passage',
    view: 'Quoi de cela ; sinon les questions que les membres ont posées en vain',
    views: {
      asked: 'posées, sans réponse sûre',
      reports: 'signalements : ce qui ne va pas, selon les membres',
      known: 'connues : liées au passage qui répond',
    },
    title: (count) => `${questions(count)} sans réponse sûre`,
    none: 'Aucune question ne t’attend : toutes celles posées jusqu’ici ont eu une réponse sûre. Celles qui n’en ont pas restent ici 90 jours.',
    off: `Ce serveur ne garde pas les questions. ${ROOT} ${names.settings} avec ${names.page} : réponses l’active.`,
    counts: ({ unanswered, unsure, thumbs }) =>
      [
        ...(unanswered > 0 ? [`sans réponse, ${times(unanswered)}`] : []),
        ...(unsure > 0 ? [`sans réponse sûre, ${times(unsure)}`] : []),
        ...rated('réponse', thumbs.answered),
        ...rated('réponse peu sûre', thumbs.unsure),
      ].join(' · '),
    last: ' · la dernière ',
    alike: (texts) => `Posée aussi ainsi : ${texts.map((text) => `« ${text} »`).join(', ')}`,
    closest: 'Le plus proche :',
    answered: 'Les documents y répondent maintenant :',
    marked: (members) =>
      members === 1
        ? 'Un membre a marqué ceci comme la réponse :'
        : `${number(members)} membres ont marqué ceci comme la réponse :`,
    teach: teach.button,
    nothingNear: 'Rien dans les documents n’en est proche.',
    note: 'Répondre par une note',
    dismiss: 'Écarter',
    download: 'Télécharger en CSV',
    downloaded: (count) => `${questions(count)}, les plus posées d’abord.`,
    position,
    fileName: 'questions.csv',
    columns: [
      'question',
      'sans réponse',
      'sans réponse sûre',
      'votes pour',
      'votes contre',
      'pour, si peu sûre',
      'contre, si peu sûre',
      'posée la dernière fois',
      'document le plus proche',
      'passage le plus proche',
    ],
    gone: `Cette question n’est plus sur la liste : elle a été écartée, est devenue une question connue, ou a plus de 90 jours. Utilise ${ROOT} ${names.questions} pour voir celles d’à présent.`,
  },

  teach,
  known,

  note: {
    formTitle: 'Répondre par une note',
    fields: {
      text: 'La réponse, avec tes mots',
      title: 'Titre',
      publisher: 'Qui le dit (éditeur de la source)',
      url: 'Adresse de la source',
      published: 'Quand cela a été publié',
    },
    title: (title) => `Note des modérateurs de ce serveur : ${title}`,
    author: 'modérateurs de ce serveur',
  },

  settings,

  report: {
    waiting: 'L’actualisation planifiée a trouvé des changements. Un modérateur peut les publier :',
    failed: (detail) =>
      `L’actualisation planifiée a échoué. ${detail} Elle sera retentée à la prochaine heure prévue ; vous n’êtes prévenus qu’une fois jusqu’à ce que cela remarche.`,
    tooLong: 'Elle a pris trop de temps et a été arrêtée.',
    unknown: 'Qui héberge ce bot en trouvera la raison dans son journal.',
  },

  who: { host: 'l’hébergeur de ce bot', schedule: 'l’horaire' },
};

function times(count: number): string {
  return count === 1 ? 'une fois' : `${number(count)} fois`;
}

function rated(what: string, { up, down }: Thumbs): string[] {
  return up + down > 0 ? [`${what} 👍 ${up} 👎 ${down}`] : [];
}
