import type { Copy } from '../copy.js';
import { counted, documents, knownQuestions, megabytes, number, passages } from './phrases.js';

export const changes: Copy['changes'] = {
  counts: {
    added: (count) => counted(count, { one: 'ajouté', other: 'ajoutés' }),
    changed: (count) => counted(count, { one: 'modifié', other: 'modifiés' }),
    removed: (count) => counted(count, { one: 'retiré', other: 'retirés' }),
    unchanged: (count) => counted(count, { one: 'inchangé', other: 'inchangés' }),
  },
  named: {
    added: (titles) => `ajout de ${titles}`,
    changed: (titles) => `modification de ${titles}`,
    removed: (titles) => `retrait de ${titles}`,
  },
  titles: (titles, more) => `${titles.join(', ')}${more > 0 ? ` et ${number(more)} de plus` : ''}`,
  knownQuestions: (signed) => `questions connues ${signed}`,
  glossary: 'noms et synonymes',
  kinds: {
    first: 'première publication',
    refresh: 'actualisation',
    add: 'ajout',
    remove: 'retrait',
    teach: 'réponses attribuées',
  },
  takedown: (document) => `« ${document} » retiré de la publication`,
  serverLeft: 'vidée après le départ du bot',
  rollback: (revision) => `retour à la révision ${revision}`,
  rollbackToStart: 'retour avant la première révision',
  letGo: ' (n’est plus conservée)',
  limits: {
    documents,
    bytes: (count) => `${megabytes(count)} de texte`,
    passages,
    storage: (count) => `${megabytes(count)} de documents avec leurs fichiers`,
    knownQuestions,
  },
};
