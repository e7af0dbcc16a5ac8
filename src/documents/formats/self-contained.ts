import { charsetIn, decode } from './decode.js';
import { extensionFor, extensionOf, type Format, formatOf, hasDocumentName } from './formats.js';
import type { InputFile } from './reader.js';

/**
 * The file as one that reads the same in a folder, where its name and its bytes are all there is: what a server says
 * of it is gone. Its name ends as those of its format do, and text is in UTF-8. What no reader is for stays as it is.
 */
export function selfContained(file: InputFile): InputFile {
  const format = formatOf(file);
  if (format === undefined) return file;
  const bytes = inUtf8(file, format);
  const { path } = file;
  if (!hasDocumentName(path)) return { path: path + extensionFor(format), bytes };
  if (formatOf({ path, bytes }) === format) return { path, bytes };
  return { path: path.slice(0, -extensionOf(path).length) + extensionFor(format), bytes };
}

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** The mark at the beginning goes before the encoding that a page declares in itself. */
function inUtf8({ bytes, contentType }: InputFile, format: Format): Uint8Array {
  const charset = charsetIn(contentType);
  if (charset === undefined || format === 'pdf' || format === 'docx') return bytes;
  const decoded = decode(bytes, charset);
  return 'problem' in decoded ? bytes : Buffer.concat([BYTE_ORDER_MARK, Buffer.from(decoded.text)]);
}
