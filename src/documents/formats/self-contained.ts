import { charsetIn, decode } from './decode.js';
import { describeFormat, extensionOf, formatOf, hasDocumentName } from './formats.js';
import type { InputFile } from './reader.js';

/**
 * The file as one that reads the same in a folder, where its name and its bytes are all there is: what a server says
 * of it is gone. Its name ends as those of its format do, and text whose encoding a server names is in UTF-8. A file
 * that no reader is for stays as it is.
 */
export function selfContained(file: InputFile): InputFile {
  const chosen = formatOf(file);
  if ('problem' in chosen) return file;
  const { isText, extensions } = describeFormat(chosen.format);
  const { path } = file;
  const bytes = isText ? inUtf8(file) : file.bytes;
  if (!hasDocumentName(path)) return { path: path + extensions[0], bytes };
  const alone = formatOf({ path, bytes });
  if ('format' in alone && alone.format === chosen.format) return { path, bytes };
  return { path: path.slice(0, -extensionOf(path).length) + extensions[0], bytes };
}

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** The mark at the beginning goes before the encoding that a page declares in itself. */
function inUtf8({ bytes, contentType }: InputFile): Uint8Array {
  const charset = charsetIn(contentType);
  if (charset === undefined) return bytes;
  const decoded = decode(bytes, charset);
  return 'problem' in decoded ? bytes : Buffer.concat([BYTE_ORDER_MARK, Buffer.from(decoded.text)]);
}
