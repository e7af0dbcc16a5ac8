// A process that refreshes and publishes until it is killed. All documents of a revision speak of one attempt. Prints
// the number of the live revision when it is open, and of each one when its publishing was answered.
import { randomUUID } from 'node:crypto';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { heldFile } from '../../src/documents/original-file.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { openLibrary } from '../../src/library/open.js';
import { openPageReader } from '../../src/library/pages.js';
import type { SourceContent } from '../../src/library/sources.js';
import { openStore } from '../../src/store/open.js';
import { NOTES_OF_AN_ATTEMPT, note } from './notes.js';
import { parserHere } from './parser-here.js';

const store = await openStore(process.argv[2] ?? '');
const library = await openLibrary({
  store,
  readFolder: async () => attempt(),
  openPageReader: () => openPageReader('test', parserHere),
  parser: parserHere,
  buildSnapshot: (name, { documents, glossary }) => buildSnapshot(name, documents, glossary),
  limits: { documents: 100, bytes: 1_000_000, passages: 1_000, storage: 100_000_000 },
  judgedQuestions: async () => ['What is this attempt?'],
  onEvent: () => {},
});
process.stdout.write(`${(await library.current(null)).name.shared}\n`);
for (;;) {
  const proposal = await library.refresh({ collection: 'shared', by: 'host' });
  if (proposal.kind !== 'draft') throw new Error(`The refresh came to ${proposal.kind}`);
  const published = await library.publish(proposal, 'host');
  if (published.kind === 'published') process.stdout.write(`${published.revision}\n`);
}

function attempt(): SourceContent {
  const id = randomUUID();
  const documents = Array.from({ length: NOTES_OF_AN_ATTEMPT }, (_, number) => {
    const { document, original } = note(`note-${number}`, `This is attempt ${id}.`);
    return { document, original: heldFile(original), origin: { kind: 'folder' } as const };
  });
  return { documents, glossary: emptyGlossary, knownQuestions: [], problems: [] };
}
