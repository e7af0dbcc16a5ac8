import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { copy } from '../copy/en.js';
import { documentChoice, findDocument, matching } from '../discord/choices.js';
import { ANYWHERE, defineButton, defineCommand } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import { onePage } from '../discord/paging.js';
import { clipName, sourceRuns } from '../discord/quotation.js';
import type { Item, Reply, ReplyBlock } from '../discord/reply.js';
import type { Document } from '../documents/document.js';

const PER_PAGE = 10;

export const sources = defineCommand({
  definition: {
    name: 'sources',
    description: copy.sources.description,
    ...ANYWHERE,
    options: [
      {
        name: 'document',
        type: ApplicationCommandOptionType.String,
        description: copy.sources.document,
        autocomplete: true,
      },
    ],
  },

  async handle({ guildId, options }, { library }): Promise<Reply> {
    const { documents } = await library.current(guildId);
    if (options.document === undefined) return listing(documents, 0);
    const document = findDocument(documents, options.document);
    return document ? outline(document) : unknownDocument(options.document);
  },

  async autocomplete({ guildId, typed }, { library }) {
    const { documents } = await library.current(guildId);
    const likely = matching(documents, ({ title, id }) => `${title} ${id}`, typed);
    return likely.map(documentChoice);
  },

  buttons: {
    page: defineButton(z.tuple([z.string().regex(/^\d{1,4}$/)]), async ([page], { guildId }, { library }) => {
      const { documents } = await library.current(guildId);
      return listing(documents, Number(page));
    }),
  },
});

/** One page of the documents; a page that is no longer there shows the last one. */
function listing(documents: readonly Document[], wanted: number): Reply {
  if (documents.length === 0) return { tone: 'neutral', blocks: [{ kind: 'text', line: copy.sources.none }] };
  const heading: ReplyBlock = { kind: 'heading', text: copy.sources.title(documents.length) };
  const items = documents.map(describe);
  const pages = Array.from({ length: Math.ceil(items.length / PER_PAGE) }, (_, page): ReplyBlock[] => [
    heading,
    { kind: 'list', items: items.slice(page * PER_PAGE, (page + 1) * PER_PAGE) },
  ]);
  const { blocks, turns } = onePage(pages, wanted, (page) => customId('sources', 'page', page));
  return { tone: 'neutral', blocks, buttons: turns };
}

function describe({ title, source }: Document): Item {
  return { line: [{ bold: clipName(title) }, ...(source ? [' · ', ...sourceRuns(source)] : [])] };
}

/** Title, source, and the headings with how much stands below each. */
function outline({ title, source, paragraphs }: Document): Reply {
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
      ...(source ? [{ kind: 'text', line: sourceRuns(source) } as const] : []),
      { kind: 'list', items },
    ],
  };
}

function unknownDocument(asked: string): Reply {
  return { tone: 'trouble', blocks: [{ kind: 'text', line: copy.sources.unknown(asked) }] };
}
