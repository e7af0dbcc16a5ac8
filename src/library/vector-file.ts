import { createHash } from 'node:crypto';
import { constants, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Vectors by text, kept in a file between starts: each is worked out once for a model. */
export interface VectorFile {
  get(text: string): Float32Array | undefined;
  put(text: string, vector: Float32Array): Promise<void>;
}

const HASH_BYTES = 16;

/**
 * The vectors of one model, in a file of its own: records of a hash of the text and the numbers. A record that was
 * cut short by a crash, the last one, is written over.
 */
export async function openVectorFile(dir: string, id: string, dimensions: number): Promise<VectorFile> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, `vectors-${id.replaceAll(/[^\w.-]/g, '_')}.bin`);
  const bytesARecord = HASH_BYTES + 4 * dimensions;
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const records = new Map<string, Float32Array>();
  let end = 0;
  for (; end + bytesARecord <= bytes.length; end += bytesARecord) {
    const numbers = Uint8Array.from(bytes.subarray(end + HASH_BYTES, end + bytesARecord));
    records.set(bytes.toString('latin1', end, end + HASH_BYTES), new Float32Array(numbers.buffer));
  }
  return {
    get: (text) => records.get(hashOf(text)),
    async put(text, vector) {
      const hash = hashOf(text);
      if (records.has(hash)) return;
      records.set(hash, vector);
      const at = end;
      end += bytesARecord;
      const file = await open(path, constants.O_RDWR | constants.O_CREAT);
      try {
        const numbers = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
        await file.write(Buffer.concat([Buffer.from(hash, 'latin1'), numbers]), 0, bytesARecord, at);
      } finally {
        await file.close();
      }
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest().toString('latin1', 0, HASH_BYTES);
}
