import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { MOST_STATEMENTS, type Timeline, timelineOf } from '../answer/timeline.js';
import type { Copy } from '../copy/copy.js';
import { ANYWHERE, defineButton, defineCommand, type Services } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import type { Asker } from '../discord/interaction-data.js';
import { described, named } from '../discord/localised.js';
import { onePage, rangesOf, sectionsOn } from '../discord/paging.js';
import { type Quoting, quotationOf } from '../discord/quotation.js';
import type { Reply, ReplyBlock } from '../discord/reply.js';
import { type DateRange, daysOfRange, writtenDays } from '../index/dates/typed-dates.js';
import type { Snapshot } from '../index/snapshot.js';
import type { GuildSettings } from '../library/library.js';
import { refused } from './aside.js';
import { overLimit } from './ask-limit.js';
import { questionIn } from './ask-question.js';
import { audienceOf, privateOption } from './audience.js';
import { dateOptions, rangeEnd, readRange } from './date-options.js';
import { nearestNames, suggestNames } from './suggested-names.js';

const MAX_TOPIC_LENGTH = 200;
const PER_PAGE = 5;
const MOST_NEAREST = 5;

/** Stands for the last page, which has the latest. */
const LAST = 999;

/** In custom ids: whether the topic stands in the message. */
const TOPIC = 'topic';

export const timeline = defineCommand({
  definition: {
    ...named('timeline'),
    ...described((copy) => copy.timeline.description),
    ...ANYWHERE,
    options: [
      {
        ...named('topic'),
        ...described((copy) => copy.timeline.topic),
        type: ApplicationCommandOptionType.String,
        max_length: MAX_TOPIC_LENGTH,
        autocomplete: true,
      },
      ...dateOptions,
      privateOption,
    ],
  },

  isPrivate: async ({ options, settings }) => audienceOf(options.private, await settings()) !== 'all',

  async handle(request, services): Promise<Reply> {
    const { options, copy } = request;
    const read = readRange(options, copy);
    if ('refusal' in read) return read.refusal;
    const { range } = read;
    // Who says from when on reads from there; else the latest is wanted.
    const page = range.since === undefined ? LAST : 0;
    const topic = options.topic?.trim() || undefined;
    return told({ topic, range, page }, request, await request.settings(), services);
  },

  async autocomplete({ guildId, typed }, { library }) {
    return suggestNames(await library.current(guildId), typed);
  },

  buttons: {
    page: defineButton(
      z.tuple([z.string().regex(/^\d{1,3}$/), z.enum([TOPIC, '']), rangeEnd, rangeEnd]),
      async ([page, hasTopic, since, until], press, services): Promise<Reply> => {
        const topic = hasTopic === TOPIC ? questionIn(press.shown) : undefined;
        if (hasTopic === TOPIC && topic === undefined) return refused(press.copy.reply.staleButton);
        const asked = { topic, range: { since, until }, page: Number(page) };
        return told(asked, press, await press.settings(), services);
      },
    ),
  },
});

/** What a member wants to see of a chronology. */
interface Asked {
  readonly topic: string | undefined;
  readonly range: DateRange;
  readonly page: number;
}

async function told(asked: Asked, asker: Asker, settings: GuildSettings, services: Services): Promise<Reply> {
  const { library, questions } = services;
  const tooMany = overLimit(asker, settings, services);
  if (tooMany) return tooMany;
  const snapshot = await library.current(asker.guildId);
  const { topic, range } = asked;
  const entity = topic === undefined ? undefined : snapshot.mentions.find(topic);
  const about = entity === undefined ? topic && { words: topic } : { entity };
  const period = daysOfRange(range);
  const wanted = { ...(about && { topic: about }), ...(period && { period }) };
  const found = await questions.take(() => timelineOf(snapshot, wanted, nextTurn));
  return timelineReply(asked, found, snapshot, asker.copy, services);
}

/** A page of dated statements, each under its day. */
function timelineReply(
  asked: Asked,
  { statements, hasEarlier }: Timeline,
  snapshot: Snapshot,
  copy: Copy,
  quoting: Quoting,
): Reply {
  const opening = openingOf(asked, copy);
  const sections = statements.flatMap(({ excerpt, ...days }): ReplyBlock[][] => {
    const quotation = quotationOf(snapshot, excerpt, copy, quoting);
    if (!quotation) return [];
    return [[{ kind: 'text', line: [{ bold: copy.timeline.days(writtenDays(days)) }] }, quotation]];
  });
  if (sections.length === 0)
    return { tone: 'neutral', blocks: [...opening, ...nothing(asked, snapshot, copy)] };
  const { length: count } = sections;
  const line = (first: number, last: number): ReplyBlock[] => [
    { kind: 'small', line: copy.timeline.statements(first, last, count) },
    { kind: 'divider' },
  ];
  const earlier: ReplyBlock[] = hasEarlier
    ? [{ kind: 'small', line: copy.timeline.earlier(MOST_STATEMENTS) }]
    : [];
  const above = [...opening, ...earlier, ...line(count, count)];
  // Where one begins at the end, that page is full.
  const ranges =
    asked.range.since === undefined
      ? rangesOf(sections.toReversed(), above, PER_PAGE)
          .map(({ start, end }) => ({ start: count - end, end: count - start }))
          .reverse()
      : rangesOf(sections, above, PER_PAGE);
  const pages = ranges.map((range) => [
    ...opening,
    ...(range.start === 0 ? earlier : []),
    ...line(range.start + 1, range.end),
    ...sectionsOn(range, sections),
  ]);
  const { blocks, turns } = onePage(pages, asked.page, copy, (page) => pageId(asked, page));
  return { tone: 'answer', blocks, buttons: turns };
}

/** What it is of, in a line from which the topic is read again, and the time. */
function openingOf({ topic, range }: Asked, copy: Copy): ReplyBlock[] {
  const filters = copy.timeline.filtered(range);
  return [
    { kind: 'small', line: topic === undefined ? copy.timeline.all : [copy.timeline.of, { bold: topic }] },
    ...(filters === '' ? [] : [{ kind: 'small', line: filters } as const]),
  ];
}

/** That nothing is dated, and what may be. */
function nothing({ topic, range }: Asked, snapshot: Snapshot, copy: Copy): ReplyBlock[] {
  const isUnknown = topic !== undefined && snapshot.mentions.find(topic) === undefined;
  const nearest = isUnknown ? nearestNames(snapshot, topic, MOST_NEAREST) : [];
  const next = [
    ...(nearest.length > 0 ? [copy.timeline.nearest(nearest)] : []),
    ...(range.since !== undefined || range.until !== undefined ? [copy.timeline.otherTime] : []),
    ...(topic === undefined ? [] : [copy.timeline.otherTopic]),
  ];
  return [
    { kind: 'text', line: [{ bold: copy.timeline.none }] },
    { kind: 'list', items: next.map((line) => ({ line })) },
  ];
}

function pageId({ topic, range: { since = '', until = '' } }: Asked, page: number): string {
  return customId('timeline', 'page', page, topic === undefined ? '' : TOPIC, since, until);
}
