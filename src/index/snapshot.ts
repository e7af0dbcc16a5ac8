import type { Document } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import type { Glossary } from './glossary.js';
import type { PassageIndex } from './passage-index.js';

/** Revisions of the collections a snapshot was built from; `guild` only where a server has documents. */
export interface SnapshotName {
  readonly shared: number;
  readonly guild?: number;
}

/** Documents, passages and index at one revision. Frozen: a change makes a new one that replaces it whole. */
export interface Snapshot {
  readonly name: SnapshotName;
  readonly documents: readonly Document[];
  /** `passages[i].id === i`. */
  readonly passages: readonly Passage[];
  readonly index: PassageIndex;
  readonly glossary: Glossary;
}
