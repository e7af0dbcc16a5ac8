import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type Answer, answerQuestion } from '../../src/answer/answer.js';
import type { MissingDetail } from '../../src/answer/details/missing-details.js';
import type { Verdict } from '../../src/answer/gate.js';
import { questionIn } from '../../src/commands/ask-question.js';
import { answerReply, closestReply, type Seen } from '../../src/commands/ask-reply.js';
import { en as copy } from '../../src/copy/en/en.js';
import { render as renderIn } from '../../src/discord/render.js';
import type { Reply } from '../../src/discord/reply.js';
import type { KnownQuestion } from '../../src/documents/known-questions.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const render = (reply: Reply) => renderIn(reply, copy);

// The faces of an answer, whatever the gate makes of the question.

const quoting = {
  log: pino({ level: 'silent' }),
  now: () => new Date('2026-11-29T12:00:00Z'),
  oldAfterDays: 540,
};
const KEPT: Seen = { isKept: true, isPrivate: false };
const question = 'When does the ferry leave?';
const snapshot = await snapshotOfParagraphs([
  'The ferry to the island leaves at noon.',
  'The baker of the town sells ferry tickets from June on.',
]);
const { excerpts } = await answerQuestion(snapshot, question, { gate: false });

function answerOf(verdict: Verdict, more: Partial<Answer> = {}): Answer {
  return {
    verdict,
    confidence: 0.5,
    excerpts,
    missing: [],
    isOnSubject: true,
    further: [],
    alike: [],
    ...more,
  };
}

/** A name that the documents do not have. */
function nowhere(asked: string): MissingDetail {
  return { sort: 'name', asked, isNowhere: true, isWeak: false };
}

function faceOf(answer: Answer, seen: Partial<Seen> = {}): Reply {
  return answerReply({ question, answer, snapshot }, { ...KEPT, ...seen }, copy, quoting);
}

function markdown(reply: Reply): string {
  const [container] = render(reply).components;
  if (container?.type !== ComponentType.Container) throw new Error('a reply is one container');
  return container.components
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? part.content : []))
    .join('\n');
}

const buttonsOf = ({ buttons = [] }: Reply) => buttons.map(({ customId }) => customId);
const thumbsOf = ({ moreButtons = [] }: Reply) => moreButtons.map(({ customId }) => customId);
/** Of revision 1: two excerpts of the first document. */
const PLACES = '1:0.0.13_0.15.1j';

describe('the face of a question that is', () => {
  test('answered has the passages, and thumbs', () => {
    const reply = faceOf(answerOf('answered'));
    expect(reply.tone).toBe('answer');
    expect(markdown(reply)).toMatch(
      /^\*\*When does the ferry leave\?\*\*\n-# 2 excerpts · revision 1\n> The \*\*ferry\*\* .*leaves\*\* at noon/,
    );
    expect(buttonsOf(reply)).toEqual([`ask:context:0:${PLACES}`, `ask:cite:0:${PLACES}`]);
    expect(thumbsOf(reply)).toEqual([`ask:thumb:up:answered:${PLACES}`, `ask:thumb:down:answered:${PLACES}`]);
  });

  test('unsure has the same passages under a line that claims nothing, in a neutral colour, and thumbs', () => {
    const reply = faceOf(answerOf('unsure'));
    const [asked = '', summary = '', ...passages] = markdown(faceOf(answerOf('answered'))).split('\n');
    expect(reply.tone).toBe('neutral');
    expect(markdown(reply)).toBe([asked, summary, `**${copy.ask.unsure}**`, ...passages].join('\n'));
    expect(thumbsOf(reply)).toEqual([`ask:thumb:up:unsure:${PLACES}`, `ask:thumb:down:unsure:${PLACES}`]);
  });

  test('not answered has no passage, but what to do next, and a button for the passages', () => {
    const reply = faceOf(answerOf('none'));
    const text = markdown(reply);
    expect(reply.tone).toBe('neutral');
    expect(text).toContain(`**${copy.ask.none}**`);
    expect(text).toContain(copy.ask.moderatorsSee);
    for (const example of copy.ask.examples) expect(text).toContain(example);
    expect(text).not.toContain('noon');
    expect(buttonsOf(reply)).toEqual(['ask:closest']);
  });

  test('off the subject has the short text alone', () => {
    const missing = [nowhere('Lisbon')];
    const reply = faceOf(answerOf('none', { isOnSubject: false, missing }));
    expect(markdown(reply)).toBe(`**${question}**\n**${copy.ask.none}**`);
    expect(buttonsOf(reply)).toEqual([]);
  });
});

test('what one may ask next stands below what answers, or comes closest, each as it can be asked', () => {
  const selectsOf = (verdict: Verdict, related: readonly KnownQuestion[]) =>
    answerReply(
      { question, answer: answerOf(verdict), snapshot, related },
      KEPT,
      copy,
      quoting,
    ).blocks.filter(({ kind }) => kind === 'select');
  const related = ['Who sells tickets?', '谁卖船票？'].map((one) => ({ question: one, answers: [] }));
  for (const verdict of ['answered', 'unsure'] as const) {
    expect(selectsOf(verdict, related)).toEqual([
      {
        kind: 'select',
        customId: 'ask:related',
        placeholder: copy.ask.related,
        options: related.map((one) => ({ label: one.question, value: one.question })),
      },
    ]);
    expect(selectsOf(verdict, [])).toEqual([]);
  }
  expect(selectsOf('none', related)).toEqual([]);
});

test('where a server keeps no questions, nothing asks for a thumb or says that moderators see them', () => {
  expect(thumbsOf(faceOf(answerOf('answered'), { isKept: false }))).toEqual([]);
  expect(thumbsOf(faceOf(answerOf('unsure'), { isKept: false }))).toEqual([]);
  expect(markdown(faceOf(answerOf('none'), { isKept: false }))).not.toContain(copy.ask.moderatorsSee);
});

test('what the documents do not have is named, with the nearest thing where there is one', () => {
  const missing = [
    { ...nowhere('910D'), nearest: '910B' },
    nowhere('Zhang Li'),
    { ...nowhere('2024'), isNowhere: false },
  ];
  for (const verdict of ['unsure', 'none'] as const) {
    const text = markdown(faceOf(answerOf(verdict, { missing })));
    expect(text).toContain('910D is in none of the documents; the closest is on 910B.');
    expect(text).toContain('Zhang Li is in none of the documents.');
    expect(text).toContain('2024 is not in what comes closest.');
  }
  expect(markdown(faceOf(answerOf('answered', { missing })))).not.toContain('910D');
});

test('an answer on the current state says of what day it is', () => {
  for (const verdict of ['answered', 'unsure'] as const)
    expect(markdown(faceOf(answerOf(verdict, { asOf: '2026-03-27' })))).toContain('As of 27 March 2026');
  expect(markdown(faceOf(answerOf('none', { asOf: '2026-03-27' })))).not.toContain('As of');
});

test('the closest passages are shown aside, or that nothing is close any more', () => {
  const reply = closestReply({ question, answer: answerOf('none'), snapshot }, copy, quoting);
  expect(reply.isAside).toBe(true);
  expect(markdown(reply)).toContain('noon');
  const empty = closestReply(
    { question, answer: answerOf('none', { excerpts: [] }), snapshot },
    copy,
    quoting,
  );
  expect(markdown(empty)).toContain(copy.ask.nothingNear);
});

test('any answer to any question is a message that Discord takes, with its buttons', async () => {
  const piece = fc.constantFrom(
    '*',
    '`',
    '_a',
    '> ',
    '@everyone ',
    '<@1>',
    '\n',
    '中',
    '😀',
    'ferry ',
    '1. ',
  );
  const words = fc.string({ unit: piece, maxLength: 500 }).map((text) => text.slice(0, 500));
  const detail = fc.record(
    {
      sort: fc.constant('name' as const),
      asked: words,
      nearest: words,
      isNowhere: fc.boolean(),
      isWeak: fc.constant(false),
    },
    { requiredKeys: ['sort', 'asked', 'isNowhere', 'isWeak'] },
  );
  const long = await snapshotOfParagraphs(
    ['*', '中', 'x '].map((unit) => `The ferry ${unit.repeat(2_000)} leaves.`),
  );
  const { excerpts: longest } = await answerQuestion(long, 'ferry', { gate: false });
  expect(longest.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(
      words,
      fc.constantFrom<Verdict>('answered', 'unsure', 'none'),
      fc.array(detail, { maxLength: 6 }),
      fc.boolean(),
      fc.uniqueArray(
        fc.string({ unit: piece, minLength: 1 }).map((text) => `?${text}`.slice(0, 100)),
        {
          maxLength: 3,
        },
      ),
      (asked, verdict, missing, isOnSubject, nextQuestions) => {
        const answer = answerOf(verdict, { excerpts: longest, missing, isOnSubject, asOf: '2026' });
        const related = nextQuestions.map((next) => ({ question: next, answers: [] }));
        const reply = answerReply({ question: asked, answer, snapshot: long, related }, KEPT, copy, quoting);
        // Throws where Discord would refuse it.
        const shown = JSON.stringify(render(reply).components);
        for (const id of [...buttonsOf(reply), ...thumbsOf(reply)]) expect(shown).toContain(`"${id}"`);
        render(closestReply({ question: asked, answer, snapshot: long }, copy, quoting));
      },
    ),
    { numRuns: 150 },
  );
});

test('the question of a message of an earlier release is read, in whatever language words stood before it', () => {
  for (const before of ['Question: ', 'Frage: ', '问题：', ''])
    expect(questionIn(`-# ${before}**Who \\*leads\\* it?**\n**${copy.ask.none}**`)).toBe('Who *leads* it?');
  expect(questionIn('Who leads it?\n**Nobody**')).toBeUndefined();
});

test('the question of an answer is read back from its message as it was asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('*', '_', 'a', 'b c', '中', '\\', '1.'), maxLength: 200 }),
      (text) => {
        const asked = `What is ${text}?`;
        const shown = markdown(
          answerReply({ question: asked, answer: answerOf('none'), snapshot }, KEPT, copy, quoting),
        );
        expect(questionIn(shown)).toBe(asked);
      },
    ),
  );
});
