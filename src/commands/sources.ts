import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Copy } from '../copy/copy.js';
import { documentChoice, findDocument, matching } from '../discord/choices.js';
import { clipName, sourceRuns } from '../discord/citation-line.js';
import { ANYWHERE, defineButton, defineCommand } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import { described, named } from '../discord/localised.js';
import { onePage } from '../discord/paging.js';
import type { Item, Reply, ReplyBlock } from '../discord/reply.js';
import type { Document } from '../documents/document.js';

const PER_PAGE = 10;

export const sources = defineCommand({
  definition: {
    ...named('sources'),
    ...described((copy) => copy.sources.description),
    ...ANYWHERE,
    options: [
      {
        ...named('document'),
        ...described((copy) => copy.sources.document),
        type: ApplicationCommandOptionType.String,
        autocomplete: true,
      },
    ],
  },

  async handle({ guildId, options, copy }, { library }): Promise<Reply> {
    const { documents } = await library.current(guildId);
    if (options.document === undefined) return listing(documents, 0, copy);
    const document = findDocument(documents, options.document);
    return document ? outline(document, copy) : unknownDocument(options.document, copy);
  },

  async autocomplete({ guildId, typed }, { library }) {
    const { documents } = await library.current(guildId);
    const likely = matching(documents, ({ title, id }) => `${title} ${id}`, typed);
    return likely.map(documentChoice);
  },

  buttons: {
    page: defineButton(
      z.tuple([z.string().regex(/^\d{1,4}$/)]),
      async ([page], { guildId, copy }, { library }) => {
        const { documents } = await library.current(guildId);
        return listing(documents, Number(page), copy);
      },
    ),
  },
});

/** One page of the documents; a page that is no longer there shows the last one. */
function listing(documents: readonly Document[], wanted: number, copy: Copy): Reply {
  if (documents.length === 0) return { tone: 'neutral', blocks: [{ kind: 'text', line: copy.sources.none }] };
  const heading: ReplyBlock = { kind: 'heading', text: copy.sources.title(documents.length) };
  const items = documents.map((document) => describe(document, copy));
  const pages = Array.from({ length: Math.ceil(items.length / PER_PAGE) }, (_, page): ReplyBlock[] => [
    heading,
    { kind: 'list', items: items.slice(page * PER_PAGE, (page + 1) * PER_PAGE) },
  ]);
  const { blocks, turns } = onePage(pages, wanted, copy, (page) => customId('sources', 'page', page));
  return { tone: 'neutral', blocks, buttons: turns };
}

function describe({ title, source }: Document, copy: Copy): Item {
  return { line: [{ bold: clipName(title) }, ...(source ? [' · ', ...sourceRuns(source, copy)] : [])] };
}

/** Title, source, and the headings with how much stands below each. */
function outline({ title, source, paragraphs }: Document, copy: Copy): Reply {
  const sections = new Map<string, { headings: readonly string[]; paragraphs: number }>();
  for (const { headings } of paragraphs) {
    const key = JSON.stringify(headings);
    sections.set(key, { headings, paragraphs: (sections.get(key)?.paragraphs ?? 0) + 1 });
  }
  const items = [...sections.values()].map(({ headings, paragraphs: count }) => ({
    line: [
      { bold: clipName(headings.at(-1) ?? copy.sources.beforeHeadings) },
      ` · ${copy.sources.paragraphs(count)}`,
    ],
    depth: Math.max(0, headings.length - 1),
  }));
  return {
    tone: 'neutral',
    blocks: [
      { kind: 'heading', text: title },
      ...(source ? [{ kind: 'text', line: sourceRuns(source, copy) } as const] : []),
      { kind: 'list', items },
    ],
  };
}

function unknownDocument(asked: string, copy: Copy): Reply {
  return { tone: 'trouble', blocks: [{ kind: 'text', line: copy.sources.unknown(asked) }] };
}
