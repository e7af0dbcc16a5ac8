import type { IncomingMessage } from 'node:http';
import { malformedJson, tooLarge } from '../discord-error.js';
import type { Upload } from '../files.js';

/** What came with a request: the JSON part, and files where it was a form. */
export interface RequestBody {
  json: unknown;
  uploads: Upload[];
}

/** What Discord takes: 10 MiB a file, 25 MiB a request. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_BYTES = 25 * 1024 * 1024;

/**
 * Reads a body of JSON, or a multipart form of `payload_json` and `files[0]`, `files[1]`, …
 *
 * @throws DiscordError 40005 above these sizes, 50109 where the JSON does not parse.
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const type = request.headers['content-type'] ?? '';
  const bytes = await readBytes(request);
  if (!type.startsWith('multipart/form-data')) return { json: parse(bytes.toString('utf8')), uploads: [] };

  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw malformedJson();
  });
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [name, value] of form) {
    if (!/^files\[\d+\]$/.test(name) || typeof value === 'string') continue;
    if (value.size > MAX_FILE_BYTES) throw tooLarge();
    const content = new Uint8Array(await value.arrayBuffer());
    uploads.push({ filename: value.name, bytes: content, contentType: value.type });
  }
  return { json: parse(typeof payload === 'string' ? payload : ''), uploads };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).byteLength;
    if (size > MAX_BYTES) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw malformedJson();
  }
}
