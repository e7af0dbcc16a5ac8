import type { Excerpt } from '../answer/excerpt.js';
import type { Profile } from '../answer/profile.js';
import type { Copy } from '../copy/copy.js';
import { choiceValue } from '../discord/choices.js';
import { clipName } from '../discord/citation-line.js';
import { customId } from '../discord/custom-id.js';
import { LIMITS } from '../discord/limits.js';
import { onePage, rangesOf, sectionsOn } from '../discord/paging.js';
import { type Quoting, quotationOf } from '../discord/quotation.js';
import type { Reply, ReplyBlock } from '../discord/reply.js';
import { writtenDays } from '../index/dates/typed-dates.js';
import type { Snapshot } from '../index/snapshot.js';

const PER_PAGE = 4;
/** Other names that are shown of a kind. */
const MOST_NAMES = 8;

/** A page of a profile: what it is, then what is dated, in order; and the names to go on to. */
export function profileReply(
  profile: Profile,
  wanted: number,
  snapshot: Snapshot,
  copy: Copy,
  quoting: Quoting,
): Reply {
  const quoted = (excerpt: Excerpt): ReplyBlock[] => {
    const quotation = quotationOf(snapshot, excerpt, copy, quoting);
    return quotation ? [quotation] : [];
  };
  const opening = openingOf(profile, copy);
  const definition = profile.definition ? quoted(profile.definition) : [];
  const dated = profile.statements.map(({ excerpt, ...days }): ReplyBlock[] => [
    { kind: 'text', line: [{ bold: copy.timeline.days(writtenDays(days)) }] },
    ...quoted(excerpt),
  ]);
  const count = dated.length;
  const line = (first: number, last: number): ReplyBlock[] => [
    { kind: 'small', line: copy.timeline.statements(first, last, count) },
    { kind: 'divider' },
  ];
  const select = relatedSelect(profile, copy);
  const ranges = rangesOf(dated, [...opening, ...definition, ...line(count, count), ...select], PER_PAGE);
  const pages = ranges.map((range) => [
    ...opening,
    ...(range.start === 0 ? definition : []),
    ...line(range.start + 1, range.end),
    ...sectionsOn(range, dated),
    ...select,
  ]);
  const undated = () => [...opening, ...definition, ...others(profile, quoted, copy), ...select];
  const { blocks, turns } = onePage(pages.length > 0 ? pages : [undated()], wanted, copy, (page) =>
    customId('profile', 'page', page),
  );
  return { tone: 'answer', blocks, buttons: turns };
}

/** Name, in a line from which it is read again, kind, and other names. */
function openingOf({ entity, sentences }: Profile, copy: Copy): ReplyBlock[] {
  const { name, kind, aliases, chinese } = entity;
  const also = aliases.slice(0, MOST_NAMES).map(clipName);
  return [
    { kind: 'small', line: [copy.profile.of, { bold: name }] },
    {
      kind: 'text',
      line: [
        { bold: copy.profile.kind(kind) },
        ...(chinese.length > 0
          ? [` · ${copy.profile.chinese(chinese.slice(0, MOST_NAMES).map(clipName))}`]
          : []),
      ],
    },
    ...(also.length > 0 ? [{ kind: 'text', line: copy.profile.also(also) } as const] : []),
    { kind: 'small', line: copy.profile.named(sentences) },
    { kind: 'divider' },
  ];
}

function others(
  { others: said }: Profile,
  quoted: (excerpt: Excerpt) => ReplyBlock[],
  copy: Copy,
): ReplyBlock[] {
  if (said.length === 0) return [];
  return [{ kind: 'small', line: copy.profile.undated }, { kind: 'divider' }, ...said.flatMap(quoted)];
}

function relatedSelect({ related }: Profile, copy: Copy): ReplyBlock[] {
  if (related.length === 0) return [];
  const options = related.slice(0, LIMITS.options).map(({ entity, paragraphs }) => ({
    label: entity.name,
    description: copy.profile.together(paragraphs),
    value: choiceValue(entity.name),
  }));
  return [
    { kind: 'select', customId: customId('profile', 'name'), placeholder: copy.profile.related, options },
  ];
}
