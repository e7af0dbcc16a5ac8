import { describe, expect, it } from 'vitest';
import { consider } from '../../src/answer/answer.js';
import type { Excerpt } from '../../src/answer/excerpt.js';
import { selectExcerpts } from '../../src/answer/select-excerpts.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { snapshotOfFiles, snapshotOfParagraphs } from '../support/corpus.js';

/** What would be shown, whatever the gate says; each is a slice of its document, and so is what leads in to it. */
async function shown(snapshot: Snapshot, question: string): Promise<readonly Excerpt[]> {
  const { excerpts } = await consider(snapshot, question);
  for (const excerpt of excerpts) {
    const text = snapshot.passages.at(excerpt.passage)?.document.text;
    for (const slice of [excerpt, ...(excerpt.lead ? [excerpt.lead] : [])])
      expect(text?.slice(slice.start, slice.end)).toBe(slice.text);
  }
  return excerpts;
}

async function texts(snapshot: Snapshot, question: string): Promise<string[]> {
  return (await shown(snapshot, question)).map(({ text }) => text);
}

const report = (title: string, published: string, body: string) =>
  `---\ntitle: ${title}\npublisher: ${title}\npublished: ${published}\n---\n\n${body}\n`;

describe('facts that differ', () => {
  const question = 'How many berths does the Reed harbour have?';

  it('stand together, newer first, each with the date of its source', async () => {
    const snapshot = await snapshotOfFiles({
      'old.md': report('Gazette', '2021-03-01', 'The Reed harbour has 40 berths for barges.'),
      'new.md': report('Courier', '2025-06', 'The Reed harbour has 90 berths for barges, the port says.'),
      'other.md': report('Notes', '2024', 'The Reed harbour office is painted green.'),
    });
    const excerpts = await shown(snapshot, question);
    expect(excerpts.slice(0, 2).map(({ text, differing }) => [text.match(/\d+/)?.[0], differing])).toEqual([
      ['90', { kind: 'sources', date: '2025-06' }],
      ['40', { kind: 'sources', date: '2021-03-01' }],
    ]);
  });

  it('are ordered by the dates that the sentences name, where all of them do', async () => {
    const snapshot = await snapshotOfFiles({
      'a.md': report('Late', '2026-01', 'In 2019 the Reed harbour had 40 berths for barges.'),
      'b.md': report('Early', '2025-01', 'In 2023 the Reed harbour had 90 berths for barges.'),
    });
    const excerpts = await shown(snapshot, question);
    expect(excerpts.map(({ differing }) => differing)).toEqual([
      { kind: 'times', date: '2023' },
      { kind: 'times', date: '2019' },
    ]);
  });

  it('are brought up from further down, past what else speaks of it', async () => {
    const others = Object.fromEntries(
      ['north', 'south', 'east', 'west'].map((side) => [
        `${side}.md`,
        report(side, '2024', `How many berths the Reed harbour has in the ${side} is not known.`),
      ]),
    );
    const snapshot = await snapshotOfFiles({
      ...others,
      'old.md': report('Gazette', '2021', 'The Reed harbour has 40 berths.'),
      'new.md': report(
        'Courier',
        '2025',
        'The Reed harbour has 90 berths, half of which were dug by hand in the wet autumn before the great flood.',
      ),
    });
    const all = await shown(snapshot, question);
    expect(all.filter(({ differing }) => differing).map(({ text }) => text.match(/\d+/)?.[0])).toEqual([
      '90',
      '40',
    ]);
  });

  it('leave the one alone that has the number asked', async () => {
    const snapshot = await snapshotOfFiles({
      'a.md': report('Gazette', '2021', 'In 2019 the Reed harbour had 40 berths for barges.'),
      'b.md': report('Courier', '2025', 'In 2023 the Reed harbour had 90 berths for barges.'),
    });
    const [first] = await shown(snapshot, 'How many berths did the Reed harbour have in 2019?');
    expect(first?.text).toContain('40');
    expect(first?.differing).toBeUndefined();
  });

  it('are no such thing where two members or two things are spoken of: both are shown', async () => {
    const snapshot = await snapshotOfParagraphs([
      'Alphachip joined the Reed club in May 2025.',
      'Betachip joined the Reed club in June 2025.',
    ]);
    const excerpts = await shown(snapshot, 'Who joined the Reed club?');
    expect(excerpts).toHaveLength(2);
    expect(excerpts.some(({ differing }) => differing)).toBe(false);
  });

  it('keep a sentence from hiding another one with other facts, but not one that says the same again', async () => {
    const snapshot = await snapshotOfParagraphs([
      'The Reed harbour has 40 berths for barges.',
      'The Reed harbour has forty berths for barges.',
    ]);
    expect(await texts(snapshot, question)).toHaveLength(1);
  });

  it('make one excerpt of copies, with the sources of all of them', async () => {
    const sentence = 'Fourteen firms signed the Delta Pact in Jinan on 1 April 2025.';
    const snapshot = await snapshotOfFiles({
      'a.md': report('River Daily', '2025-04-02', sentence),
      'b.md': report('Copy Portal', '2025-04-03', sentence),
      'c.md': report('Hill Weekly', '2025-04-09', sentence.replace('Fourteen', 'Sixteen')),
    });
    const excerpts = await shown(snapshot, 'Who signed the Delta Pact?');
    expect(excerpts.map(({ text, citation }) => [text.split(' ')[0], citation.copies.length])).toEqual([
      ['Sixteen', 0],
      ['Fourteen', 1],
    ]);
    expect(excerpts[1]?.citation.sources.map(({ publisher }) => publisher)).toEqual(
      expect.arrayContaining(['River Daily', 'Copy Portal']),
    );
  });
});

describe('lists and tables', () => {
  const guild = [
    '# The guild',
    'The following houses founded the guild of the valley:\n\n- Alder\n- Birch\n- Cedar',
    '## Guests\n\n- Father Ode\n- Mayor Ulm',
    'Not admitted to the guild are:\n\n- Dross\n- Ember',
    'Fees for a day at the market:\n\n- Stall: 12 florins\n- Cart: 15 florins\n- Tray: 3 florins',
    '| Town | Houses | Founded |\n|---|---|---|\n| Arn | 14 | 1712 |\n| Bex | 22 | 1733 |\n| Cole | 31 | 1740 |',
  ].join('\n\n');
  const ask = async (question: string) =>
    (await shown(await snapshotOfFiles({ 'guild.md': guild }), question))[0];

  it('shows all items with the sentence that leads in to them', async () => {
    const first = await ask('Which houses founded the guild of the valley?');
    expect(first?.text).toBe('The following houses founded the guild of the valley:\n\nAlder\nBirch\nCedar');
    expect(first?.more).toBe(0);
  });

  it('shows those that are not in it where that is what the list says', async () => {
    expect((await ask('Who is not admitted to the guild?'))?.text).toBe(
      'Not admitted to the guild are:\n\nDross\nEmber',
    );
  });

  it('shows all items with their heading, where nothing leads in to them', async () => {
    expect((await ask('Who are the guests?'))?.text).toBe('Guests\n\nFather Ode\nMayor Ulm');
  });

  it('shows an item with what leads in to it, and what stands between where that is short', async () => {
    expect((await ask('What is the fee for a cart?'))?.text).toBe(
      'Fees for a day at the market:\n\nStall: 12 florins\nCart: 15 florins',
    );
  });

  it('shows a row under the header of its table, and the first row with it', async () => {
    const second = await ask('How many houses are in Bex?');
    expect([second?.lead?.text, second?.text]).toEqual(['Town | Houses | Founded', 'Bex | 22 | 1733']);
    const first = await ask('When was Arn founded?');
    expect([first?.lead, first?.text]).toEqual([undefined, 'Town | Houses | Founded\nArn | 14 | 1712']);
  });

  it('sets the lead-in apart from an item far below it', async () => {
    const items = Array.from({ length: 30 }, (_, at) => `- Ware of the kind ${at}: ${at} florins`);
    const text = ['Fees for a day at the market:', [...items, '- Anvil: 99 florins'].join('\n')].join('\n\n');
    const [first] = await shown(await snapshotOfFiles({ 'fees.md': text }), 'What is the fee for an anvil?');
    expect([first?.lead?.text, first?.text]).toEqual(['Fees for a day at the market:', 'Anvil: 99 florins']);
  });

  it('cuts a long list after an item, and says how many more there are', async () => {
    const items = Array.from({ length: 80 }, (_, at) => `- House Number ${at}`);
    const text = `The following houses founded the guild:\n\n${items.join('\n')}`;
    const [first] = await shown(
      await snapshotOfFiles({ 'guild.md': text }),
      'Which houses founded the guild?',
    );
    const shownItems = first?.text.match(/House Number \d+/g)?.length ?? 0;
    expect(shownItems).toBeGreaterThan(20);
    expect(first?.text.endsWith(`House Number ${shownItems - 1}`)).toBe(true);
    expect(first?.more).toBe(80 - shownItems);
  });

  it('shows the steps that a heading asks for in their order', async () => {
    const text =
      'How to enter the guild\n\nEntering\n\n1. Send a letter to the office.\n2. Pay nine florins.\n\nLeaving\n\nOne leaves by word of mouth. That is all.\n';
    const [first] = await shown(await snapshotOfFiles({ 'steps.txt': text }), 'How do I enter?');
    expect(first?.text).toBe('Entering\n\n1. Send a letter to the office.\n2. Pay nine florins.');
  });

  it('does not repeat a list for its items', async () => {
    const snapshot = await snapshotOfFiles({ 'guild.md': guild });
    const all = (await texts(snapshot, 'Which houses founded the guild, Alder, Birch or Cedar?')).join('\n');
    expect(all.match(/Cedar/g)).toHaveLength(1);
  });
});

describe('excerpts that have nothing of the question', () => {
  it('are not shown, though headings and title have its words', async () => {
    const snapshot = await snapshotOfFiles({
      'mill.md':
        '# The mill\n\n## Mill\n\nThe mill was built in 1712.\n\nRain fell all summer.\n\nGeese came in autumn.\n',
    });
    expect(await texts(snapshot, 'When was the mill built?')).toEqual(['The mill was built in 1712.']);
  });

  it('are not shown though they have a common word of it, if they are far worse', async () => {
    const snapshot = await snapshotOfParagraphs([
      'The quarry of Marle sold slate to the abbey of Sorn.',
      'A choir sold cakes.',
      'The quarry is far from here.',
    ]);
    expect(await texts(snapshot, 'Who sold slate to the abbey of Sorn?')).toEqual([
      'The quarry of Marle sold slate to the abbey of Sorn.',
    ]);
  });

  it('are shown where they go on from a sentence that has', async () => {
    const snapshot = await snapshotOfParagraphs([
      'The mill of Marle was set on fire. Nobody put out the flames.',
    ]);
    expect(await texts(snapshot, 'Why was the mill of Marle on fire?')).toEqual([
      'The mill of Marle was set on fire. Nobody put out the flames.',
    ]);
  });

  it('are shown for each part of a question, however much better the other part is answered', async () => {
    const snapshot = await snapshotOfParagraphs([
      'The copper bell of the abbey of Sorn was cast in the year 1712 by Anselm.',
      'Geese like rain.',
    ]);
    const { question, retrieved } = await consider(
      snapshot,
      'When was the copper bell of the abbey of Sorn cast, and what do geese like?',
    );
    const [bell, geese] = retrieved.sentences;
    if (!bell || !geese) expect.fail('both sentences are found');
    const chosen = (best: (typeof bell)[]) => {
      const forParts = best.map((one) => ({ ...one, part: question }));
      return selectExcerpts(snapshot, question, { ...retrieved, forParts }).shown.map(
        ({ passage }) => passage.id,
      );
    };
    expect(chosen([])).toEqual([bell.passage]);
    expect(chosen([bell, geese])).toEqual([bell.passage, geese.passage]);
  });

  it('are shown where they are nearly as good', async () => {
    const snapshot = await snapshotOfParagraphs([
      'The ferry of Marle leaves at noon.',
      'In winter the ferry of Marle does not leave.',
    ]);
    expect(await texts(snapshot, 'When does the ferry of Marle leave?')).toHaveLength(2);
  });
});

describe('the sentence before', () => {
  const ask = async (paragraph: string, question: string) =>
    (await texts(await snapshotOfParagraphs([paragraph]), question))[0];

  it.each([
    [
      'The Reed Office was set up in May. It keeps the register of barges.',
      'Who keeps the register of barges?',
    ],
    ['Lü Bing heads the office. She was born in Wuxi.', 'Who was born in Wuxi?'],
    ['A council meets in Jinan. The council audits the barges.', 'Who audits the barges?'],
    ['港湾联盟设在宁波。它负责登记船只。', '谁负责登记船只？'],
  ])('is shown with one that points back to it: %s', async (paragraph, question) => {
    expect(await ask(paragraph, question)).toBe(paragraph);
  });

  it('is not shown with one that stands by itself', async () => {
    const paragraph = 'Tea is served at noon. The register of barges is kept in Wuxi.';
    expect(await ask(paragraph, 'Where is the register of barges kept?')).toBe(
      'The register of barges is kept in Wuxi.',
    );
  });
});

describe('the budget', () => {
  const clauses = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `港口登记船只并且每年核对货物${'一二三四五六七八九十'[at % 10]}次`,
    );

  it('cuts a long Chinese sentence at a comma, to what 600 English letters say', async () => {
    const sentence = `${clauses(40).join('，')}。`;
    const [first] = await shown(await snapshotOfParagraphs([sentence]), '港口什么时候核对货物？');
    expect(first?.text.length).toBeLessThanOrEqual(205);
    expect(first?.text.length).toBeGreaterThan(100);
    expect(first?.cut.after).toBe(true);
    expect(first?.text).toMatch(/，$/);
  });

  it('cuts Chinese without a sign between its sentences', async () => {
    const [first] = await shown(
      await snapshotOfParagraphs([clauses(400).join('')]),
      '港口什么时候核对货物？',
    );
    expect(first?.text.length).toBeLessThanOrEqual(205);
  });

  it('counts two Chinese characters as a word: not three long sentences', async () => {
    const paragraphs = ['甲', '乙', '丙'].map((side) => `${side}港口${clauses(8).join('，')}。`);
    const all = await texts(await snapshotOfParagraphs(paragraphs), '港口什么时候核对货物？');
    expect(all.join('').length).toBeLessThanOrEqual(300);
  });

  it('shows a short sentence beside a long one that takes all of it', async () => {
    const long = `The Tarn relay of the north, ${'with poles and wires and lamps, '.repeat(16)}cost 84 million.`;
    const snapshot = await snapshotOfParagraphs([long, 'The Tarn relay cost too much.']);
    expect(await texts(snapshot, 'What did the Tarn relay cost?')).toContain('The Tarn relay cost too much.');
  });

  it('leaves out a long sentence that there is no room for, and not the next one', async () => {
    const long = (name: string) =>
      `The Tarn relay cost money, ${name} says, ${'and more of it was spent on poles, '.repeat(7)}so.`;
    const snapshot = await snapshotOfParagraphs([
      'What the Tarn relay cost is not known.',
      long('Anselm'),
      long('Berta'),
      'The Tarn relay cost 84 million.',
    ]);
    expect(await texts(snapshot, 'What did the Tarn relay cost?')).toContain(
      'The Tarn relay cost 84 million.',
    );
  });
});
