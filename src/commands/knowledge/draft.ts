import { z } from 'zod';
import type { Asker, Services } from '../../discord/command.js';
import type { Reply } from '../../discord/reply.js';
import type { CollectionName } from '../../library/library.js';
import { gone } from './preview.js';

/** The argument of a button that acts on a draft. */
export const draftId = z.string().regex(/^[\w-]{1,20}$/);

/** The collection of a draft; where it is not kept any more, the reply that says so. */
export async function ofDraft(
  [id]: readonly [string, ...string[]],
  _: Asker,
  { library }: Services,
): Promise<CollectionName | Reply> {
  return (await library.draft(id))?.collection ?? gone();
}
