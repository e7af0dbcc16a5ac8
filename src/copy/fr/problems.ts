import type {
  Content,
  FieldFault,
  NamedField,
  SentenceFault,
  UnreadableReason,
} from '../../documents/problem.js';
import type { Of, Problems } from '../problem-texts.js';
import { pageProblems } from './page-problems.js';
import { counted, characters as inCharacters, megabytes, number } from './phrases.js';

const SPLIT = 'Divise-le en plusieurs documents.';

export const problems: Problems = {
  'not-utf8': () => 'n’est pas du texte en UTF-8. Enregistre-le à nouveau dans l’encodage UTF-8.',
  'encoding-declared': ({ declared, encoding }) =>
    `dit être dans l’encodage ${declared}, mais ses octets sont en ${encoding}, et il a été lu ainsi. Si ses premières lignes semblent fausses, enregistre-le à nouveau en UTF-8.`,
  'encoding-guessed': ({ encoding }) =>
    `ne dit pas son encodage, et a été lu comme ${encoding}. Si ses premières lignes semblent fausses, enregistre-le à nouveau en UTF-8.`,
  'invalid-bytes': ({ places, encoding }) =>
    `a, à ${counted(places, { one: 'endroit', other: 'endroits' })}, des octets qui ne sont pas du texte en ${encoding} ; chacun apparaît comme �. Enregistre-le à nouveau en UTF-8 là d’où il vient.`,
  'nul-bytes': () =>
    'a des octets NUL, ce n’est donc pas du texte. Est-ce un autre type de fichier avec le mauvais nom ?',
  'too-large': ({ bytes, most }) =>
    `fait ${megabytes(bytes)}, et ${megabytes(most)} au plus sont lus. ${SPLIT}`,
  'unknown-format': ({ extension }) =>
    `est dans un format qui n’est pas lu (${extension || 'aucune extension'}). Prends du Markdown, du texte brut, du HTML, un PDF, du Word (.docx), un courriel (.eml) ou des sous-titres (.srt, .vtt).`,
  'other-content': ({ extension, content }) =>
    `s’appelle ${extension} et contient ${CONTENTS[content]}. Donne-lui l’extension de ce qu’il contient, ou ajoute le fichier que tu voulais.`,
  empty: () => 'n’a pas de texte. Écris-en, ou retire le fichier.',
  'made-by-script': () =>
    'n’a pas de texte dans son fichier : un script compose la page quand on l’ouvre. Ouvre-la dans un navigateur, enregistre-la en PDF ou copie son texte dans un fichier, et joins-le.',
  'front-matter': (fault) => whatIsWrongWithFrontMatter(fault),
  'leaves-folder': () => 'mène hors du dossier de documents. Copie plutôt le fichier dans le dossier.',
  'same-id': ({ id, other }) => `aurait l’identifiant « ${id} », comme ${other}. Renomme l’un des deux.`,
  'too-slow': ({ seconds }) =>
    `a mis plus de ${seconds} secondes à être lu. Simplifie-le : les listes ou tableaux très imbriqués coûtent le plus.`,
  'too-deep': () =>
    'est imbriqué trop profondément pour être lu. Réduis les niveaux de listes, de citations ou d’encadrés.',
  'too-much-memory': ({ megabytes: most }) => `demande plus de ${most} Mo de mémoire pour être lu. ${SPLIT}`,
  unreadable: (problem) =>
    `ne peut pas être lu : ${'reason' in problem ? UNREADABLE[problem.reason] : problem.detail}`,
  'footnote-undefined': ({ name }) =>
    `la note [^${name}] est utilisée mais n’a pas de source. Ajoute une ligne « [^${name}]: éditeur, date, <adresse> ».`,
  'footnote-source': ({ name }) =>
    `la note [^${name}] n’indique aucune source. Écris « éditeur, date, <adresse> ».`,
  'quoted-left-out': ({ lines }) =>
    `a ${counted(lines, { one: 'ligne citée', other: 'lignes citées' })} d’autres messages, qui sont omises. Ajoute ces messages eux-mêmes s’ils comptent.`,
  glossary: ({ detail }) => `n’est pas un glossaire : ${detail}`,
  'judged-questions': ({ detail }) => `n’est pas une liste de questions évaluées : ${detail}`,
  'judged-question': ({ question }) => `« ${question} » a besoin d’un document ou de declined: true.`,
  'known-questions': ({ detail }) => `n’est pas une liste de questions connues : ${detail}`,
  'known-question': (problem) =>
    `la question connue « ${problem.question} » ${whatIsWrongWithKnownQuestion(problem)}`,
  'reads-differently': () =>
    'est lu autrement par cette version du bot que lors de sa publication. Compare les deux avant de le publier à nouveau.',
  kept: (because, revision) =>
    `${because} Tant qu’il n’est pas de nouveau lisible, il reste comme dans la révision ${revision}.`,
  withdrawn: () =>
    'contient un texte qui a été retiré, et est omis. Retire le fichier, ou écris un texte à toi.',
  altered: () =>
    'est endommagé dans la base de données, et aucune réponse ne le cite. Actualise-le ou ajoute-le à nouveau, puis publie-le ; ou qui héberge le bot restaure une sauvegarde.',
  encrypted: () => 'est protégé par un mot de passe. Enregistre une copie sans, et ajoute-la.',
  damaged: ({ format }) =>
    `n’est pas un fichier ${format} complet. Ouvre-le dans un programme qui le lit, enregistre-le à nouveau, et ajoute-le.`,
  'no-text-in-pages': ({ pages }) =>
    `a ${inPages(pages)} d’images et pas de texte. Fais-y passer une reconnaissance de texte (OCR), ou ajoute le texte lui-même.`,
  'fonts-not-in-file': ({ isEmpty }) =>
    `a du texte chinois, japonais ou coréen dans des polices absentes du fichier, ${isEmpty ? 'et aucun autre texte' : 'et il manque dans ce qui a été lu'}. Enregistre-le avec ses polices incorporées, ou ajoute le texte lui-même.`,
  'glyphs-unknown': (problem) =>
    `${lostCharacters(problem)} Enregistre-le avec un autre programme, ou ajoute le texte lui-même.`,
  'too-many-pages': ({ pages, most }) =>
    `a ${inPages(pages)}, et ${number(most)} au plus sont lues. ${SPLIT}`,
  'too-large-unpacked': ({ most }) =>
    `contient plus de ${megabytes(most)} une fois décompressé. Enlève images et pièces jointes, ou divise-le.`,
  'too-much-read': () => 'en dit trop pour un seul fichier, une fois lu. Divise-le.',
  'too-much-text': ({ characters, most }) =>
    `a ${inCharacters(characters)} de texte, et ${number(most)} au plus sont lus. ${SPLIT}`,
  'too-many': ({ what, count, most }) =>
    `a ${number(count)} ${{ sentences: 'phrases', paragraphs: 'paragraphes' }[what]}, et ${number(most)} au plus sont lus. ${SPLIT}`,
  'too-much-in-all': ({ size, most }) =>
    `fait ${megabytes(size)} avec ses titres et sources tels qu’ils sont gardés, et ${megabytes(most)} au plus sont permis. Raccourcis les titres, ou divise-le.`,
  'stacked-marks': ({ most }) =>
    `a plus de ${most} accents et autres signes sur une lettre, qui couvriraient le texte autour. Enlève-les.`,
  'too-long': ({ field, characters, most }) =>
    field === 'address'
      ? `indique une adresse de ${inCharacters(characters)}, qui est omise, car ${number(most)} au plus sont lus. Prends-en une plus courte.`
      : `a ${NAMED[field]} de ${inCharacters(characters)}, dont les ${number(most)} premiers sont gardés. Raccourcis.`,
  unbroken: ({ characters, most }) =>
    `a ${inCharacters(characters)} sans une espace, coupés en morceaux de ${number(most)} : personne ne trouvera ce qui est coupé. Enlève-les si ce n’est pas du texte, ou mets des espaces et des points.`,
  'unseen-characters': ({ count }) =>
    `a ${counted(count, { one: 'caractère invisible', other: 'caractères invisibles' })}, et peut donc sembler autre que ce qu’il dit. Enlève-les s’ils ne sont pas voulus.`,
  'more-problems': ({ count }) =>
    `a ${counted(count, { one: 'autre problème', other: 'autres problèmes' })}. Corrige d’abord ceux du dessus.`,
  ...pageProblems,
};

export const atLine = (line: number) => `ligne ${line} : `;

const inPages = (count: number) => counted(count, { one: 'page', other: 'pages' });

const CONTENTS: Readonly<Record<Content, string>> = {
  html: 'une page web (HTML)',
  pdf: 'un PDF',
  docx: 'un document Word',
  rtf: 'un document RTF',
  json: 'des données (JSON)',
  archive: 'une archive ou un document d’un autre programme',
};

const NAMED: Readonly<Record<Exclude<NamedField, 'address'>, string>> = {
  title: 'un titre',
  heading: 'un intertitre',
  publisher: 'un éditeur',
  author: 'un auteur',
  tag: 'une étiquette',
};

function lostCharacters({ share, leftOut, isEmpty }: Of<'glyphs-unknown'>): string {
  const percent = share < 0.01 ? 'moins de 1 %' : `${Math.round(share * 100)} %`;
  const unknown = `ne dit pas ce que sont ${percent} de ses caractères`;
  if (isEmpty) return `${unknown}, rien de son texte ne peut donc être lu.`;
  const shown = `${unknown} : \ufffd les remplace`;
  if (leftOut.length === 0) return `${shown}.`;
  const some = leftOut.slice(0, 10).join(', ') + (leftOut.length > 10 ? ' et d’autres' : '');
  return leftOut.length === 1
    ? `${shown}, et la page ${some}, qui en a plus d’un dixième, est omise.`
    : `${shown}, et les pages ${some}, qui en ont plus d’un dixième, sont omises.`;
}

function whatIsWrongWithKnownQuestion(problem: Of<'known-question'>): string {
  switch (problem.fault) {
    case 'too-long':
      return `a ${inCharacters(problem.characters)}, et est omise car ${problem.most} au plus sont lus. Raccourcis-la.`;
    case 'duplicate':
      return 'est déjà là, et est lue une fois. Donne-lui en un seul endroit toutes les phrases qui y répondent.';
    case 'too-many':
      return `et les suivantes sont omises, car ${number(problem.most)} au plus sont lues.`;
    default:
      return WITHOUT_SENTENCE[problem.fault](problem.document, problem.text);
  }
}

const WITHOUT_SENTENCE: Readonly<Record<SentenceFault, (document: string, text: string) => string>> = {
  'no-document': (document) =>
    `a sa réponse dans un document qui n’existe pas (${document}). Indique le document qui a la phrase maintenant.`,
  'not-found': (document, text) =>
    `a pour réponse une phrase que ${document} n’a plus : « ${text} » Donne-lui la phrase qui répond maintenant, ou enlève la question.`,
  'not-unique': (document, text) =>
    `a pour réponse une phrase que ${document} a plus d’une fois : « ${text} » Indique une phrase qui y est une seule fois.`,
};

function whatIsWrongWithFrontMatter(fault: Of<'front-matter'>): string {
  switch (fault.fault) {
    case 'yaml':
      return `l’en-tête est faux : ${fault.detail}. Ce qui pouvait en être lu l’a été ; corrige-le et ajoute le fichier à nouveau.`;
    case 'not-closed':
      return 'l’en-tête est faux : la ligne --- à sa fin manque. Ajoute-la.';
    case 'no-fields':
      return 'l’en-tête est faux : ce doit être une liste de champs, chacun comme « name: value ». Il a été omis.';
    case 'draft':
      return 'dit dans son en-tête que c’est un brouillon. Ne le publie ici que s’il peut être cité.';
    case 'unknown':
      return `l’en-tête a ${fault.field}, qui n’est pas un champ connu et a été omis. S’il est mal écrit, corrige-le et ajoute le fichier à nouveau.`;
    default:
      return `l’en-tête est faux : ${fault.field} : ${FIELD_FAULTS[fault.fault]}. Ce qui y est dit a été omis.`;
  }
}

const FIELD_FAULTS: Readonly<Record<FieldFault, string>> = {
  text: 'doit être du texte',
  'not-empty': 'ne doit pas être vide',
  date: 'doit être une date : AAAA, AAAA-MM ou AAAA-MM-JJ',
  address: 'doit être une adresse qui commence par http:// ou https://',
  'user-name': 'doit être une adresse sans nom d’utilisateur : ce qui précède @ passerait pour le site',
  language: 'doit être un code de langue comme en ou zh-Hans',
};

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'no-permission': 'le bot n’en a pas le droit. Donne-le-lui.',
  missing: 'il n’est pas là. Remets-le, ou retire ce qui y mène.',
  'link-to-itself': 'c’est un lien vers lui-même. Mets-y le fichier lui-même.',
  'not-ordinary': 'ce n’est pas un fichier ordinaire. Mets-en un ordinaire.',
  replaced: 'il a été remplacé pendant qu’on l’ouvrait. Réessaie.',
};
