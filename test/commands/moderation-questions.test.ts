import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { csvOf, questionsCsv } from '../../src/commands/knowledge/questions-csv.js';
import { en as copy } from '../../src/copy/en/en.js';
import { type ModeratedServer, openServer, textOf } from '../support/moderated-server.js';

// What members ask, whether it helped, and what moderators make of it.

const words = copy.knowledge;
const files = {
  'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n',
  'market.md': '# Market\n\nThe market opens on Tuesday.\n',
};
const member: As = { user: 'member' };
const editor: As = { user: 'editor' };

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({ files });
});

afterEach(() => server.end());

/** Asks, and waits until the question is noted, which the answer does not wait for. */
async function ask(question: string, as: As = member): Promise<void> {
  const asked = async () =>
    (await server.library.questions(server.playground.homeGuildId)).reduce(
      (sum, one) => sum + one.unanswered + one.unsure,
      0,
    );
  const before = await asked();
  await server.ask(question, as);
  await expect.poll(asked).toBe(before + 1);
}

describe('questions without an answer', () => {
  test('are shown with the closest passage, most asked first, near-duplicates together', async () => {
    await ask('Who repairs the roof of the market?');
    await ask('Who feeds the horses?');
    await ask('Who feeds the horses?');
    await ask('Who is feeding the horses?', editor);
    const text = textOf(await server.knowledge('questions'));
    expect(text).toContain('2 questions without a sure answer');
    expect(text.indexOf('Who feeds the horses?')).toBeLessThan(text.indexOf('Who repairs the roof'));
    expect(text).toMatch(
      /Who feeds the horses\?\*\*\n-# no answer, 3 times · last <t:\d+:R>\n-# Also asked as: “Who is feeding the horses\?”/,
    );
    expect(text).toMatch(/Closest:\n> The \*\*market\*\* opens on Tuesday\./);
  });

  test('say how often the answer was not sure, and what members thought of it', async () => {
    const { library, playground } = server;
    const question = 'Who feeds the horses?';
    const note = (verdict: 'none' | 'unsure') =>
      library.noteQuestion(playground.homeGuildId, {}, question, verdict);
    for (const verdict of ['none', 'unsure', 'unsure'] as const) await note(verdict);
    const thumb = { verdict: 'unsure', isUp: true } as const;
    await library.noteThumb(playground.homeGuildId, {}, question, 'ann', thumb);
    expect(textOf(await server.knowledge('questions'))).toContain(
      'no answer, once · no sure answer, 2 times · unsure answer 👍 1 👎 0 · last',
    );
  });

  test('are dismissed, and the history says who did, not which', async () => {
    await ask('Who feeds the horses?');
    const shown = await server.knowledge('questions');
    expect(textOf(await server.press(shown, words.questions.dismiss))).toBe(words.questions.none);
    await server.ask('Who feeds the horses?', member);
    expect(textOf(await server.knowledge('questions'))).toBe(words.questions.none);
    const history = textOf(await server.knowledge('history', { collection: 'server' }));
    expect(history).toContain('dismissed a question');
    expect(history).not.toContain('horses');
  });

  test('are answered with a note, which is a document of the server after a preview, and cited as a note', async () => {
    await ask('Who feeds the horses?');
    const shown = await server.knowledge('questions');
    const preview = await server.fillIn(shown, words.questions.note, {
      text: 'The farmer feeds the horses twice a day.',
      title: 'Feeding the horses',
      publisher: 'The Gazette',
      url: 'https://example.org/horses',
      published: '2026-02-01',
    });
    expect(textOf(preview)).toContain('1 added');
    expect(await server.ask('Who feeds the horses?')).not.toContain('farmer');
    await server.press(preview, words.preview.publish);
    const answer = await server.ask('Who feeds the horses?');
    expect(answer).toMatch(/^> The farmer/m);
    expect(answer).toContain('Note of this server’s moderators: Feeding the horses');
    expect(answer).toContain('[The Gazette](<https://example.org/horses>) · 1 Feb 2026');
    expect(await server.ask('Who feeds the horses?', { guild: 'other' })).not.toContain('farmer');
    expect(textOf(await server.knowledge('list', { collection: 'server' }))).toContain('note by <@');
  });

  test('a note whose date cannot be taken is not added, and can be mended as it was written', async () => {
    await ask('Who feeds the horses?');
    const fields = { text: 'The farmer does.', published: 'yesterday', url: 'javascript:alert(1)' };
    const refused = await server.fillIn(await server.knowledge('questions'), words.questions.note, fields);
    expect(textOf(refused)).toContain('“yesterday” is not a date');
    expect(textOf(refused)).toContain('“javascript:alert(1)” is not an address');
    const mended = { published: '2026-02', url: '' };
    const preview = await server.fillIn(refused, words.settings.again, mended);
    expect(textOf(preview)).toContain('1 added');
    expect(textOf(preview)).toContain('The farmer does.');
  });

  test('are downloaded as a table that no spreadsheet takes for formulas', async () => {
    await ask('=HYPERLINK("https://example.org")');
    await ask('Who, "quoted", repairs the roof?');
    const shown = await server.knowledge('questions');
    const [attachment] = (await server.press(shown, words.questions.download)).attachments;
    expect(attachment?.filename).toBe('questions.csv');
    const csv = await (await fetch(`${attachment?.url}`)).text();
    const [head, ...rows] = cellsOf(csv, ',');
    expect(head).toEqual(words.questions.columns);
    expect(rows.map((row) => row.slice(0, 3))).toContainEqual([
      '\'=HYPERLINK("https://example.org")',
      '1',
      '0',
    ]);
    expect(rows.map((row) => row.slice(0, 3))).toContainEqual(['Who, "quoted", repairs the roof?', '1', '0']);
    expect(rows.flat()).toContain('');
    // No cell depends on what stands in it to be quoted.
    expect(csv.split('\r\n')[0]).toBe(words.questions.columns.map((name) => `"${name}"`).join(','));
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])(
    'a question %j is no formula in the table',
    async (text) => {
      const nobody = { up: 0, down: 0 };
      const thumbs = { answered: nobody, unsure: nobody };
      const asked = { text, unanswered: 1, unsure: 0, thumbs, lastAt: new Date(0), questions: [] };
      expect(await questionsCsv([asked], await server.library.current(null), copy)).toContain(`'${text}`);
    },
  );

  test('are all within reach, four at once, and fewer where they are long', async () => {
    const animals = ['horses', 'goats', 'chickens', 'rabbits', 'llamas'];
    for (const animal of animals) await ask(`Who feeds ${animal}?`);
    const first = await server.knowledge('questions');
    expect(textOf(first)).toContain('Questions 1 to 4 of 5');
    const second = await server.press(first, copy.reply.next);
    expect(textOf(second)).toContain('Question 5 of 5');
    const back = await server.press(second, copy.reply.previous);
    expect(textOf(back)).toContain('Questions 1 to 4 of 5');
    const last = await server.press(back, copy.reply.next);
    expect(textOf(await server.press(last, words.questions.dismiss))).toContain('Questions 1 to 4 of 4');
  });

  test('are not kept where the server keeps none', async () => {
    await ask('Who feeds the horses?');
    await server.library.saveSettings(server.playground.homeGuildId, { questionLog: false }, 'mod');
    expect(textOf(await server.knowledge('questions'))).toBe(words.questions.off);
    const { message } = await server.playground.use({
      command: 'ask',
      options: { question: 'When does the ferry leave?' },
    });
    expect(JSON.stringify(message?.components)).not.toContain('ask:thumb');
  });
});

describe('a table for a spreadsheet', () => {
  const formula = fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', "=cmd|'/C calc'!A0", '＝1');
  const around = fc.constantFrom(';', '; ', '"', ' ', '\n', '\t', ',', 'a', ';"', '";"', '中');
  const cell = fc.array(fc.oneof(formula, around), { maxLength: 8 }).map((parts) => `x${parts.join('')}`);

  test.each([',', ';', '\t'])(
    'has no formula where %j separates cells, whatever is written',
    async (mark) => {
      await fc.assert(
        fc.asyncProperty(cell, cell, cell, async (first, second, third) => {
          const csv = await csvOf([
            [first, 1, second],
            ['', second, third],
          ]);
          for (const seen of cellsOf(csv, mark).flat()) expect(seen).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
        }),
        { numRuns: 500 },
      );
    },
  );

  test('has every cell quoted, numbers and empty ones too, and nothing changed that is no formula', async () => {
    const rows = [
      ['a', 1, ''],
      ['“b”; c, "d" – e=f', -2, 'x\ny'],
    ];
    const csv = await csvOf(rows);
    expect(csv).toBe('\ufeff"a","1",""\r\n"“b”; c, ""d"" – e=f","-2","x\ny"\r\n');
    expect(cellsOf(csv, ',')).toEqual(rows.map((row) => row.map(String)));
  });
});

/** The cells of a file as spreadsheets read them: quotation marks mean something where a cell begins, and not behind. */
function cellsOf(csv: string, mark: string): string[][] {
  const rows: string[][] = [[]];
  const text = csv.replace(/^\ufeff/, '');
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    }
    while (at < text.length && text[at] !== mark && text[at] !== '\n') cell += text[at++];
    rows.at(-1)?.push(text[at] === '\n' ? cell.replace(/\r$/, '') : cell);
    if (text[at] === '\n' && at + 1 < text.length) rows.push([]);
    at += 1;
  }
  return rows;
}

describe('thumbs', () => {
  test('are counted once a member, for as long as the message is there', async () => {
    const question = 'When does the *ferry* to the_island leave?';
    const { message } = await server.playground.use({ command: 'ask', options: { question } });
    if (!message) return expect.fail('no answer');
    const before = textOf(message);
    await server.restart();
    for (const as of [member, member, editor]) {
      expect(textOf(await server.press(message, copy.ask.up, as))).toBe(copy.ask.thanks);
    }
    await server.press(message, copy.ask.down, editor);
    expect(await server.library.questions(server.playground.homeGuildId)).toMatchObject([
      { text: question, unanswered: 0, thumbs: { answered: { up: 1, down: 1 } } },
    ]);
    expect(textOf(message)).toBe(before);
  });

  test('are not offered for what was not answered', async () => {
    const { message } = await server.playground.use({
      command: 'ask',
      options: { question: 'Who feeds the horses?' },
    });
    expect(JSON.stringify(message?.components)).not.toContain('ask:thumb');
  });
});
