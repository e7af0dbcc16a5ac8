import type { APIAttachment } from 'discord-api-types/v10';
import type { Archive } from './archive.js';

/** A file as it is uploaded, by the bot or by a member. */
export interface Upload {
  filename: string;
  bytes: Uint8Array;
  contentType?: string;
}

export interface Files {
  /** Keeps the bytes and describes them as Discord would. */
  store(channelId: string, upload: Upload): APIAttachment;
  /** The bytes of an attachment, by its id. */
  read(id: string): Upload | undefined;
}

export interface FilesOptions {
  nextId: () => string;
  /** Where this server is reached. */
  origin: () => string;
  archive: Archive;
}

/** What outlives the process: the newest files that are small, as those that a bot makes are. */
const MAX_ARCHIVED = 20;
const MAX_ARCHIVED_BYTES = 64 * 1024;

/** What Discord's CDN is to attachments: it keeps them and gives them URLs on this server. */
export function createFiles({ nextId, origin, archive }: FilesOptions): Files {
  const uploads = new Map(archive.read<ArchivedFile>('files').map(fromArchive));
  const changed = archive.keep('files', () =>
    [...uploads].filter(isSmall).slice(-MAX_ARCHIVED).map(toArchive),
  );
  return {
    read: (id) => uploads.get(id),
    store(channelId, upload) {
      const id = nextId();
      uploads.set(id, upload);
      changed();
      const { filename, title } = asciiName(upload.filename);
      const url = `${origin()}/attachments/${channelId}/${id}/${filename}`;
      return {
        id,
        filename,
        ...(title !== undefined && { title }),
        size: upload.bytes.byteLength,
        url,
        proxy_url: url,
        content_type: upload.contentType ?? 'application/octet-stream',
      };
    },
  };
}

/** A file as JSON, its bytes in Base64. */
type ArchivedFile = [id: string, upload: Omit<Upload, 'bytes'> & { bytes: string }];

const isSmall = ([, { bytes }]: [string, Upload]): boolean => bytes.byteLength <= MAX_ARCHIVED_BYTES;

const toArchive = ([id, upload]: [string, Upload]): ArchivedFile => [
  id,
  { ...upload, bytes: Buffer.from(upload.bytes).toString('base64') },
];

const fromArchive = ([id, upload]: ArchivedFile): [string, Upload] => [
  id,
  { ...upload, bytes: Buffer.from(upload.bytes, 'base64') },
];

/**
 * What Discord makes of the name of a file: letters of its URL alone, and where that is another name the real one,
 * without its ending, as the title.
 */
function asciiName(name: string): { filename: string; title?: string } {
  const [ending = ''] = /\.[^.]*$/.exec(name) ?? [];
  const stem = name.slice(0, name.length - ending.length);
  const plain = (text: string) => text.replace(/\s/g, '_').replace(/[^\w.-]/g, '');
  const filename = (plain(stem) || '_') + plain(ending);
  return filename === name ? { filename } : { filename, title: stem };
}
