import type { Copy } from '../copy.js';
import { names } from './names.js';
import { counted, date, documents, list, number } from './phrases.js';

export const sources: Copy['sources'] = {
  description: 'Listar los documentos tras las respuestas y sus medios, o mostrar uno',
  document: 'Un documento, para ver su esquema y sus fuentes',
  title: (count) => `${documents(count)} tras las respuestas`,
  none: 'Todavía no hay documentos. Quien aloja este bot puede poner algunos en su carpeta.',
  paragraphs: (count) => counted(count, { one: 'párrafo', other: 'párrafos' }),
  beforeHeadings: 'Comienzo',
  outlets: (shown, count) =>
    `se apoya en ${counted(count, { one: 'medio', other: 'medios' })}: ${[...shown, ...(count > shown.length ? [`${number(count - shown.length)} más`] : [])].join('; ')}`,
  sections: 'Secciones',
  behind: 'Medios tras sus frases',
  sentences: (count) => counted(count, { one: 'frase', other: 'frases' }),
  moreLinks: (count) => `y ${number(count)} más`,
  searchIn: 'Buscar en él',
  words: 'Palabras',
  which: 'Puede tratarse de varios documentos. ¿Cuál?',
  choose: 'Elegir un documento',
  unknown: (asked) =>
    `No tengo ningún documento llamado «${asked}». Elige uno de la lista que aparece al escribir.`,
};

export const search: Copy['search'] = {
  description: 'Buscar pasajes por sus palabras, o palabras exactas entre comillas',
  query: 'Palabras que buscar; «entre comillas» tal cual',
  document: 'Buscar solo en un documento',
  private: 'Mostrarte los resultados solo a ti',
  searched: 'Búsqueda: ',
  filtered: ({ document, since, until }) =>
    [
      ...(document === undefined ? [] : [`en «${document}»`]),
      ...(since === undefined ? [] : [`desde ${date(since)}`]),
      ...(until === undefined ? [] : [`hasta ${date(until)}`]),
    ].join(' · '),
  results: (first, last, count) =>
    count === 1 ? 'Un resultado' : `Resultados ${number(first)}–${number(last)} de ${number(count)}`,
  most: (count) => `Solo se muestran los ${number(count)} mejores; más palabras los acotan.`,
  none: 'No se ha encontrado nada.',
  withoutQuotes: 'Las palabras entre comillas se buscan tal cual. Quita las comillas para encontrar más.',
  withoutFilters: 'Quita el documento o las fechas para buscar en más textos.',
  otherWords: `Prueba con menos palabras o con otras; al escribir aparecen sugerencias. /${names.sources} muestra lo que hay.`,
  gone: 'Ese documento ya no está. Usa de nuevo el comando.',
};

export const dates: Copy['dates'] = {
  since: 'A partir de esta fecha: 2025, 2025-07, 28 de julio de 2025',
  until: 'Hasta esta fecha: 2025, 2025-07, 28 de julio de 2025',
  wrong: (text) =>
    `No puedo leer «${text}» como fecha. Escribe por ejemplo 2025, 2025-07, 2025-07-28, julio de 2025, 28 de julio de 2025 o 2025年7月.`,
  reversed: (since, until) =>
    `${date(since)} es posterior a ${date(until)}. Pon la fecha anterior en ${names.since} y la posterior en ${names.until}.`,
};

export const timeline: Copy['timeline'] = {
  description: 'Qué pasó y cuándo, según los documentos, en orden y con fuentes',
  topic: 'Empresa, chip, alianza, norma, persona o palabras; todo si no pones nada',
  of: 'Cronología: ',
  all: 'Cronología de todo lo que fechan los documentos',
  days: (some) => some.map(date).join('–'),
  filtered: ({ since, until }) =>
    [
      ...(since === undefined ? [] : [`desde ${date(since)}`]),
      ...(until === undefined ? [] : [`hasta ${date(until)}`]),
    ].join(' · '),
  statements: (first, last, count) =>
    count === 1
      ? 'Una frase con fecha'
      : `Frases con fecha ${number(first)}–${number(last)} de ${number(count)}, la más reciente al final`,
  earlier: (count) =>
    `Hay más antes: solo se miran las últimas ${number(count)}. Una fecha en ${names.until} muestra las anteriores.`,
  none: 'Los documentos no fechan nada de esto.',
  otherTime: 'Quita las fechas para ver todo lo que tiene fecha.',
  otherTopic: 'Quita el tema, o elige uno de los nombres que aparecen al escribir.',
  nearest: (some) => `Nombres parecidos: ${list(some)}.`,
};

const kinds: Readonly<Record<string, string>> = {
  alliance: 'Alianza',
  association: 'Asociación',
  chip: 'Chip',
  company: 'Empresa',
  event: 'Acontecimiento',
  foundation: 'Fundación',
  fund: 'Fondo',
  'government body': 'Organismo público',
  method: 'Método',
  model: 'Modelo',
  outlet: 'Medio',
  person: 'Persona',
  policy: 'Norma',
  programme: 'Programa',
  'research institute': 'Instituto de investigación',
  software: 'Software',
  'standards body': 'Organismo de normalización',
  system: 'Sistema',
};

export const profile: Copy['profile'] = {
  description: 'Qué dicen los documentos de una empresa, chip, alianza, norma o persona, con fuentes',
  name: 'Un nombre; los que tienen los documentos aparecen al escribir',
  of: 'Perfil: ',
  kind: (kind) => kinds[kind] ?? kind,
  also: (some) => `También: ${list(some)}`,
  chinese: (some) => `En chino: ${list(some)}`,
  named: (count) => `Nombrado en ${counted(count, { one: 'frase', other: 'frases' })} de los documentos`,
  undated: 'Los documentos no fechan nada de esto. Qué más dicen:',
  related: 'Seguir a un nombre que aparece al lado',
  together: (count) => `juntos en ${counted(count, { one: 'párrafo', other: 'párrafos' })}`,
  unknown: (asked) => `Los documentos no nombran nada llamado «${asked}» que yo conozca.`,
  nearest: 'Los nombres más parecidos:',
  choose: 'Elegir un nombre',
  ask: `Pregunta con /${names.ask} o busca las palabras con /${names.search}.`,
};
