import { createDocumentImport } from '../../src/import.js';
import type { Fetcher } from '../../src/sources/fetcher.js';
import { type ModeratedServer, openServer } from '../support/moderated-server.js';
import { parserHere } from '../support/parser-here.js';
import { FILES, NO_PAGES } from './tour.js';

/** A server with the documents of the tour, for the real client. */
export function openTourServer(): Promise<ModeratedServer> {
  return openServer({
    files: FILES,
    importOf: (apiUrl) =>
      createDocumentImport({ apiUrl, parserOf: () => parserHere, fetcher: NO_PAGES as Fetcher }),
  });
}
