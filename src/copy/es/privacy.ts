import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, number } from './phrases.js';

const days = (count: number) => counted(count, { one: 'día', other: 'días' });

export const privacy: Copy['privacy'] = {
  description: 'Qué se guarda de lo que preguntas y pulsas, cuánto tiempo, y cómo borrarlo',
  title: 'Qué se guarda de ti',
  about:
    'No leo más mensajes que aquel en el que usas un comando mío, y con lo que preguntas no guardo ni tu nombre ni tu ID.',
  questions: 'Preguntas',
  kept: ({ questionDays, questions }) =>
    'Este servidor guarda las preguntas sin respuesta segura y aquellas cuya respuesta recibió un pulgar, sin quién las hizo: ' +
    `hasta ${days(questionDays)} después de que se hicieran por última vez, ${number(questions)} como mucho. Las ven sus moderadores.`,
  askedAgain:
    'Las preguntas hechas a la vista de todos quedan en la memoria hasta que me reinician: los moderadores ven si un cambio de los documentos las respondería de otro modo.',
  off: 'Este servidor no guarda preguntas: sus moderadores lo han desactivado.',
  away: 'Aquí no se guarda ninguna pregunta, ni pulgares ni avisos: eso solo ocurre en los servidores que me han añadido.',
  wanted: `Una pregunta que haces con ${names.private}: True no se guarda nunca.`,
  pace: 'Durante un minuto tengo en la memoria cuántas veces has preguntado.',
  said: 'Pulgares y avisos',
  thumbs: 'Los pulgares duran lo que su pregunta. Los moderadores ven cuántos son, no de quién.',
  reports: ({ reportDays, reports }) =>
    `Un aviso se guarda con su motivo, tus palabras, la pregunta y el pasaje ${days(reportDays)}, ` +
    `${number(reports)} como mucho por servidor. Lo leen sus moderadores, y no de quién es.`,
  hashed:
    'De quién es un pulgar o un aviso figura allí solo como un hash, hecho con una clave que no está en la base de datos. Con él se encuentran los tuyos cuando los borras.',
  moderators: 'Lo que hacen los moderadores',
  history: ({ draftDays }) =>
    'Se guardan los ajustes y los documentos de un servidor, y un historial de quién publicó, descartó o ajustó qué, con los ID ' +
    `de los moderadores; una nota lleva el de su autor. Lo ven los moderadores de ese servidor. Las vistas previas se guardan ${days(draftDays)}.`,
  ends: 'Cómo termina',
  left: ({ guildDays }) =>
    `Todo lo de un servidor se borra ${days(guildDays)} después de que me haya quitado y alguien me usara allí por última vez.`,
  host: 'Quien me aloja puede leer la base de datos. Mi registro no tiene preguntas ni ID, salvo que lo haga más detallado para buscar un fallo.',
  delete: 'Borrar mis datos',
  sure: '¿Borrar tus pulgares y avisos en todos los servidores? No se puede deshacer. Las preguntas se quedan, pues nada dice cuáles son tuyas.',
  yes: 'Borrarlos',
  no: 'Conservarlos',
  deleted: ({ thumbs, reports }) =>
    thumbs + reports === 0
      ? 'No había ningún pulgar ni aviso tuyo.'
      : `Borrado: ${counted(thumbs, { one: 'pulgar', other: 'pulgares' })} y ${counted(reports, { one: 'aviso', other: 'avisos' })}.`,
};
