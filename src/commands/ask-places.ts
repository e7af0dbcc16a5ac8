import { z } from 'zod';
import type { ExcerptPlace } from '../answer/place.js';
import type { Differing } from '../answer/selection.js';
import { customId } from '../discord/custom-id.js';
import { LIMITS } from '../discord/limits.js';
import type { SnapshotName } from '../index/snapshot.js';

// What the buttons below an answer carry: of which revisions it is, and where its excerpts stand. A custom id has room for 100
// characters, so numbers are written with letters too: `12.4` are revisions 12 and 4, `3.1f4.5k_7.0.2b` two excerpts, each by its
// document, beginning and length; `~9.3k` names a copy, `!sc21q1` that sources differ, and the day.

/** Which excerpts of which revisions. */
export interface ShownExcerpts {
  readonly name: SnapshotName;
  /** At least one. */
  readonly places: readonly ExcerptPlace[];
}

/** The custom id of a button that has to do with excerpts. Of what there is no room for, copies and days go first. */
export function placedId(
  action: string,
  args: readonly (string | number)[],
  { name, places }: ShownExcerpts,
): string {
  const revisions = name.guild === undefined ? `${name.shared}` : `${name.shared}.${name.guild}`;
  const room = LIMITS.customId - customId('ask', action, ...args, revisions, '').length;
  return customId('ask', action, ...args, revisions, written(places, room));
}

/** The arguments of such a custom id: those before, and the excerpts. */
export function withExcerpts<T>(before: z.ZodType<T>): z.ZodType<[T, ShownExcerpts]> {
  return z.array(z.string()).transform((args, context): [T, ShownExcerpts] => {
    const [revisions = '', places = ''] = args.slice(-2);
    const [parsed, shown] = [before.safeParse(args.slice(0, -2)), readExcerpts(revisions, places)];
    if (parsed.success && shown) return [parsed.data, shown];
    context.addIssue('no excerpts');
    return z.NEVER;
  });
}

function readExcerpts(revisions: string, places: string): ShownExcerpts | undefined {
  const [, shared, guild] = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(revisions) ?? [];
  const read = places.split('_').map(readPlace);
  const found = read.flatMap((place) => place ?? []);
  if (shared === undefined || found.length < read.length) return undefined;
  const name = { shared: Number(shared), ...(guild !== undefined && { guild: Number(guild) }) };
  return { name, places: found };
}

function written(places: readonly ExcerptPlace[], room: number): string {
  const ways = [
    places,
    places.map((place) => ({ ...place, copies: [] })),
    places.map(({ differing, ...place }) => ({
      ...place,
      copies: [],
      ...(differing && { differing: { kind: differing.kind } }),
    })),
  ].map((way) => way.map(writePlace));
  const whole = ways.map((way) => way.join('_')).find((text) => text.length <= room);
  if (whole !== undefined) return whole;
  let text = '';
  for (const place of ways.at(-1) ?? []) {
    const longer = text === '' ? place : `${text}_${place}`;
    if (longer.length > room) break;
    text = longer;
  }
  return text;
}

const MAX_COPIES = 12;
const KINDS = { s: 'sources', t: 'times' } as const;

function writePlace({ document, start, end, copies, differing }: ExcerptPlace): string {
  const letter = differing?.kind === 'times' ? 't' : 's';
  return [
    [document, start, end - start].map(short).join('.'),
    ...copies.slice(0, MAX_COPIES).map((copy) => `~${short(copy.document)}.${short(copy.start)}`),
    ...(differing
      ? [`!${letter}${differing.date ? short(Number(differing.date.replaceAll('-', ''))) : ''}`]
      : []),
  ].join('');
}

const PLACE =
  /^([\da-z]{1,6})\.([\da-z]{1,6})\.([\da-z]{1,4})((?:~[\da-z]{1,6}\.[\da-z]{1,6}){0,12})(?:!([st])([\da-z]{0,6}))?$/;

function readPlace(text: string): ExcerptPlace | undefined {
  const [, document, start, length, copies = '', kind, date = ''] = PLACE.exec(text) ?? [];
  if (document === undefined || start === undefined || length === undefined) return undefined;
  return {
    document: long(document),
    start: long(start),
    end: long(start) + long(length),
    copies: copies
      .split('~')
      .slice(1)
      .map((copy) => {
        const [other = '', at = ''] = copy.split('.');
        return { document: long(other), start: long(at) };
      }),
    ...(kind !== undefined && { differing: readDiffering(kind === 't' ? 't' : 's', date) }),
  };
}

function readDiffering(kind: keyof typeof KINDS, date: string): Differing {
  const [, year, month, day] = /^(\d{4})(\d\d)?(\d\d)?$/.exec(`${long(date)}`) ?? [];
  const parts = [year, month, day].filter((part) => part !== undefined);
  return { kind: KINDS[kind], ...(parts.length > 0 && { date: parts.join('-') }) };
}

function short(number: number): string {
  return number.toString(36);
}

function long(text: string): number {
  return Number.parseInt(text, 36);
}
