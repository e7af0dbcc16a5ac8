import { z } from 'zod';
import { CITATION_FORMATS, cite as cited } from '../answer/citation-formats.js';
import { inContext } from '../answer/context.js';
import type { Excerpt } from '../answer/excerpt.js';
import type { Texts } from '../answer/place.js';
import type { Copy } from '../copy/copy.js';
import { clipName, placeRuns, sourceRuns } from '../discord/citation-line.js';
import { type ButtonAction, defineButton } from '../discord/command.js';
import { onePage } from '../discord/paging.js';
import { type Quoting, quotationBlocks, quotationOf } from '../discord/quotation.js';
import type { Button, Reply, ReplyBlock } from '../discord/reply.js';
import type { Source } from '../documents/document.js';
import { sourcesAtWords } from '../documents/text-fragment.js';
import { type FoundAgain, showAgain } from './ask-again.js';
import { overLimit } from './ask-limit.js';
import { placedId, type ShownExcerpts, withExcerpts } from './ask-places.js';
import { askedLine } from './ask-question.js';
import { excerptButtons, newestOf, type Rated } from './ask-reply.js';

// What can be seen of the excerpts of an answer beside themselves, by who wants to see it.

const MORE_PER_PAGE = 3;
const MAX_SOURCES = 12;
const MAX_COPIES = 5;

const page = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);
export const rated = z.enum(['answered', 'unsure']) satisfies z.ZodType<Rated>;

/** Pages that are opened aside by one button and turned by others. */
interface Pages {
  /** The action that turns them. */
  readonly turn: string;
  /** Of each page what stands on it, below the question. */
  readonly pagesOf: (found: FoundAgain, copy: Copy, quoting: Quoting) => readonly (readonly ReplyBlock[])[];
  /** What stands below a page. */
  readonly buttons: (found: FoundAgain, page: number, copy: Copy) => readonly Button[];
}

function openPages(pages: Pages, isAside: boolean): ButtonAction {
  return defineButton(withExcerpts(z.tuple([page])), ([[wanted], shown], press, services) =>
    showAgain(shown, press, services, (found) => {
      const { copy } = press;
      const all = pages.pagesOf(found, copy, services);
      const current = Math.min(wanted, all.length - 1);
      const { blocks, turns } = onePage(all, current, copy, (to) => placedId(pages.turn, [to], shown));
      return {
        tone: 'neutral',
        isAside,
        blocks: [askedLine(found.question), ...blocks],
        buttons: [...turns, ...pages.buttons(found, current, copy)],
      };
    }),
  );
}

const context: Pages = {
  turn: 'context-page',
  pagesOf: ({ excerpts, texts, name }, copy, quoting) =>
    excerpts.map((excerpt) => {
      const around = inContext(texts.passages, excerpt);
      const quotation = quotationOf(texts, around, copy, quoting, placeRuns(excerpt.citation, copy));
      return [
        { kind: 'small', line: `${copy.ask.inContext} · ${copy.ask.revision(name)}` },
        { kind: 'divider' },
        ...(quotation ? [quotation] : []),
        { kind: 'divider' },
        ...sourcesOf(excerpt, texts, copy),
      ];
    }),
  buttons: ({ name, places }, at, copy) => {
    const shown = { name, places: places.slice(at, at + 1) };
    return [{ label: copy.ask.cite, customId: placedId('cite', [0], shown) }];
  },
};

/** All sources of an excerpt, up to when its document knows, and where else it stands. */
function sourcesOf(excerpt: Excerpt, { passages }: Texts, copy: Copy): ReplyBlock[] {
  const { asOf, copies, sources: cited } = excerpt.citation;
  const document = passages.at(excerpt.passage)?.document;
  const sources = document ? sourcesAtWords(cited, document, excerpt) : cited;
  const titles = [...new Set(copies.map(({ title }) => title))];
  const isSaid = sources.some((source) => source.asOf !== undefined);
  const rest = sources.length - MAX_SOURCES;
  return [
    { kind: 'text', line: [{ bold: copy.citation.sources(sources.length) }] },
    {
      kind: 'list',
      items: sources.slice(0, MAX_SOURCES).map((source) => ({ line: sourceRuns(source, copy) })),
    },
    ...(rest > 0 ? [{ kind: 'small', line: copy.citation.more(rest) } as const] : []),
    ...(asOf === undefined || isSaid ? [] : [{ kind: 'small', line: copy.citation.asOf(asOf) } as const]),
    ...(titles.length > 0
      ? [
          {
            kind: 'small',
            line: copy.citation.alsoIn(titles.slice(0, MAX_COPIES).map(clipName), titles.length),
          } as const,
        ]
      : []),
  ];
}

const more: Pages = {
  turn: 'more-page',
  pagesOf: ({ excerpts, texts, name }, copy, quoting) =>
    chunks(excerpts).map((some) => [
      { kind: 'small', line: `${copy.ask.further} · ${copy.ask.revision(name)}` },
      { kind: 'divider' },
      ...quotationBlocks(texts, some, copy, quoting),
    ]),
  buttons: ({ name, places }, at, copy) => {
    const [shown = []] = chunks(places).slice(at);
    return excerptButtons({ name, places: shown }, copy);
  },
};

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / MORE_PER_PAGE) }, (_, at) =>
    all.slice(at * MORE_PER_PAGE, (at + 1) * MORE_PER_PAGE),
  );
}

/** One page for each source. */
const cite: Pages = {
  turn: 'cite-page',
  pagesOf: ({ excerpts, texts }, copy, { now }) => {
    const today = now().toISOString().slice(0, 10);
    const sources = [
      ...new Map(
        excerpts
          .flatMap((excerpt) => titled(excerpt, texts))
          .map((source) => [JSON.stringify(source), source]),
      ).values(),
    ];
    if (sources.length === 0) return [[{ kind: 'text', line: copy.citation.noSource }]];
    return sources.map((source) => citations(source, today, copy));
  },
  buttons: () => [],
};

/** Its sources; a document that is its own source has its title beside it. */
function titled({ passage, citation: { sources, title } }: Excerpt, { passages }: Texts): Source[] {
  const own = passages.at(passage)?.document.source;
  return sources.map((source) => (source === own ? { title, ...source } : source));
}

function citations(source: Source, today: string, copy: Copy): ReplyBlock[] {
  return [
    { kind: 'text', line: sourceRuns(source, copy) },
    ...CITATION_FORMATS.map((format) => ({
      kind: 'code' as const,
      label: copy.cite[format],
      text: cited(format, source, today, copy.cite.words),
    })),
  ];
}

/** Posts an answer that only its asker saw for all, and says who asked. Counts as a question: so many can be posted a minute. */
const share = defineButton(
  withExcerpts(z.tuple([rated])),
  async ([[verdict], shown], press, services): Promise<Reply> => {
    const tooMany = overLimit(press, await press.settings(), services);
    if (tooMany) return tooMany;
    return showAgain(shown, press, services, (found) =>
      sharedReply(found, verdict, press.userId, press.copy, services),
    );
  },
);

function sharedReply(
  { question, excerpts, texts, name, places }: FoundAgain,
  verdict: Rated,
  asker: string,
  copy: Copy,
  quoting: Quoting,
): Reply {
  const shown: ShownExcerpts = { name, places };
  return {
    tone: verdict === 'answered' ? 'answer' : 'neutral',
    isForAll: true,
    blocks: [
      askedLine(question),
      { kind: 'small', line: copy.ask.askedBy({ mention: 'member', id: asker } as const) },
      { kind: 'small', line: copy.ask.summary(excerpts.length, newestOf(excerpts), copy.ask.revision(name)) },
      ...(verdict === 'unsure' ? [{ kind: 'text', line: [{ bold: copy.ask.unsure }] } as const] : []),
      { kind: 'divider' },
      ...quotationBlocks(texts, excerpts, copy, quoting),
    ],
    buttons: excerptButtons(shown, copy),
  };
}

/** What the buttons below excerpts do. */
export const excerptActions = {
  context: openPages(context, true),
  'context-page': openPages(context, false),
  more: openPages(more, true),
  'more-page': openPages(more, false),
  cite: openPages(cite, true),
  'cite-page': openPages(cite, false),
  share,
};
