import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

const reports = (count: number) => counted(count, { one: 'aviso', other: 'avisos' });

export const report: Copy['report'] = {
  offer: '¿Hay algo mal en la respuesta? Díselo a los moderadores de este servidor.',
  button: 'Avisar',
  title: 'Avisar de una respuesta',
  passage: 'Qué pasaje',
  reason: 'Qué está mal',
  reasons: {
    'not-said': 'El documento no dice eso',
    outdated: 'Está anticuado',
    source: 'La fuente es errónea',
    'no-answer': 'No responde a la pregunta',
    other: 'Otra cosa',
  },
  words: 'Con tus palabras',
  wordsHint: 'Lo leen los moderadores de este servidor, y no de quién es',
  thanks: `Gracias. Los moderadores de este servidor ven tu aviso con el pasaje, pero no quién lo envió. Con /${names.privacy} puedes borrarlo.`,
  notTaken:
    'Este servidor no guarda nada de lo que los miembros dicen de las respuestas, así que no se ha enviado nada.',
  gone: 'El pasaje ya no se guarda, así que no se ha enviado nada. Vuelve a hacer la pregunta.',

  list: (count) => `${reports(count)} de los miembros`,
  see: (count) => `Avisos (${number(count)})`,
  none: ({ reportDays }) =>
    `No hay avisos. Los miembros pueden avisar de una respuesta después de 👎; los avisos se guardan ${counted(reportDays, { one: 'día', other: 'días' })}.`,
  said: (words) => `«${words}»`,
  sent: 'Enviado ',
  shown: ({ shared, guild }) =>
    ` · mostrado con la revisión ${shared}${guild === undefined ? '' : ` y la ${guild} de lo propio de este servidor`}`,
  changed: (title) => `«${title}» ya no tiene este pasaje. Era:`,
};
