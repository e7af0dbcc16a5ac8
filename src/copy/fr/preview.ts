import type { ChangedField } from '../../documents/diff.js';
import type { SentenceFault } from '../../documents/problem.js';
import type { Copy } from '../copy.js';
import { changes } from './changes.js';
import { names } from './names.js';
import { counted, documents, knownQuestions, number, passages, questions } from './phrases.js';

type Knowledge = Copy['knowledge'];

export const collection: Knowledge['collection'] = {
  option: 'Quels documents ; sinon ceux de ce serveur et, sur le serveur principal, les partagés',
  names: { server: 'ceux de ce serveur', shared: 'les partagés, visibles sur tous les serveurs' },
  title: (isShared) => (isShared ? 'Documents partagés' : 'Documents de ce serveur'),
  text: (isShared) => (isShared ? 'les documents partagés' : 'les documents de ce serveur'),
};

export const preview: Knowledge['preview'] = {
  title: (kind, isShared, rollbackTo) => {
    const what = collection.text(isShared);
    if (kind === 'rollback')
      return `Aperçu : ${what} comme ${rollbackTo === 0 ? 'avant la première révision' : `dans la révision ${rollbackTo}`}`;
    const titles = {
      first: 'première publication',
      refresh: 'actualisation',
      add: 'ajout',
      remove: 'retrait',
      teach: 'questions connues',
    };
    return `Aperçu : ${titles[kind]} · ${what}`;
  },
  notLive: (until) => [
    'Rien n’est en ligne tant que tu ne l’as pas publié. Cet aperçu est gardé jusqu’au ',
    until,
  ],
  passages: (before, after) =>
    before === after ? passages(after) : `${passages(after)}, ${number(before)} à présent`,
  glossary: 'Noms et synonymes modifiés',
  knownQuestions: (signed) => `Questions connues ${signed}`,
  wording: { added: '+ ', removed: '− ', changed: '~ ' },
  moreQuestions: (count) => `et ${knownQuestions(count)} de plus`,
  added: 'Ajoutés',
  removed: 'Retirés',
  changed: 'Modifié : ',
  problems: 'Problèmes',
  questionProblems: (count) =>
    `${counted(count, { one: 'problème', other: 'problèmes' })} avec des questions connues, que l’aperçu complet nomme`,
  warnings: 'À regarder d’abord',
  says: 'Ce qu’il dit, tel qu’il serait cité',
  moreOpenings: (count) => `et ${counted(count, { one: 'autre section', other: 'autres sections' })}`,
  leaveOut: (count) => `Omettre ${documents(count)} illisible${count > 1 ? 's' : ''}`,
  size: passages,
  fields: (fields) => `Aussi modifié : ${fields.map((one) => FIELDS[one]).join(', ')}`,
  onlyFields: (fields) => `Seulement modifié : ${fields.map((one) => FIELDS[one]).join(', ')}`,
  moreLines: (count) =>
    `et ${counted(count, { one: 'autre paragraphe modifié', other: 'autres paragraphes modifiés' })}`,
  more: (count) => `et ${number(count)} de plus`,
  warning: (warning) => {
    switch (warning.kind) {
      case 'no-passages':
        return `« ${warning.title} » n’a pas de texte qu’une réponse puisse citer.`;
      case 'not-found-by-title':
        return `Chercher « ${warning.title} » ne trouve pas ce document en premier. Un titre plus clair aide.`;
      case 'replaces':
        return `« ${warning.title} » prendrait la place de « ${warning.before} », qui porte le même nom (${warning.id}). Si c’est un autre document, rejette ceci et donne un autre nom au fichier. Publier demande d’appuyer deux fois.`;
      case 'shrinks':
        return `Il resterait moins de la moitié des passages : ${number(warning.after)} sur ${number(warning.before)}. Publier demande d’appuyer deux fois.`;
    }
  },
  answers: (changed, compared) =>
    changed === 0
      ? `Réponses : aucune des ${questions(compared)} n’aurait une autre réponse.`
      : `Réponses : ${number(changed)} sur ${questions(compared)} auraient une autre réponse`,
  before: '− ',
  after: '+ ',
  noAnswer: '(les documents n’y répondent pas)',
  quoted: {
    answered: (text, document) => `« ${text} » (${document})`,
    unsure: (text, document) => `le plus proche : « ${text} » (${document})`,
  },
  publish: 'Publier',
  publishAnyway: 'Publier quand même',
  discard: 'Rejeter',
  correct: 'Corriger la source',
  again: 'Nouvel aperçu',
  whole: 'Montrer l’aperçu complet',
  sureToo: 'Appuie sur « Publier quand même » si c’est ce que tu veux.',
};

export const proposal: Knowledge['proposal'] = {
  unchanged: 'Rien ne changerait : ce que ceci publierait est déjà en ligne.',
  busy: (who, since) => [
    who,
    ' prépare un changement de ces documents depuis ',
    since,
    '. Réessaie quand ce sera fini.',
  ],
  refused: (refusal) => {
    switch (refusal.kind) {
      case 'over-limit':
        if (refusal.limit === 'knownQuestions')
          return `Il y aurait ainsi ${knownQuestions(refusal.wanted)}, et ${number(refusal.most)} au plus sont gardées. Enlèves-en d’abord : /${names.knowledge} ${names.questions} avec ${names.view} : connues les montre.`;
        return `Le serveur aurait ainsi ${changes.limits[refusal.limit](refusal.wanted)}, et ${changes.limits[refusal.limit](refusal.most)} au plus sont permis. Retire quelque chose avec /${names.knowledge} ${names.remove}, ou demande plus de place à qui héberge ce bot.`;
      case 'no-document':
        return `Ce serveur n’a pas de document à lui nommé « ${refusal.document} ». Choisis-en un dans la liste qui apparaît quand tu écris.`;
      case 'no-revision':
        return `Il n’y a pas de révision ${refusal.revision}. Choisis-en une dans la liste qui apparaît quand tu écris.`;
      case 'let-go':
        return `La révision ${refusal.revision} est trop ancienne pour revenir : ses documents ne sont plus gardés. Choisis-en une plus récente dans la liste qui apparaît quand tu écris.`;
      case 'in-folder':
        return `« ${refusal.document} » est l’un des documents partagés, qui viennent du dossier. Retire son fichier là-bas, puis utilise /${names.knowledge} ${names.refresh} avec ${names.collection} : les partagés.`;
      case 'withdrawn':
        return `Le texte de « ${refusal.document} » a été retiré et ne peut plus être publié. Ajoute un autre texte.`;
      case 'no-sentence':
        return NO_SENTENCE[refusal.fault](refusal.document);
      case 'question-too-long':
        return `Une question connue a ${refusal.most} caractères au plus. Raccourcis-la.`;
      case 'question-in-folder':
        return `« ${refusal.question} » est une question connue du dossier de documents. Modifie son fichier dans le dossier asked, puis utilise /${names.knowledge} ${names.refresh} avec ${names.collection} : les partagés.`;
      case 'too-long':
        return `Cela a pris plus de ${counted(refusal.minutes, { one: 'minute', other: 'minutes' })} et a été arrêté. Rien n’a changé. Réessaie, ou retire d’abord les plus gros documents.`;
    }
  },
};

export const published: Knowledge['published'] = {
  done: (revision, who) => [`Publié comme révision ${revision} par `, who, '.'],
  next: `Les membres ont désormais leurs réponses d’ici. /${names.knowledge} ${names.rollback} ramène une révision antérieure.`,
  stale: (base, current) =>
    `Les documents ont changé depuis cet aperçu : il a été fait pour la révision ${base}, et la révision ${current} est en ligne. Rien n’a été publié. Refais l’aperçu pour voir ce qui changerait maintenant.`,
  gone: 'Cet aperçu a été publié ou rejeté, ou a plus d’un jour. Rien n’a été changé à l’instant. Utilise à nouveau la commande pour en avoir un autre.',
  withdrawn: (titles) =>
    `Depuis cet aperçu, un texte qui s’y trouve a été retiré : ${titles.join(', ')}. Rien n’a été publié. Refais l’aperçu sans lui.`,
  undo: 'Annuler',
  since: (revision, live) =>
    `Depuis la révision ${revision}, autre chose a été publié : la révision ${live} est en ligne. Tout cela est annulé aussi.`,
  discarded: 'Rejeté. Rien n’a changé.',
};

export const correction: Knowledge['correction'] = {
  title: 'Corriger la source',
  fields: {
    title: 'Titre',
    publisher: 'Éditeur',
    author: 'Auteur',
    published: 'Publié',
    url: 'Adresse de l’original',
  },
  dateHint: 'AAAA, AAAA-MM ou AAAA-MM-JJ',
  badDate: (text) =>
    `« ${text} » n’est pas une date de la forme AAAA, AAAA-MM ou AAAA-MM-JJ, la date reste donc comme elle était.`,
  badUrl: (text) =>
    `« ${text} » n’est pas une adresse qui commence par https:// ou http:// et n’a pas de nom d’utilisateur avant un @, l’adresse reste donc comme elle était.`,
};

const NO_SENTENCE: Readonly<Record<SentenceFault, (document: string) => string>> = {
  'no-document': (document) => `« ${document} » n’existe plus. Choisis un autre passage.`,
  'not-found': (document) =>
    `« ${document} » a changé et ne dit plus cela. Cherche à nouveau le passage, et choisis la phrase telle qu’elle est maintenant.`,
  'not-unique': (document) =>
    `« ${document} » a cette phrase plus d’une fois, on ne peut donc pas dire laquelle répond. Choisis une autre phrase.`,
};

const FIELDS: Readonly<Record<ChangedField, string>> = {
  title: 'titre',
  source: 'source',
  tags: 'étiquettes',
  'sentence-sources': 'sources des phrases',
  headings: 'intertitres',
  pages: 'pages',
  order: 'ordre des paragraphes',
  layout: 'mise en page',
  remarks: 'remarques sur la lecture',
};
