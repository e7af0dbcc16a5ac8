import type { ScheduleFault } from '../../library/schedule.js';
import type { Copy } from '../copy.js';
import { names } from './names.js';
import { list, questions, weekday } from './phrases.js';

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
    scheduleHint: 'Como «cada día a las 06:00» o «cada 6 horas»; también vale cron. Vacío: ninguno',
    scheduleExample: 'cada lunes y viernes a las 06:00',
    zone: 'Zona horaria del horario',
    zoneHint: 'Como Europe/Madrid o America/Bogota. Vacío: UTC',
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
  badZone: (text) =>
    `No conozco la zona horaria «${text}». Escribe su nombre en la lista de la IANA, como Europe/Madrid, America/Bogota o UTC.`,
  times: {
    daily: (time) => `cada día a las ${time}`,
    weekly: (days, time) => `cada ${list(days.map(weekday))} a las ${time}`,
    hours: (count) => (count === 1 ? 'cada hora' : `cada ${count} horas`),
  },
  again: 'Abrir otra vez el formulario',
  kept: 'Lo que rellenaste se guarda 15 minutos.',
  logOff: {
    ask: (count) =>
      `Las preguntas aún se guardan. Al desactivarlo se borran para siempre ${questions(count)} de los miembros, con sus votos e informes.`,
    confirm: 'Borrarlas y desactivarlo',
  },
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
      : ['Horario: ', schedule.text, ` (${schedule.zone}), la próxima vez `, schedule.next],
  visibility: (isPrivate) =>
    isPrivate ? 'Respuestas: solo las ve quien pregunta' : 'Respuestas: las ve todo el canal',
  pace: (perMinute) => `Cada miembro: ${questions(perMinute)} por minuto`,
  log: (isKept) =>
    isKept
      ? 'Preguntas: se guardan 90 días, sin los nombres de quienes preguntan'
      : 'Preguntas: no se guardan',
};

const EXAMPLES =
  'Escribe «cada día a las 06:00», «los lunes a las 06:00», «cada 6 horas» o una expresión de cron como 0 6 * * 1.';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `no es uno que sepa leer. ${EXAMPLES}`,
  never: `no ocurre nunca. ${EXAMPLES}`,
  'too-often': 'se repite más de una vez por hora. Escribe «cada hora» o algo menos frecuente.',
  'uneven-hours': 'no divide el día en partes iguales. Escribe «cada 2 horas», o 1, 3, 4, 6, 8 o 12.',
};
