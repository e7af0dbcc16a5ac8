import type { Copy } from '../copy.js';
import { names } from './names.js';

export const help: Copy['help'] = {
  description: 'Qué puede hacer este bot y cómo se usa',
  title: 'Respuestas que puedes comprobar',
  about:
    'Respondo preguntas sobre las alianzas de IA de China con pasajes citados palabra por palabra de documentos, cada uno ' +
    'con su fuente. No escribo nada propio, y lo digo cuando los documentos no responden.',
  try: 'Prueba una: solo tú ves la respuesta',
  commands: 'Lo que puedes hacer',
  menus: 'En el menú de un mensaje (clic derecho o mantener pulsado, luego Aplicaciones)',
  tips: 'Para mejores respuestas',
  tip: [
    'Pregunta una cosa cada vez, con los nombres que conozcas: «¿Quién forma parte de la Model-Chip Ecosystem Innovation Alliance?»',
    'Mientras escribes aparecen preguntas que los documentos responden. Elige una, o pregunta con tus palabras.',
    'Las palabras en negrita son de tu pregunta. La línea bajo una cita dice de dónde viene.',
    `Las respuestas las ve todo el canal. Con ${names.private}: True, solo ves tú la tuya.`,
  ],
  moderators: 'Lo que puedes hacer como moderador',
  moderating: 'Nada cambia lo que ven los miembros hasta que has visto una vista previa y pulsado Publicar.',
  host: 'Como propietario de este bot',
  hosting: [
    'Sus ajustes están en el entorno o en el archivo .env que está a su lado; .env.example los enumera todos.',
    `Los documentos compartidos están en su carpeta (KNOWLEDGE_DIR). npm run knowledge hace en la terminal lo que /${names.knowledge} hace aquí.`,
    'HOME_GUILD_ID nombra el servidor cuyos moderadores se encargan de los documentos compartidos. Sin él, te encargas tú.',
  ],
};
