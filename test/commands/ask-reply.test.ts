import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type Answer, answerQuestion } from '../../src/answer/answer.js';
import type { MissingDetail } from '../../src/answer/details/missing-details.js';
import type { Verdict } from '../../src/answer/gate.js';
import { answerReply, closestReply, questionIn } from '../../src/commands/ask-reply.js';
import { en as copy } from '../../src/copy/en/en.js';
import { render as renderIn } from '../../src/discord/render.js';
import type { Reply } from '../../src/discord/reply.js';
import type { KnownQuestion } from '../../src/documents/known-questions.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const render = (reply: Reply) => renderIn(reply, copy);

// The faces of an answer, whatever the gate makes of the question.

const log = pino({ level: 'silent' });
const question = 'When does the ferry leave?';
const snapshot = await snapshotOfParagraphs([
  'The ferry to the island leaves at noon.',
  'The baker of the town sells ferry tickets from June on.',
]);
const { excerpts } = await answerQuestion(snapshot, question, { gate: false });

function answerOf(verdict: Verdict, more: Partial<Answer> = {}): Answer {
  return { verdict, confidence: 0.5, excerpts, missing: [], isOnSubject: true, alike: [], ...more };
}

/** A name that the documents do not have. */
function nowhere(asked: string): MissingDetail {
  return { sort: 'name', asked, isNowhere: true, isWeak: false };
}

function faceOf(answer: Answer, isKept = true): Reply {
  return answerReply({ question, answer, snapshot }, isKept, copy, log);
}

function markdown(reply: Reply): string {
  const [container] = render(reply).components;
  if (container?.type !== ComponentType.Container) throw new Error('a reply is one container');
  return container.components
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? part.content : []))
    .join('\n');
}

const buttonsOf = ({ buttons = [] }: Reply) => buttons.map(({ customId }) => customId);

describe('the face of a question that is', () => {
  test('answered has the passages, and thumbs', () => {
    const reply = faceOf(answerOf('answered'));
    expect(reply.tone).toBe('answer');
    expect(markdown(reply)).toMatch(/^-# Question: .*\n> The \*\*ferry\*\* .*leaves\*\* at noon/);
    expect(buttonsOf(reply)).toEqual(['ask:thumb:up:answered', 'ask:thumb:down:answered']);
  });

  test('unsure has the same passages under a line that claims nothing, in a neutral colour, and thumbs', () => {
    const reply = faceOf(answerOf('unsure'));
    const [asked = '', ...passages] = markdown(faceOf(answerOf('answered'))).split('\n');
    expect(reply.tone).toBe('neutral');
    expect(markdown(reply)).toBe([asked, `**${copy.ask.unsure}**`, ...passages].join('\n'));
    expect(buttonsOf(reply)).toEqual(['ask:thumb:up:unsure', 'ask:thumb:down:unsure']);
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
    expect(markdown(reply)).toBe(`-# ${copy.ask.asked}**${question}**\n**${copy.ask.none}**`);
    expect(buttonsOf(reply)).toEqual([]);
  });
});

test('what one may ask next stands below what answers, or comes closest, each as it can be asked', () => {
  const selectsOf = (verdict: Verdict, related: readonly KnownQuestion[]) =>
    answerReply({ question, answer: answerOf(verdict), snapshot, related }, true, copy, log).blocks.filter(
      ({ kind }) => kind === 'select',
    );
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
  expect(buttonsOf(faceOf(answerOf('answered'), false))).toEqual([]);
  expect(buttonsOf(faceOf(answerOf('unsure'), false))).toEqual([]);
  expect(markdown(faceOf(answerOf('none'), false))).not.toContain(copy.ask.moderatorsSee);
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
  const reply = closestReply({ question, answer: answerOf('none'), snapshot }, copy, log);
  expect(reply.isAside).toBe(true);
  expect(markdown(reply)).toContain('noon');
  const empty = closestReply({ question, answer: answerOf('none', { excerpts: [] }), snapshot }, copy, log);
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
        const reply = answerReply({ question: asked, answer, snapshot: long, related }, true, copy, log);
        // Throws where Discord would refuse it.
        const shown = JSON.stringify(render(reply).components);
        for (const id of buttonsOf(reply)) expect(shown).toContain(`"${id}"`);
        render(closestReply({ question: asked, answer, snapshot: long }, copy, log));
      },
    ),
    { numRuns: 150 },
  );
});

test('the question of an answer is read back from its message as it was asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('*', '_', 'a', 'b c', '中', '\\', '1.'), maxLength: 200 }),
      (text) => {
        const asked = `What is ${text}?`;
        const shown = markdown(
          answerReply({ question: asked, answer: answerOf('none'), snapshot }, true, copy, log),
        );
        expect(questionIn(shown)).toBe(asked);
      },
    ),
  );
});
