import type { ScheduleFault } from '../../library/schedule.js';
import type { Copy } from '../copy.js';
import { names } from './names.js';
import { questions } from './phrases.js';

export const settings: Copy['knowledge']['settings'] = {
  description: 'Configurar moderadores, informes y horario, o cómo se responde',
  page: 'Qué formulario',
  pages: {
    moderation: 'moderación: rol, informes, horario',
    answers: 'respuestas: quién las ve, cuántas, qué se guarda',
  },
  moderation: {
    title: 'Ajustes: moderación',
    role: 'Rol de moderación',
    roleHint: `También podrá usar /${names.knowledge} si se le permite en Ajustes del servidor › Integraciones`,
    channel: 'Canal de informes',
    channelHint: 'Donde se informa de las actualizaciones programadas',
    schedule: 'Horario de actualización',
    scheduleHint: 'Cinco campos en UTC: minuto hora día mes día-de-semana. Vacío: ninguno',
    scheduleExample: '0 6 * * 1 (los lunes a las 6:00)',
  },
  answers: {
    title: 'Ajustes: respuestas',
    visibility: 'Quién ve una respuesta',
    visibilityHint: `Si quien pregunta no elige otra cosa con ${names.private}`,
    public: 'Todo el canal',
    private: 'Solo quien pregunta',
    pace: 'Preguntas por minuto',
    paceHint: 'Por cada miembro, de 1 a 60',
    log: 'Guardar preguntas para los moderadores',
    logHint: 'Durante 90 días, sin los nombres de quienes preguntan. Al desactivarlo se borran',
    on: 'Guardarlas',
    off: 'No guardarlas',
  },
  saved: 'Guardado.',
  notSaved: 'No se ha guardado:',
  everyone: 'El rol de moderación: con @everyone cualquier miembro sería moderador. Elige otro rol.',
  mayNotPost: (channel) => [
    'El canal de informes: no puedo escribir en ',
    channel,
    '. Permíteme «Ver canal» y «Enviar mensajes» allí, o elige otro.',
  ],
  needsChannel:
    'El horario: elige también un canal de informes, para lo que encuentre una actualización programada.',
  badSchedule: (fault, text) => `El horario «${text}» ${FAULTS[fault]}`,
  badPace: (text) => `Preguntas por minuto: «${text}» no es un número entero de 1 a 60.`,
  change: 'Cambiar',
  role: (role) =>
    role === undefined
      ? ['Moderadores: miembros que pueden gestionar el servidor']
      : [
          'Moderadores: miembros que pueden gestionar el servidor, y ',
          role,
          ` (un administrador debe permitir además que ese rol use /${names.knowledge}: Ajustes del servidor › Integraciones)`,
        ],
  channel: (channel) =>
    channel === undefined ? ['Canal de informes: ninguno'] : ['Canal de informes: ', channel],
  schedule: (schedule) =>
    schedule === undefined
      ? ['Horario: ninguno']
      : ['Horario: ', schedule.text, ' (UTC), la próxima vez ', schedule.next],
  visibility: (isPrivate) =>
    isPrivate ? 'Respuestas: solo las ve quien pregunta' : 'Respuestas: las ve todo el canal',
  pace: (perMinute) => `Cada miembro: ${questions(perMinute)} por minuto`,
  log: (isKept) =>
    isKept
      ? 'Preguntas: se guardan 90 días, sin los nombres de quienes preguntan'
      : 'Preguntas: no se guardan',
};

const EXAMPLE = 'por ejemplo 0 6 * * 1 para los lunes a las 6:00 UTC.';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `no es uno que sepa leer. Indica cinco campos, ${EXAMPLE}`,
  never: `no ocurre nunca. Indica cinco campos, ${EXAMPLE}`,
  'too-often': 'se repite más de una vez por hora. Elige un minuto de la hora, por ejemplo 0 * * * *.',
};
