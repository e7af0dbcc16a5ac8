import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

export const findSources: Copy['findSources'] = {
  name: 'Trouver les sources',
  summary:
    'Ce que les documents ont sur chaque phrase d’un message : le passage, et les détails qui y figurent',
  nothing: 'Ce message n’affirme rien en mots qui puisse être recherché.',
  title: (found, sentences) =>
    `${number(found)} sur ${counted(sentences, { one: 'phrase', other: 'phrases' })} : un passage des documents s’y rapporte`,
  aside: 'Savoir quels détails figurent dans un passage ne dit pas si une phrase est vraie.',
  none: 'Aucun passage trouvé à ce sujet.',
  isThere: (detail) => `${detail} : y figure`,
  isNotThere: (detail) => `${detail} : n’y figure pas`,
  questions: (count) =>
    count === 1
      ? `Une question a été laissée de côté : /${names.ask} y répond.`
      : `${number(count)} questions ont été laissées de côté : /${names.ask} y répond.`,
  more: (count) =>
    `${counted(count, { one: 'autre phrase n’a pas pu être recherchée', other: 'autres phrases n’ont pas pu être recherchées' })} : copiez la suite dans un message à part.`,
};
