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

const SPLIT = 'Divídelo en varios documentos.';

export const problems: Problems = {
  'not-utf8': () => 'no es texto en UTF-8. Guárdalo de nuevo con la codificación UTF-8.',
  'encoding-declared': ({ declared, encoding }) =>
    `dice estar en la codificación ${declared}, pero sus bytes son ${encoding}, y así se ha leído. Si las primeras líneas se ven mal, guárdalo de nuevo en UTF-8.`,
  'encoding-guessed': ({ encoding }) =>
    `no dice su codificación, y se ha leído como ${encoding}. Si las primeras líneas se ven mal, guárdalo de nuevo en UTF-8.`,
  'invalid-bytes': ({ places, encoding }) =>
    `tiene en ${counted(places, { one: 'lugar', other: 'lugares' })} bytes que no son texto en ${encoding}; cada uno se muestra como �. Guárdalo de nuevo en UTF-8 en su origen.`,
  'nul-bytes': () =>
    'tiene bytes NUL, así que no es texto. ¿Es otro tipo de archivo con el nombre equivocado?',
  'too-large': ({ bytes, most }) =>
    `ocupa ${megabytes(bytes)}, y se leen como máximo ${megabytes(most)}. ${SPLIT}`,
  'unknown-format': ({ extension }) =>
    `está en un formato que no se lee (${extension || 'sin extensión'}). Usa Markdown, texto sin formato, HTML, PDF, Word (.docx), correo (.eml) o subtítulos (.srt, .vtt).`,
  'other-content': ({ extension, content }) =>
    `se llama ${extension} y contiene ${CONTENTS[content]}. Dale la extensión de lo que contiene, o añade el archivo que querías.`,
  empty: () => 'no tiene texto. Escribe algo, o quita el archivo.',
  'made-by-script': () =>
    'no tiene texto en su archivo: un script compone la página cuando alguien la abre. Ábrela en un navegador, guárdala como PDF o copia su texto en un archivo, y adjúntalo.',
  'front-matter': (fault) => whatIsWrongWithFrontMatter(fault),
  'leaves-folder': () => 'apunta fuera de la carpeta de documentos. Copia el archivo dentro de la carpeta.',
  'same-id': ({ id, other }) =>
    `tendría el identificador «${id}», como ${other}. Cambia el nombre de uno de los dos.`,
  'too-slow': ({ seconds }) =>
    `tardó más de ${seconds} segundos en leerse. Simplifícalo: lo que más cuesta son listas o tablas muy anidadas.`,
  'too-deep': () => 'está anidado a demasiada profundidad. Usa menos niveles de listas, citas o recuadros.',
  'too-much-memory': ({ megabytes: most }) => `necesita más de ${most} MB de memoria para leerse. ${SPLIT}`,
  unreadable: (problem) =>
    `no se puede leer: ${'reason' in problem ? UNREADABLE[problem.reason] : problem.detail}`,
  'footnote-undefined': ({ name }) =>
    `la nota [^${name}] se usa pero no tiene fuente. Añade una línea «[^${name}]: editor, fecha, <dirección>».`,
  'footnote-source': ({ name }) =>
    `la nota [^${name}] no indica ninguna fuente. Escribe «editor, fecha, <dirección>».`,
  'quoted-left-out': ({ lines }) =>
    `tiene ${counted(lines, { one: 'línea citada', other: 'líneas citadas' })} de otros mensajes, que se omiten. Añade esos mensajes si importan.`,
  glossary: ({ detail }) => `no es un glosario: ${detail}`,
  'judged-questions': ({ detail }) => `no es una lista de preguntas evaluadas: ${detail}`,
  'judged-question': ({ question }) => `«${question}» necesita un documento o bien declined: true.`,
  'known-questions': ({ detail }) => `no es una lista de preguntas conocidas: ${detail}`,
  'known-question': (problem) =>
    `la pregunta conocida «${problem.question}» ${whatIsWrongWithKnownQuestion(problem)}`,
  'reads-differently': () =>
    'se lee de otra manera en esta versión del bot que cuando se publicó. Compara ambas antes de volver a publicarlo.',
  kept: (because, revision) =>
    `${because} Hasta que se pueda leer otra vez, se queda como está en la revisión ${revision}.`,
  withdrawn: () =>
    'contiene un texto que fue retirado, y se omite. Quita el archivo, o escribe un texto propio.',
  altered: () =>
    'está dañado en la base de datos y ninguna respuesta lo cita. Actualízalo o añádelo otra vez y publícalo; o quien aloja el bot recupera una copia de seguridad.',
  encrypted: () => 'está protegido con contraseña. Guarda una copia sin ella y añádela.',
  damaged: ({ format }) =>
    `no es un archivo ${format} completo. Ábrelo en un programa que lo lea, guárdalo de nuevo y añádelo.`,
  'no-text-in-pages': ({ pages }) =>
    `tiene ${inPages(pages)} con imágenes y sin texto. Pásale un reconocimiento de texto (OCR), o añade el texto mismo.`,
  'fonts-not-in-file': ({ isEmpty }) =>
    `tiene texto chino, japonés o coreano en fuentes que no están en el archivo, ${isEmpty ? 'y ningún otro texto' : 'y falta en lo leído'}. Guárdalo con las fuentes incrustadas, o añade el texto mismo.`,
  'glyphs-unknown': (problem) =>
    `${lostCharacters(problem)} Guárdalo con otro programa, o añade el texto mismo.`,
  'too-many-pages': ({ pages, most }) =>
    `tiene ${inPages(pages)}, y se leen como máximo ${number(most)}. ${SPLIT}`,
  'too-large-unpacked': ({ most }) =>
    `contiene más de ${megabytes(most)} una vez descomprimido. Quita imágenes y adjuntos, o divídelo.`,
  'too-much-read': () => 'dice demasiado para un solo archivo, una vez leído. Divídelo en varios.',
  'too-much-text': ({ characters, most }) =>
    `tiene ${inCharacters(characters)} de texto, y se leen como máximo ${number(most)}. ${SPLIT}`,
  'too-many': ({ what, count, most }) =>
    `tiene ${number(count)} ${{ sentences: 'frases', paragraphs: 'párrafos' }[what]}, y se leen como máximo ${number(most)}. ${SPLIT}`,
  'too-much-in-all': ({ size, most }) =>
    `ocupa ${megabytes(size)} con sus títulos y fuentes tal como se guardan, y se admiten como máximo ${megabytes(most)}. Acorta los títulos, o divídelo.`,
  'stacked-marks': ({ most }) =>
    `tiene más de ${most} acentos y otros signos sobre una letra, que taparían el texto de alrededor. Quítalos.`,
  'too-long': ({ field, characters, most }) =>
    field === 'address'
      ? `indica una dirección de ${inCharacters(characters)}, que se omite, porque se leen como máximo ${number(most)}. Usa una más corta.`
      : `tiene ${NAMED[field]} de ${inCharacters(characters)}, de los que se conservan los primeros ${number(most)}. Acórtalo.`,
  unbroken: ({ characters, most }) =>
    `tiene ${inCharacters(characters)} sin un espacio, que se cortan en trozos de ${number(most)}: nadie encontrará lo cortado. Quítalos si no son texto, o pon espacios y puntos.`,
  'unseen-characters': ({ count }) =>
    `tiene ${counted(count, { one: 'carácter que no se ve', other: 'caracteres que no se ven' })}, así que puede parecer otra cosa de lo que dice. Quítalos si no son intencionados.`,
  'more-problems': ({ count }) =>
    `tiene ${counted(count, { one: 'problema más', other: 'problemas más' })}. Arregla primero los de arriba.`,
  ...pageProblems,
};

export const atLine = (line: number) => `línea ${line}: `;

const inPages = (count: number) => counted(count, { one: 'página', other: 'páginas' });

const CONTENTS: Readonly<Record<Content, string>> = {
  html: 'una página web (HTML)',
  pdf: 'un PDF',
  docx: 'un documento de Word',
  rtf: 'un documento RTF',
  json: 'datos (JSON)',
  archive: 'un archivo comprimido o un documento de otro programa',
};

const NAMED: Readonly<Record<Exclude<NamedField, 'address'>, string>> = {
  title: 'un título',
  heading: 'un encabezado',
  publisher: 'un editor',
  author: 'un autor',
  tag: 'una etiqueta',
};

function lostCharacters({ share, leftOut, isEmpty }: Of<'glyphs-unknown'>): string {
  const percent = share < 0.01 ? 'menos del 1 %' : `el ${Math.round(share * 100)} %`;
  const unknown = `no dice qué es ${percent} de sus caracteres`;
  if (isEmpty) return `${unknown}, así que no se puede leer nada de su texto.`;
  const shown = `${unknown}: en su lugar aparece \ufffd`;
  if (leftOut.length === 0) return `${shown}.`;
  const some = leftOut.slice(0, 10).join(', ') + (leftOut.length > 10 ? ' y otras' : '');
  return leftOut.length === 1
    ? `${shown}, y se omite la página ${some}, con más de una décima parte de ellos.`
    : `${shown}, y se omiten las páginas ${some}, con más de una décima parte de ellos.`;
}

function whatIsWrongWithKnownQuestion(problem: Of<'known-question'>): string {
  switch (problem.fault) {
    case 'too-long':
      return `tiene ${inCharacters(problem.characters)}, y se omite porque se leen como máximo ${problem.most}. Acórtala.`;
    case 'duplicate':
      return 'ya está, y se lee una vez. Dale en un solo lugar todas las frases que la responden.';
    case 'too-many':
      return `y las siguientes se omiten, porque se leen como máximo ${number(problem.most)}.`;
    default:
      return WITHOUT_SENTENCE[problem.fault](problem.document, problem.text);
  }
}

const WITHOUT_SENTENCE: Readonly<Record<SentenceFault, (document: string, text: string) => string>> = {
  'no-document': (document) =>
    `se responde con un documento que no existe (${document}). Indica el documento que tiene ahora la frase.`,
  'not-found': (document, text) =>
    `se responde con una frase que ${document} ya no tiene: «${text}» Dale la frase que responde ahora, o quita la pregunta.`,
  'not-unique': (document, text) =>
    `se responde con una frase que ${document} tiene más de una vez: «${text}» Indica una frase que esté una sola vez.`,
};

function whatIsWrongWithFrontMatter(fault: Of<'front-matter'>): string {
  switch (fault.fault) {
    case 'yaml':
      return `la cabecera está mal: ${fault.detail}. Se ha leído lo que se podía; corrígela y añade el archivo otra vez.`;
    case 'not-closed':
      return 'la cabecera está mal: falta la línea --- al final. Añádela.';
    case 'no-fields':
      return 'la cabecera está mal: debe ser una lista de campos, cada uno como «name: value». Se ha omitido.';
    case 'draft':
      return 'dice en su cabecera que es un borrador. Publícalo aquí solo si se puede citar.';
    case 'unknown':
      return `la cabecera tiene ${fault.field}, que no es un campo conocido y se ha omitido. Si está mal escrito, corrígelo y añade el archivo otra vez.`;
    default:
      return `la cabecera está mal: ${fault.field}: ${FIELD_FAULTS[fault.fault]}. Lo que dice ahí se ha omitido.`;
  }
}

const FIELD_FAULTS: Readonly<Record<FieldFault, string>> = {
  text: 'debe ser texto',
  'not-empty': 'no puede estar vacío',
  date: 'debe ser una fecha: AAAA, AAAA-MM o AAAA-MM-DD',
  address: 'debe ser una dirección que empiece por http:// o https://',
  'user-name': 'debe ser una dirección sin nombre de usuario: lo que va delante de @ se tomaría por el sitio',
  language: 'debe ser una etiqueta de idioma como en o zh-Hans',
};

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'no-permission': 'el bot no tiene permiso. Dáselo.',
  missing: 'no está. Ponlo de nuevo, o quita lo que apunta a él.',
  'link-to-itself': 'es un enlace a sí mismo. Pon allí el archivo mismo.',
  'not-ordinary': 'no es un archivo corriente. Pon allí uno corriente.',
  replaced: 'fue sustituido mientras se abría. Inténtalo otra vez.',
};
