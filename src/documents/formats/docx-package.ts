import { type Unzipped, unzipSync, zipSync } from 'fflate';
import type { ProblemKind } from '../problem.js';

/** What all files in a document may have together, unpacked: in bytes. */
const MOST_UNPACKED = 20_000_000;

export const DAMAGED = { kind: 'damaged', format: 'Word (.docx)' } as const;

/**
 * Unpacks the text of a DOCX and packs it again without compression, so that the reader inflates nothing and sees
 * nothing but what was counted here. No file is inflated to more than its declared size, and the sum of those is
 * bounded, so a file of a few kilobytes that would fill the memory does not.
 */
export function unpackDocx(bytes: Uint8Array): { readonly bytes: Uint8Array } | ProblemKind {
  let declared = 0;
  let files: Unzipped;
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        declared += originalSize;
        // Pictures are counted and never unpacked.
        return declared <= MOST_UNPACKED && /\.(?:xml|rels)$/i.test(name);
      },
    });
  } catch {
    return DAMAGED;
  }
  if (declared > MOST_UNPACKED) return { kind: 'too-large-unpacked', most: MOST_UNPACKED };
  return { bytes: zipSync(files, { level: 0 }) };
}
