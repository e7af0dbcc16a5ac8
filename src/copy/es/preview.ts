import type { ChangedField } from '../../documents/diff.js';
import type { SentenceFault } from '../../documents/problem.js';
import type { Copy } from '../copy.js';
import { changes } from './changes.js';
import { names } from './names.js';
import { counted, documents, knownQuestions, number, passages, questions } from './phrases.js';

type Knowledge = Copy['knowledge'];

export const collection: Knowledge['collection'] = {
  option: 'Qué documentos; si no, los de este servidor y, en el servidor principal, los compartidos',
  names: {
    server: 'los propios de este servidor',
    shared: 'los compartidos, visibles en todos los servidores',
  },
  title: (isShared) => (isShared ? 'Documentos compartidos' : 'Documentos de este servidor'),
  text: (isShared) => (isShared ? 'los documentos compartidos' : 'los documentos de este servidor'),
};

export const preview: Knowledge['preview'] = {
  title: (kind, isShared, rollbackTo) => {
    const what = collection.text(isShared);
    if (kind === 'rollback')
      return `Vista previa: ${what} como ${rollbackTo === 0 ? 'antes de la primera revisión' : `en la revisión ${rollbackTo}`}`;
    const titles = {
      first: 'primera publicación',
      refresh: 'actualización',
      add: 'adición',
      remove: 'retirada',
      teach: 'preguntas conocidas',
    };
    return `Vista previa: ${titles[kind]} · ${what}`;
  },
  notLive: (until) => ['Nada está en vivo hasta que lo publiques. Esta vista previa se guarda hasta ', until],
  passages: (before, after) =>
    before === after ? passages(after) : `${passages(after)}, ahora ${number(before)}`,
  glossary: 'Nombres y sinónimos cambiados',
  knownQuestions: (signed) => `Preguntas conocidas ${signed}`,
  wording: { added: '+ ', removed: '− ', changed: '~ ' },
  moreQuestions: (count) => `y ${knownQuestions(count)} más`,
  added: 'Añadidos',
  removed: 'Quitados',
  changed: 'Cambiado: ',
  problems: 'Problemas',
  questionProblems: (count) =>
    `${counted(count, { one: 'problema', other: 'problemas' })} con preguntas conocidas, que la vista previa completa detalla`,
  warnings: 'Mira esto primero',
  says: 'Lo que dice, tal como se citaría',
  moreOpenings: (count) => `y ${counted(count, { one: 'sección más', other: 'secciones más' })}`,
  leaveOut: (count) => `Omitir ${documents(count)} que no se puede leer`,
  size: passages,
  fields: (fields) => `También cambia: ${fields.map((one) => FIELDS[one]).join(', ')}`,
  onlyFields: (fields) => `Solo cambia: ${fields.map((one) => FIELDS[one]).join(', ')}`,
  moreLines: (count) =>
    `y ${counted(count, { one: 'párrafo cambiado más', other: 'párrafos cambiados más' })}`,
  more: (count) => `y ${number(count)} más`,
  warning: (warning) => {
    switch (warning.kind) {
      case 'no-passages':
        return `«${warning.title}» no tiene texto que una respuesta pueda citar.`;
      case 'not-found-by-title':
        return `Al buscar «${warning.title}» no aparece primero ese documento. Un título más claro ayuda.`;
      case 'replaces':
        return `«${warning.title}» ocuparía el lugar de «${warning.before}», que tiene el mismo nombre (${warning.id}). Si es otro documento, descarta esto y dale otro nombre al archivo. Publicarlo requiere pulsar dos veces.`;
      case 'shrinks':
        return `Quedaría menos de la mitad de los pasajes: ${number(warning.after)} de ${number(warning.before)}. Publicarlo requiere pulsar dos veces.`;
    }
  },
  answers: (changed, compared) =>
    changed === 0
      ? `Respuestas: ninguna de ${questions(compared)} se respondería de otro modo.`
      : `Respuestas: ${number(changed)} de ${questions(compared)} se responderían de otro modo`,
  before: '− ',
  after: '+ ',
  noAnswer: '(los documentos no la responden)',
  quoted: {
    answered: (text, document) => `«${text}» (${document})`,
    unsure: (text, document) => `lo más cercano: «${text}» (${document})`,
  },
  publish: 'Publicar',
  publishAnyway: 'Publicar de todos modos',
  discard: 'Descartar',
  correct: 'Corregir la fuente',
  again: 'Vista previa de nuevo',
  whole: 'Mostrar la vista previa completa',
  sureToo: 'Pulsa «Publicar de todos modos» si es lo que quieres.',
};

export const proposal: Knowledge['proposal'] = {
  unchanged: 'Nada cambiaría: lo que esto publicaría ya está en vivo.',
  busy: (who, since) => [
    who,
    ' está preparando un cambio de estos documentos desde ',
    since,
    '. Vuelve a intentarlo cuando termine.',
  ],
  refused: (refusal) => {
    switch (refusal.kind) {
      case 'over-limit':
        if (refusal.limit === 'knownQuestions')
          return `Con esto habría ${knownQuestions(refusal.wanted)}, y se guardan como máximo ${number(refusal.most)}. Quita antes algunas: /${names.knowledge} ${names.questions} con ${names.view}: conocidas las muestra.`;
        return `Con esto el servidor tendría ${changes.limits[refusal.limit](refusal.wanted)}, y se permiten como máximo ${changes.limits[refusal.limit](refusal.most)}. Quita algo con /${names.knowledge} ${names.remove}, o pide más espacio a quien aloja este bot.`;
      case 'no-document':
        return `Este servidor no tiene un documento propio «${refusal.document}». Elige uno de la lista que aparece al escribir.`;
      case 'no-revision':
        return `No hay revisión ${refusal.revision}. Elige una de la lista que aparece al escribir.`;
      case 'let-go':
        return `La revisión ${refusal.revision} es demasiado antigua para recuperarla: sus documentos ya no se conservan. Elige una posterior de la lista que aparece al escribir.`;
      case 'in-folder':
        return `«${refusal.document}» es uno de los documentos compartidos, que vienen de la carpeta. Quita allí su archivo y usa /${names.knowledge} ${names.refresh} con ${names.collection}: los compartidos.`;
      case 'withdrawn':
        return `El texto de «${refusal.document}» fue retirado y no se puede volver a publicar. Añade otro texto.`;
      case 'no-sentence':
        return NO_SENTENCE[refusal.fault](refusal.document);
      case 'question-too-long':
        return `Una pregunta conocida tiene como máximo ${refusal.most} caracteres. Acórtala.`;
      case 'question-in-folder':
        return `«${refusal.question}» es una pregunta conocida de la carpeta de documentos. Cambia su archivo en la carpeta asked y usa /${names.knowledge} ${names.refresh} con ${names.collection}: los compartidos.`;
      case 'too-long':
        return `Tardó más de ${counted(refusal.minutes, { one: 'minuto', other: 'minutos' })} y se detuvo. Nada ha cambiado. Vuelve a intentarlo, o quita antes los documentos más grandes.`;
    }
  },
};

export const published: Knowledge['published'] = {
  done: (revision, who) => [`Publicado como revisión ${revision} por `, who, '.'],
  next: `Los miembros ya reciben respuestas de aquí. /${names.knowledge} ${names.rollback} recupera una revisión anterior.`,
  stale: (base, current) =>
    `Los documentos han cambiado desde esta vista previa: se hizo para la revisión ${base}, y está en vivo la ${current}. No se ha publicado nada. Haz otra vez la vista previa para ver qué cambiaría ahora.`,
  gone: 'Esta vista previa se publicó o se descartó, o tiene más de un día. Ahora no se ha cambiado nada. Usa el comando otra vez para una nueva.',
  withdrawn: (titles) =>
    `Desde esta vista previa se retiró un texto de ella: ${titles.join(', ')}. No se ha publicado nada. Haz otra vez la vista previa sin él.`,
  undo: 'Deshacer',
  since: (revision, live) =>
    `Desde la revisión ${revision} se publicó más: está en vivo la revisión ${live}. Esto también lo deshace todo.`,
  discarded: 'Descartado. Nada ha cambiado.',
};

export const correction: Knowledge['correction'] = {
  title: 'Corregir la fuente',
  fields: {
    title: 'Título',
    publisher: 'Editor',
    author: 'Autor',
    published: 'Publicado',
    url: 'Dirección del original',
  },
  dateHint: 'AAAA, AAAA-MM o AAAA-MM-DD',
  badDate: (text) =>
    `«${text}» no es una fecha de la forma AAAA, AAAA-MM o AAAA-MM-DD, así que la fecha se queda como estaba.`,
  badUrl: (text) =>
    `«${text}» no es una dirección que empiece por https:// o http:// y no lleve un nombre de usuario delante de @, así que la dirección se queda como estaba.`,
};

const NO_SENTENCE: Readonly<Record<SentenceFault, (document: string) => string>> = {
  'no-document': (document) => `«${document}» ya no existe. Elige otro pasaje.`,
  'not-found': (document) =>
    `«${document}» ha cambiado y ya no dice eso. Busca el pasaje otra vez y elige la frase como está ahora.`,
  'not-unique': (document) =>
    `«${document}» dice esa frase más de una vez, y no se sabe cuál responde. Elige otra frase.`,
};

const FIELDS: Readonly<Record<ChangedField, string>> = {
  title: 'título',
  source: 'fuente',
  tags: 'etiquetas',
  'sentence-sources': 'fuentes de las frases',
  headings: 'encabezados',
  pages: 'páginas',
  order: 'orden de los párrafos',
  layout: 'disposición',
  remarks: 'observaciones sobre la lectura',
};
