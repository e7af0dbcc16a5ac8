import { type Mentions, mentionsOf } from '../mentions.js';
import { type WrittenNames, writtenNames } from '../written-names.js';
import { joinNumbers } from './passage-terms.js';

/** What sentences name and, behind them, what others name of the same glossary. */
export function joinMentions(base: Mentions, own: Mentions, baseRows: number): Mentions {
  return mentionsOf(base.things, {
    rowsOf(entity) {
      const rows = own.rowsOf(entity);
      if (rows.length === 0) return base.rowsOf(entity);
      return joinNumbers(
        base.rowsOf(entity),
        rows.map((row) => baseRows + row),
      );
    },
    entitiesIn: (row) => (row < baseRows ? base.entitiesIn(row) : own.entitiesIn(row - baseRows)),
  });
}

export function joinWrittenNames(base: WrittenNames, own: WrittenNames): WrittenNames {
  return writtenNames((term, how) => base.isWritten(term, how) || own.isWritten(term, how));
}
