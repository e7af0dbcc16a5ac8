import { describe, expect, it } from 'vitest';
import { answerQuestion, consider } from '../../../src/answer/answer.js';
import type { KnownQuestion } from '../../../src/documents/known-questions.js';
import { readQuestion } from '../../../src/index/query/question.js';
import { matchKnown } from '../../../src/index/ranking/known-match.js';
import { asked, snapshotWithKnown } from '../../support/known-questions.js';

// Which known question is like the one that is asked, and what that does to the answer.

const files = {
  chips:
    '# Chips\n\nThe Kestrel 910B draws 310 watts. It came out in March 2024.\n\nSun Yifan leads the firm that makes Kestrel chips.\n\nSeven members of the Reed Pact trade in Hainan: Arn, Bex, Cole, Dorn, Esk, Fenn and Gale.\n\nThe members of the Reed Pact are Arn, Bex, Cole, Dorn, Esk, Fenn, Gale, Hull and Inver.',
};
const watts = 'The Kestrel 910B draws 310 watts.';
const leader = 'Sun Yifan leads the firm that makes Kestrel chips.';
const listed = 'Seven members of the Reed Pact trade in Hainan: Arn, Bex, Cole, Dorn, Esk, Fenn and Gale.';
const members = 'The members of the Reed Pact are Arn, Bex, Cole, Dorn, Esk, Fenn, Gale, Hull and Inver.';
const known = asked('chips', {
  [watts]: ['how thirsty is the 910b', '910B功耗是多少'],
  [leader]: ['who is the boss of kestrel'],
  [listed]: ['which members of the reed pact are listed'],
  [members]: ['who are the members of the reed pact'],
});

/** The known questions that are like one, most alike first. */
async function alike(question: string, questions: readonly KnownQuestion[] = known): Promise<string[]> {
  const snapshot = await snapshotWithKnown(files, questions);
  return matchKnown(snapshot, await readQuestion(snapshot, question)).map(
    (match) => match.question.known.question,
  );
}

async function answer(question: string, questions: readonly KnownQuestion[] = known) {
  const { verdict, excerpts, missing } = await answerQuestion(
    await snapshotWithKnown(files, questions),
    question,
  );
  return { verdict, first: excerpts[0]?.text, missing: missing.map((one) => one.asked) };
}

describe('a known question that is like the one asked', () => {
  it('leads to its sentence in wordings that nobody has written', async () => {
    expect((await answer('is the 910B thirsty?', [])).verdict).not.toBe('answered');
    expect((await answer('is the 910B thirsty?')).first).toContain(watts);
  });

  it('asked word for word is answered, whatever capitals and marks it is asked with', async () => {
    expect(await answer('How thirsty is the 910B?!')).toMatchObject({ verdict: 'answered', first: watts });
  });

  it('on the 910B does not answer for the 910D', async () => {
    const { verdict, missing } = await answer('how thirsty is the 910d');
    expect(verdict).not.toBe('answered');
    expect(missing).toEqual(['910d']);
  });

  it('is found by other words of the glossary and of English for the same: a boss is a chief', async () => {
    expect((await alike('chief of kestrel'))[0]).toBe('who is the boss of kestrel');
  });

  it('is found in another language than it is written in', async () => {
    const chinese = known.filter(({ question }) => question.startsWith('910B'));
    expect(await alike('power consumption of the 910B', chinese)).toEqual(['910B功耗是多少']);
  });

  it('asks for as much: what one says beyond counts less against it than what it does not say', async () => {
    const questions = asked('chips', { [leader]: ['kestrel'], [watts]: ['kestrel 910b watts at full load'] });
    expect((await alike('watts of the kestrel 910b', questions))[0]).toBe('kestrel 910b watts at full load');
  });

  it('asks for the newest where that is asked: what has the name alone in common asks for something else', async () => {
    const others = Array.from({ length: 60 }, (_, at) => `kestrel ${'abcdefghij'[at % 10]}${at} chips`);
    const questions = asked('chips', {
      [watts]: ['what is kestrel', ...others],
      [leader]: ['latest on kestrel'],
    });
    expect(await alike('any news on kestrel?', questions)).toEqual(['latest on kestrel']);
    expect(await alike('what is kestrel?', questions)).toContain('what is kestrel');
  });

  it('is no question for a list where it asks who is listed', async () => {
    expect((await alike('list the members of the reed pact'))[0]).toBe(
      'who are the members of the reed pact',
    );
  });
});

describe('what is no known question', () => {
  it('changes nothing where there is none', async () => {
    const without = await consider(await snapshotWithKnown(files, []), 'Who leads Kestrel?');
    expect(without.retrieved.known).toEqual([]);
    expect(without.signals).toMatchObject({ known: 0, knownKind: 0, knownMeaning: 0 });
  });

  it('leads nowhere when its sentence is gone: an orphan', async () => {
    const orphan = asked('chips', { 'The Kestrel 910B draws 300 watts.': ['how thirsty is the 910b'] });
    const { verdict } = await answer('how thirsty is the 910b', orphan);
    expect(verdict).not.toBe('answered');
  });
});
