import { z } from 'zod';
import { quotedAgain } from '../../answer/quoted-again.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import { pagesOf } from '../../discord/paging.js';
import { type Quoting, quotationOf } from '../../discord/quotation.js';
import type { Button, Reply, ReplyBlock } from '../../discord/reply.js';
import type { Snapshot } from '../../index/snapshot.js';
import { type LoggedReport, RETENTION } from '../../library/library.js';
import { type Moderator, moderatedButton, ofServer, page } from './moderated.js';
import { trouble } from './preview.js';

/** How many reports a message has where they are short enough. */
const MAX_AT_ONCE = 4;

const reportId = z.string().regex(/^[\w-]{1,40}$/);

export const reportButtons = {
  reports: moderatedButton(z.tuple([page]), ofServer, ([wanted], moderator, services) =>
    reportsReply(moderator, services, Number(wanted)),
  ),
  'dismiss-report': moderatedButton(
    z.tuple([reportId, page]),
    ofServer,
    async ([id, shown], moderator, services) => {
      await services.library.dismissReport(moderator.guildId, id, moderator.userId);
      return reportsReply(moderator, services, Number(shown));
    },
  ),
};

/** Leads to the reports, where there are any. */
export function toReports(count: number, { copy }: Pick<Moderator, 'copy'>): Button[] {
  return count > 0 ? [turn(copy.report.see(count), 0)] : [];
}

/** As many reports as a message holds, from position `wanted` on; the last ones where the list has become shorter. */
export async function reportsReply(moderator: Moderator, services: Services, wanted: number): Promise<Reply> {
  const { guildId, copy } = moderator;
  const { library } = services;
  const [reports, snapshot, settings] = await Promise.all([
    library.reports(guildId),
    library.current(guildId),
    library.settings(guildId),
  ]);
  if (settings.questionLog === false) return trouble(copy.knowledge.questions.off);
  if (reports.length === 0)
    return { tone: 'neutral', blocks: [{ kind: 'text', line: copy.report.none(RETENTION) }] };
  const from = wanted < reports.length ? wanted : Math.max(0, reports.length - MAX_AT_ONCE);
  const sections = reports
    .slice(from, from + MAX_AT_ONCE)
    .map((report) => reportBlocks(report, from, snapshot, moderator, services));
  const [first = [], ...others] = sections;
  const heading: ReplyBlock = { kind: 'heading', text: copy.report.list(reports.length) };
  const [shown = []] = pagesOf([[heading, ...first], ...others]);
  const to = from + shown.filter(({ kind }) => kind === 'buttons').length;
  return {
    tone: 'neutral',
    blocks: [
      ...shown,
      { kind: 'small', line: copy.knowledge.questions.position(from + 1, to, reports.length) },
    ],
    buttons: [
      ...(from > 0 ? [turn(copy.reply.previous, Math.max(0, from - MAX_AT_ONCE))] : []),
      ...(to < reports.length ? [turn(copy.reply.next, to)] : []),
    ],
  };
}

function turn(label: string, from: number): Button {
  return { label, customId: customId('knowledge', 'reports', from) };
}

function reportBlocks(
  { id, at, reason, words: said, question, passage }: LoggedReport,
  from: number,
  snapshot: Snapshot,
  { copy }: Moderator,
  quoting: Quoting,
): ReplyBlock[] {
  const words = copy.report;
  return [
    { kind: 'text', line: [{ bold: words.reasons[reason] }] },
    ...(said === undefined ? [] : [{ kind: 'text', line: words.said(said) } as const]),
    { kind: 'small', line: clip(question, 300) },
    ...passageBlocks(passage, snapshot, copy, quoting),
    { kind: 'small', line: [words.sent, { time: at, as: 'distance' }, words.shown(passage.revision)] },
    {
      kind: 'buttons',
      buttons: [
        {
          label: copy.knowledge.questions.dismiss,
          customId: customId('knowledge', 'dismiss-report', id, from),
        },
      ],
    },
  ];
}

/** The passage as the documents have it today or, where they do not any more, as the member saw it. */
function passageBlocks(
  passage: LoggedReport['passage'],
  snapshot: Snapshot,
  copy: Moderator['copy'],
  quoting: Quoting,
): ReplyBlock[] {
  const excerpt = quotedAgain(snapshot, passage);
  const quotation = excerpt && quotationOf(snapshot, excerpt, copy, quoting);
  if (quotation) return [quotation];
  return [
    { kind: 'small', line: copy.report.changed(passage.title) },
    { kind: 'text', line: copy.report.said(passage.text) },
  ];
}
