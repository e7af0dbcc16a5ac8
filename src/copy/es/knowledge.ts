import type { Thumbs } from '../../library/library.js';
import type { Copy } from '../copy.js';
import { known, position, teach } from './known-questions.js';
import { names } from './names.js';
import { counted, documents, moment, number, passages, questions } from './phrases.js';
import { collection, correction, preview, proposal, published } from './preview.js';
import { settings } from './settings.js';

const ROOT = `/${names.knowledge}`;

export const knowledge: Copy['knowledge'] = {
  description: 'Para moderadores: los documentos tras las respuestas y lo que se preguntó en vano',
  collection,

  refusal: {
    'direct-message': 'Esto funciona en un servidor, para sus moderadores; no en un mensaje directo.',
    'not-added':
      'Esto funciona en un servidor que me haya añadido. Quien pueda gestionar este servidor puede hacerlo en mi perfil: Añadir aplicación.',
    moderators: (role) =>
      role === undefined
        ? ['Solo pueden hacerlo miembros que puedan gestionar este servidor (permiso «Gestionar servidor»).']
        : [
            'Solo pueden hacerlo miembros que puedan gestionar este servidor (permiso «Gestionar servidor») o tengan el rol ',
            role,
            '.',
          ],
    'other-server': 'Esto pertenece a otro servidor: solo pueden hacerlo sus moderadores, y solo allí.',
    'home-moderators': `De los documentos compartidos se encargan los moderadores del servidor principal del bot; aquí puedes gestionar los de tu servidor con la opción ${names.collection}.`,
    owners:
      'Solo quien posee este bot puede cambiar los documentos compartidos; quien lo aloja puede poner en HOME_GUILD_ID el ID de un servidor, y sus moderadores se encargarán.',
  },

  step: (step) => {
    switch (step.kind) {
      case 'reading':
        return 'Leyendo los documentos…';
      case 'comparing':
        return 'Comparándolos con lo que está en vivo…';
      case 'building':
        return `Indexando ${passages(step.passages)}…`;
      case 'asking':
        return `Haciendo ${questions(step.questions)} a lo viejo y a lo nuevo…`;
    }
  },

  refresh: {
    description: 'Leer de nuevo las fuentes de los documentos y ver qué cambiaría',
    nothingChanged: 'Nada ha cambiado.',
    folder: {
      missing:
        'No hay carpeta de documentos. Para quien aloja este bot: créala, o indica otra en KNOWLEDGE_DIR.',
      'not-a-folder':
        'En lugar de la carpeta de documentos hay un archivo. Para quien aloja este bot: indica la carpeta en KNOWLEDGE_DIR.',
      changed:
        'Un archivo cambió mientras se leía la carpeta de documentos. Vuelve a intentarlo cuando nadie escriba en ella.',
      unreadable:
        'La carpeta de documentos no se puede leer. Para quien aloja este bot: permite que el bot la lea, o indica otra en KNOWLEDGE_DIR.',
    },
  },
  add: {
    description: 'Añadir un documento a los de este servidor, desde un archivo o una página web',
    file: 'Markdown, texto, correo o subtítulos hasta 2 MB; HTML, PDF o Word (.docx) hasta 8 MB',
    url: 'La dirección de una página web, que empieza por https:// o http://',
    oneOfTwo: `Indica un archivo (${names.file}) o la dirección de una página web (${names.url}): exactamente uno de los dos.`,
    unread: 'No se ha añadido:',
  },
  remove: {
    description: 'Quitar un documento de los propios de este servidor',
    document: 'Un documento de este servidor',
  },
  rollback: {
    description: 'Recuperar los documentos de una revisión anterior',
    revision: `El número de la revisión, véase ${ROOT} ${names.history}`,
    beforeFirst: '0 · antes de la primera revisión: nada propio de este servidor',
    choice: (revision, at, zone, what) => `${revision} · ${moment(at, zone)} · ${what}`,
  },

  preview,
  proposal,
  published,
  correction,

  list: {
    description: 'Listar los documentos de una colección',
    none: (isShared) =>
      isShared
        ? 'Todavía no hay documentos compartidos. Quien aloja este bot puede poner algunos en su carpeta.'
        : `Este servidor todavía no tiene documentos propios. ${ROOT} ${names.add} acepta un archivo o una página web.`,
    count: documents,
    moreRemarks: (count) =>
      `y ${counted(count, { one: 'observación más', other: 'observaciones más' })} sobre la lectura`,
    origin: {
      folder: 'carpeta de documentos',
      file: (name) => `archivo ${name}`,
      url: 'página web',
      note: 'nota de ',
    },
  },

  status: {
    description: 'Qué está en vivo, desde cuándo, y si espera una actualización',
    live: (revision, who, when) => [`La revisión ${revision} está en vivo, publicada por `, who, ', ', when],
    nothing: 'Todavía no se ha publicado nada.',
    size: (all, some) => `${documents(all)}, ${passages(some)}`,
    folder: {
      same: 'La carpeta de documentos contiene lo mismo: no espera ninguna actualización.',
      differs: `La carpeta de documentos ha cambiado: espera una actualización. Mírala con ${ROOT} ${names.refresh}.`,
      unreadable: 'La carpeta de documentos no se puede leer. Avisa a quien aloja este bot.',
    },
    underWay: (who, since) => [who, ' está preparando un cambio desde ', since, '.'],
    schedule: (next) => ['La próxima actualización programada es ', next, '.'],
    noSchedule: `No hay ninguna actualización programada. ${ROOT} ${names.settings} la establece.`,
  },

  history: {
    description: 'Revisiones, y lo que hicieron los moderadores',
    title: (isShared) => `Historial: ${collection.text(isShared)}`,
    none: 'Todavía no ha pasado nada.',
    actions: {
      publish: (revision, what) => `publicó la revisión ${revision}${what && `: ${what}`}`,
      takedown: (document, why) => `retiró «${document}»: ${why}`,
      discard: 'descartó una vista previa',
      settings: 'cambió los ajustes',
      dismiss: 'descartó una pregunta de los miembros',
      'dismiss-report': 'descartó un aviso de un miembro',
      first: 'leyó la carpeta de documentos por primera vez',
      refresh: 'vio una actualización',
      add: 'vio la adición de un documento',
      remove: 'vio la retirada de un documento',
      rollback: 'vio una vuelta atrás',
      teach: 'vio un cambio de las preguntas conocidas',
    },
    older: 'Anteriores',
    newest: 'Más recientes',
    end: 'No hay nada anterior.',
  },

  questions: {
    description: 'Lo que se preguntó en vano o se señaló, y las preguntas ligadas a un pasaje',
    view: 'Qué de ello; si no, las preguntas que los miembros hicieron en vano',
    views: {
      asked: 'hechas, sin respuesta segura',
      reports: 'avisos: lo que los miembros dicen que está mal',
      known: 'conocidas: ligadas al pasaje que responde',
    },
    title: (count) => `${questions(count)} sin respuesta segura`,
    none: 'Ninguna pregunta te espera: todas las hechas hasta ahora tuvieron una respuesta segura. Las que no la tengan aparecerán aquí durante 90 días.',
    off: `En este servidor no se guardan preguntas. ${ROOT} ${names.settings} con ${names.page}: respuestas lo activa.`,
    counts: ({ unanswered, unsure, thumbs }) =>
      [
        ...(unanswered > 0 ? [`sin respuesta, ${times(unanswered)}`] : []),
        ...(unsure > 0 ? [`sin respuesta segura, ${times(unsure)}`] : []),
        ...rated('respuesta', thumbs.answered),
        ...rated('respuesta insegura', thumbs.unsure),
      ].join(' · '),
    last: ' · la última ',
    alike: (texts) => `También preguntada así: ${texts.map((text) => `«${text}»`).join(', ')}`,
    closest: 'Lo más cercano:',
    answered: 'Los documentos ya la responden:',
    marked: (members) =>
      members === 1
        ? 'Un miembro marcó esto como la respuesta:'
        : `${number(members)} miembros marcaron esto como la respuesta:`,
    teach: teach.button,
    nothingNear: 'No hay nada parecido en los documentos.',
    note: 'Responder con una nota',
    dismiss: 'Descartar',
    download: 'Descargar en CSV',
    downloaded: (count) => `${questions(count)}, las más frecuentes primero.`,
    position,
    fileName: 'preguntas.csv',
    columns: [
      'pregunta',
      'sin respuesta',
      'sin respuesta segura',
      'votos a favor',
      'votos en contra',
      'a favor si era insegura',
      'en contra si era insegura',
      'última vez',
      'documento más cercano',
      'pasaje más cercano',
    ],
    gone: `Esta pregunta ya no está en la lista: se descartó, pasó a ser conocida o tiene más de 90 días. Usa ${ROOT} ${names.questions} para ver las actuales.`,
  },

  teach,
  known,

  note: {
    formTitle: 'Responder con una nota',
    fields: {
      text: 'La respuesta, con tus palabras',
      title: 'Título',
      publisher: 'Quién lo dice (editor de la fuente)',
      url: 'Dirección de la fuente',
      published: 'Cuándo se publicó',
    },
    title: (title) => `Nota de los moderadores de este servidor: ${title}`,
    author: 'moderadores de este servidor',
  },

  settings,

  report: {
    waiting: 'La actualización programada encontró cambios. Un moderador puede publicarlos:',
    failed: (detail) =>
      `La actualización programada falló. ${detail} Se intentará otra vez en la próxima hora prevista; se avisa una sola vez hasta que vuelva a funcionar.`,
    tooLong: 'Tardó demasiado y se detuvo.',
    unknown: 'Quien aloja este bot encontrará el motivo en su registro.',
  },

  who: { host: 'quien aloja este bot', schedule: 'el horario' },
};

function times(count: number): string {
  return count === 1 ? 'una vez' : `${number(count)} veces`;
}

function rated(what: string, { up, down }: Thumbs): string[] {
  return up + down > 0 ? [`${what} 👍 ${up} 👎 ${down}`] : [];
}
