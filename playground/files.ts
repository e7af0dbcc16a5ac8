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
      const url = `${origin()}/attachments/${channelId}/${id}/${encodeURIComponent(upload.filename)}`;
      return {
        id,
        filename: upload.filename,
        size: upload.bytes.byteLength,
        url,
        proxy_url: url,
        content_type: upload.contentType ?? 'application/octet-stream',
      };
    },
  };
}
