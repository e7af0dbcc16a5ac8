import { describe, expect, it } from 'vitest';
import { listOf } from '../../src/documents/lists.js';
import { documentOf, slices } from '../support/documents-reading.js';

/** The lists and tables of a text, with their words. */
function lists(text: string, path = 'a.md') {
  const document = documentOf(path, text);
  const wordsOf = (sentence: { start: number; end: number } | undefined) =>
    sentence && slices(document.text, [sentence])[0];
  return document.paragraphs.flatMap((paragraph) => {
    const list = listOf(document, paragraph);
    if (!list) return [];
    const items = list.items.map((item) => slices(document.text, item).join(' '));
    return [{ kind: list.kind, leadIn: wordsOf(list.leadIn), header: wordsOf(list.header), items }];
  });
}

describe('listOf', () => {
  it('has the items of a list and the sentence that leads in to them', () => {
    expect(lists('The club meets in May. Its founders are:\n\n- Alder\n- Birch & Sons\n')).toEqual([
      { kind: 'list', leadIn: 'Its founders are:', header: undefined, items: ['Alder', 'Birch & Sons'] },
    ]);
  });

  it('takes no sentence for a lead-in that announces nothing, or that a heading parts from the list', () => {
    const [plain] = lists('The club meets in May.\n\n- Alder\n- Birch\n');
    expect(plain).toMatchObject({ leadIn: undefined, items: ['Alder', 'Birch'] });
    const [parted] = lists('Its founders are:\n\n## Others\n\n- Alder\n- Birch\n');
    expect(parted).toMatchObject({ leadIn: undefined });
  });

  it('has the header of a table, and its rows', () => {
    const table = '| City | Cards |\n|---|---|\n| Jinan | 800 |\n| Wuxi | 90 |\n';
    expect(lists(`The following clusters are open.\n\n${table}`)).toEqual([
      {
        kind: 'table',
        leadIn: 'The following clusters are open.',
        header: 'City | Cards',
        items: ['Jinan | 800', 'Wuxi | 90'],
      },
    ]);
  });

  it('reads numbered steps of plain text, with the line above and lines that go on', () => {
    const steps =
      'To join, do this:\n1. Send the form. It is free.\n2. Wait for the vote, which is\n   on Monday.\n';
    expect(lists(`Joining\n\nAnyone may join the club.\n\n${steps}`, 'a.txt')).toEqual([
      {
        kind: 'list',
        leadIn: 'To join, do this:',
        header: undefined,
        items: ['1. Send the form. It is free.', '2. Wait for the vote, which is\n   on Monday.'],
      },
    ]);
  });

  it('is nothing for prose, be it wrapped', () => {
    expect(lists('One sentence. Another one.\n\nA third, which\nis wrapped.\n')).toEqual([]);
    const wrapped =
      'The harbour is deep and old. It has been there for as long as anyone\nremembers, and it is busy. Ships come\nfrom everywhere.';
    expect(lists(`${wrapped}\n\n${wrapped}`, 'a.txt')).toEqual([]);
  });
});
