import type { PageProblems } from '../problem-texts.js';
import { megabytes } from './phrases.js';

export const pageProblems: PageProblems = {
  'page-address': ({ reason }) => ADDRESSES[reason],
  'page-private': ({ host }) =>
    `lleva a una red privada (${host}), y solo se obtienen páginas públicas. Guarda la página y adjunta el archivo.`,
  'page-robots': ({ host }) =>
    `no pueden obtenerla los bots: lo dice el robots.txt de ${host}. Guarda la página y adjunta el archivo si te está permitido.`,
  'page-robots-unknown': ({ host, status }) =>
    `no se sabe si está abierta a los bots: ${host} responde ${status} al pedir su robots.txt. Vuelve a intentarlo más tarde.`,
  'page-robots-unread': ({ host }) =>
    `no se sabe si está abierta a los bots: el robots.txt de ${host} no se puede leer. Vuelve a intentarlo más tarde, o guarda la página y adjunta el archivo si te está permitido.`,
  'page-redirects': ({ most }) =>
    `redirige a otra dirección más de ${most} veces. Usa la dirección en la que termina.`,
  'page-type': ({ contentType }) =>
    `no es una página que se pueda leer (${contentType || 'el servidor no indica el tipo'}). Usa HTML, texto sin formato, Markdown, PDF o Word (.docx).`,
  'page-too-large': ({ most }) =>
    `ocupa más de ${megabytes(most)}. Guarda la parte que importa y adjunta el archivo.`,
  'page-too-slow': ({ seconds }) =>
    `no llegó en ${seconds} segundos. Vuelve a intentarlo más tarde, o guarda la página y adjunta el archivo.`,
  'page-gone': ({ status }) =>
    `ya no existe (${status}). Comprueba la dirección, o busca una copia archivada.`,
  'page-status': ({ status }) =>
    `fue rechazada por su servidor (${status}). Vuelve a intentarlo más tarde, o guarda la página y adjunta el archivo.`,
  'page-no-host': ({ host }) => `no se encuentra: no existe ${host}. Comprueba la dirección.`,
  'page-no-connection': ({ detail }) =>
    `no se puede alcanzar (${detail}). Vuelve a intentarlo más tarde, o guarda la página y adjunta el archivo.`,
  'attachment-foreign': () => 'no es un archivo adjunto de Discord. Adjúntalo al comando.',
  'attachment-status': ({ status }) => `no lo entregó Discord (HTTP ${status}). Adjúntalo otra vez.`,
  'attachment-too-slow': () => 'tardó demasiado en llegar desde Discord. Vuelve a intentarlo.',
  'attachment-no-connection': () => 'no se pudo obtener, porque no se alcanzó Discord. Vuelve a intentarlo.',
};

const ADDRESSES = {
  scheme: 'no es la dirección de una página web. Usa una que empiece por https:// o http://.',
  password: 'contiene un nombre de usuario o una contraseña. Usa la dirección sin ellos.',
  'too-long': 'es demasiado larga para la dirección de una página. Guarda la página y adjunta el archivo.',
  port: 'indica un puerto inusual, y solo se obtienen páginas web públicas. Guarda la página y adjunta el archivo.',
} as const;
