import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { excerptActions } from '../../src/commands/ask-excerpts.js';
import { type Answered, answerReply, closestReply } from '../../src/commands/ask-reply.js';
import { copyFor, type LANGUAGES } from '../../src/copy/languages.js';
import type { Press, Services } from '../../src/discord/command.js';
import { parseCustomId } from '../../src/discord/custom-id.js';
import { unobserved } from '../../src/discord/observer.js';
import { createQuestionLine } from '../../src/discord/question-line.js';
import { createRateLimiter } from '../../src/discord/rate-limit.js';
import { render } from '../../src/discord/render.js';
import type { Button, Reply } from '../../src/discord/reply.js';
import type { Library } from '../../src/library/library.js';
import { createRecentAnswers } from '../../src/library/recent-answers.js';
import { snapshotOfFiles } from '../support/corpus.js';
import { markdownOf } from '../support/moderated-server.js';

// The longest answer, and all that its buttons show, are messages that Discord takes, in every language.

const UNITS = { Chinese: '渡轮很大而', Markdown: '*_`[a](b) ', 'Hebrew and emoji': 'מעבורת ⛴️🌊 ' };
/** Of each language once. */
const LOCALES = ['en-GB', 'zh-CN', 'zh-TW', 'es-ES', 'fr', 'de'] satisfies (keyof typeof LANGUAGES)[];
/** Buttons that are pressed at most: one page of citations is like another. */
const MAX_PRESSED = 16;
const question = `When does the ferry leave? ${'ferry *_ 渡轮 '.repeat(50)}`.slice(0, 500);

const sources = (of: string, at: number) =>
  Array.from(
    { length: 15 },
    (_, note) =>
      `[^${note}]: ${of
        .repeat(30)
        .trim()
        .replace(
          /[[\]()]/g,
          '',
        )} ${note}, 2019-0${at + 1}, <https://example.org/${encodeURIComponent(of.repeat(9))}/${note}>`,
  ).join('\n');

function files(unit: string): Record<string, string> {
  return Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6, 7].map((at) => {
      const notes = Array.from({ length: 15 }, (_, note) => `[^${note}]`).join('');
      const title = `${unit.repeat(40)} ${at}`.trim().replaceAll('\n', ' ');
      const sentence = `The ferry number ${at}${at} leaves ${unit.repeat(at < 3 ? 300 : 20)} at ${at + 3}.${notes}`;
      const beside = `${unit.repeat(90)}.`;
      return [
        `${at}.md`,
        `---\ntitle: ${JSON.stringify(title)}\npublished: 2019-01-01\n---\n\n## ${title}\n\n${beside}\n\n${sentence}\n\n${beside}\n\n${sources(unit, at)}\n`,
      ];
    }),
  );
}

describe.each(Object.entries(UNITS))('of documents in %s', (_script, unit) => {
  let answered: Answered;
  let services: Services;

  beforeAll(async () => {
    const snapshot = await snapshotOfFiles(files(unit));
    const answer = await answerQuestion(snapshot, question, { gate: false, further: 6 });
    const wordings = [0, 1, 2].map((at) => `${unit.repeat(40)}${at}`.slice(0, 99) + at);
    const related = wordings.map((wording) => ({ question: wording, answers: [] }));
    answered = { question, answer, snapshot, related };
    services = {
      library: { current: async () => snapshot } as Partial<Library> as Library,
      log: pino({ level: 'silent' }),
      now: () => new Date('2026-11-29T12:00:00Z'),
      oldAfterDays: 540,
      questions: createQuestionLine(),
      answers: createRecentAnswers(),
      observer: unobserved,
      rateLimiter: createRateLimiter(() => new Date()),
    } as Partial<Services> as Services;
    expect(answer.excerpts.length).toBeGreaterThan(0);
    expect(answer.further.length).toBeGreaterThan(0);
  });

  test.each(LOCALES)('in %s', async (locale) => {
    const copy = copyFor(locale);
    const seen = { isKept: true, isPrivate: true };
    for (const verdict of ['answered', 'unsure', 'none'] as const) {
      const answer = { ...answered.answer, verdict, asOf: '2026-06-30' };
      render(answerReply({ ...answered, answer }, seen, copy, services), copy);
    }
    const reply = answerReply(answered, seen, copy, services);
    const shown = JSON.stringify(render(reply, copy).components);
    const buttons = [...(reply.buttons ?? []), ...(reply.moreButtons ?? [])];
    expect(buttons).toHaveLength(6);
    for (const { customId } of buttons) expect(shown).toContain(customId);
    render(closestReply(answered, copy, services), copy);
    await pressAll(reply.buttons ?? [], locale);
  });

  /** Presses each button, and those below what it shows, once. */
  async function pressAll(buttons: readonly Button[], locale: string): Promise<void> {
    const copy = copyFor(locale);
    const pressed = new Set<string>();
    const left = [...buttons];
    for (let next = left.shift(); next && pressed.size < MAX_PRESSED; next = left.shift()) {
      const { action = '', args = [] } = parseCustomId(next.customId) ?? {};
      if (pressed.has(next.customId)) continue;
      pressed.add(next.customId);
      const press: Press = {
        guildId: null,
        hasBot: false,
        userId: `${pressed.size}`,
        locale,
        copy,
        serverCopy: copy,
        isManager: false,
        roles: [],
        shown: `**${question.replace(/[*_]/g, '\\$&')}**\n`,
        isSeenByAll: false,
        settings: async () => ({}),
      };
      const run = excerptActions[action as keyof typeof excerptActions];
      const reply = (await run.run(args, press, services)) as Reply;
      const { components } = render(reply, copy);
      expect(markdownOf({ components } as never)).not.toContain(copy.reply.staleButton);
      left.push(...(reply.buttons ?? []));
    }
    expect(pressed.size).toBeGreaterThan(5);
  }
});
