import type { Span } from '../documents/document.js';
import type { Passage, Passages } from '../documents/passages.js';
import type { Excerpt } from './excerpt.js';
import { unitsIn } from './length.js';

/** How much of the passages before and after is shown, and of its own passage, in units of `unitsIn`. */
const MOST = { beside: 500, own: 1_300 };

/**
 * An excerpt with what stands around it: its passage and, whole sentences at a time, the ones before and after. What is marked
 * in it is the excerpt.
 */
export function inContext(passages: Passages, excerpt: Excerpt): Excerpt {
  const passage = passages.at(excerpt.passage);
  if (!passage) return excerpt;
  const { document } = passage;
  const own = union(passage, excerpt);
  const core = unitsIn(document.text.slice(own.start, own.end)) <= MOST.own ? own : excerpt;
  const { start, end } = besides(passages, passage, core);
  const { lead: _, ...shown } = excerpt;
  return {
    ...shown,
    start,
    end,
    text: document.text.slice(start, end),
    highlights: [{ start: excerpt.start - start, end: excerpt.end - start }],
    cut: {
      before: excerpt.cut.before && start === excerpt.start,
      after: excerpt.cut.after && end === excerpt.end,
    },
    more: end === excerpt.end ? excerpt.more : 0,
  };
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** With as much of the passages before and after as there is room for. */
function besides(passages: Passages, { document }: Passage, core: Span): Span {
  const own = [...passages].filter((passage) => passage.document === document);
  const isShort = (start: number, end: number) => unitsIn(document.text.slice(start, end)) <= MOST.beside;
  const before = own.findLast(({ start }) => start < core.start);
  const after = own.find(({ end }) => end > core.end);
  const first = before?.sentences.find(({ start }) => start < core.start && isShort(start, core.start));
  const last = after?.sentences.findLast(({ end }) => end > core.end && isShort(core.end, end));
  return { start: first?.start ?? core.start, end: last?.end ?? core.end };
}
