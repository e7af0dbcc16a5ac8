import type { APIAttachment } from 'discord-api-types/v10';

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

/** What Discord's CDN is to attachments: it keeps them and gives them URLs on this server. */
export function createFiles(nextId: () => string, origin: () => string): Files {
  const uploads = new Map<string, Upload>();
  return {
    read: (id) => uploads.get(id),
    store(channelId, upload) {
      const id = nextId();
      uploads.set(id, upload);
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
