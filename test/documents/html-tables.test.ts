import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/documents/formats/dom.js';
import { readTable } from '../../src/documents/formats/html-tables.js';
import { listOf } from '../../src/documents/lists.js';
import { slices } from '../support/documents-reading.js';
import { around, inPage, linesIn, pageOf, paragraphsIn } from '../support/pages.js';

const row = (cells: string, name = 'td') =>
  `<tr>${cells
    .split(' | ')
    .map((cell) => (cell.startsWith('<') ? cell : `<${name}>${cell}</${name}>`))
    .join('')}</tr>`;

describe('a table with merged cells', () => {
  it('says in each row what a cell over several rows is about', () => {
    const table =
      row('Pier | Ship | Goods', 'th') +
      row('<td rowspan="3">North pier</td> | Heron | grain') +
      row('Gull | <td rowspan="2">timber</td>') +
      row('Tern') +
      row('South pier | Auk | salt');
    expect(linesIn(`<table>${table}</table>`)).toEqual([
      'Pier | Ship | Goods',
      'North pier | Heron | grain',
      'North pier | Gull | timber',
      'North pier | Tern | timber',
      'South pier | Auk | salt',
    ]);
  });

  it('says in each column what a cell over several columns says, but a remark only once', () => {
    const remark = 'closed for repairs of the quay wall, and open again when these have been done';
    const table = row('Year | Ships | Boats', 'th') + row('2024 | <td colspan="2">none</td>');
    expect(linesIn(`<table>${table}${row(`2025 | <td colspan="2">${remark}</td>`)}</table>`)).toEqual([
      'Year | Ships | Boats',
      '2024 | none | none',
      `2025 | ${remark} |`,
    ]);
  });

  it.each([
    [
      'cells of a head',
      row('<th rowspan="2">Year</th> | <th colspan="2">Ships</th>') + row('Sail | Steam', 'th'),
    ],
    [
      'a part that is one',
      `<thead>${row('<td rowspan="2">Year</td> | <td colspan="2">Ships</td>')}${row('Sail | Steam')}</thead>`,
    ],
    [
      'how they are merged',
      row('<td rowspan="2">Year</td> | <td colspan="2">Ships</td>') + row('Sail | Steam'),
    ],
  ])('has a header of several rows, told by %s', (_, head) => {
    const document = pageOf(
      inPage(around(`<table>${head}${row('1890 | 12 | 3')}${row('1900 | 4 | 9')}</table>`)),
    );
    const paragraph = document.paragraphs[1];
    const list = paragraph && listOf(document, paragraph);
    // Shown over each row: without the second line nobody could tell the two numbers apart.
    expect(list?.header && slices(document.text, [list.header])).toEqual([
      'Year | Ships | Ships\nYear | Sail | Steam',
    ]);
    expect(list?.items.map((item) => slices(document.text, item))).toEqual([
      ['1890 | 12 | 3'],
      ['1900 | 4 | 9'],
    ]);
  });

  it('keeps the name of a table out of its header, and the names of groups in a row of their own', () => {
    const table =
      row('<td colspan="2">Berths</td>') +
      row('Pier | Berths') +
      row('<td colspan="2">Old town</td>') +
      row('North | 4') +
      row('<td colspan="99">New town</td>') +
      row('South | 6');
    expect(paragraphsIn(`<table>${table}</table>`)).toEqual([
      ['Berths'],
      ['Pier | Berths\nOld town\nNorth | 4\nNew town\nSouth | 6'],
    ]);
  });

  it('is laid out as a browser does it: each cell covers what it says', () => {
    const span = fc.integer({ min: 1, max: 3 });
    const cells = fc.array(fc.record({ down: span, right: span }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (rows) => {
        let name = 0;
        const written = rows.map((some) => some.map((cell) => ({ ...cell, name: `c${name++}` })));
        const html = written.map((some) => {
          const tags = some.map(
            (cell) => `<td rowspan="${cell.down}" colspan="${cell.right}" id="${cell.name}">x</td>`,
          );
          return `<tr>${tags.join('')}</tr>`;
        });
        const element = parseHtml(`<table>${html.join('')}</table>`).querySelector('table');
        const found =
          (element &&
            readTable(element)?.rows.map((line) => line.map((cell) => cell?.getAttribute('id') ?? ''))) ??
          [];
        const grid = slowGrid(written);
        fc.pre(grid !== undefined && found.length === rows.length);
        expect(found).toEqual(grid);
      }),
    );
  });

  it('takes no more room than a bound, whatever it says of its spans', () => {
    const many = row(
      Array.from({ length: 200 }, () => '<td rowspan="65534" colspan="1000">x</td>').join(' | '),
    );
    const element = parseHtml(`<table>${many}${row('a | b').repeat(2_000)}</table>`).querySelector('table');
    const rows = (element && readTable(element)?.rows) ?? [];
    expect(rows.reduce((count, line) => count + line.length, 0)).toBeLessThan(200_000);
  });
});

/** Place by place, as the standard says it; `undefined` where two cells would be in one place, which is an error. */
function slowGrid(rows: { down: number; right: number; name: string }[][]): string[][] | undefined {
  let isOverlapping = false;
  const widest = Math.max(...rows.map((cells) => cells.reduce((sum, { right }) => sum + right, 0)));
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const { down, right, name } of cells) {
      while (grid[y]?.[x] !== undefined) x++;
      const width = Math.min(right, Math.max(1, widest - x));
      for (let dy = 0; dy < down; dy++) {
        for (let dx = 0; dx < width; dx++) {
          const line = grid[y + dy];
          if (line?.[x + dx] !== undefined) isOverlapping = true;
          if (line) line[x + dx] = name;
        }
      }
      x += width;
    }
  });
  return isOverlapping ? undefined : grid.map((line) => [...line].map((name) => name ?? ''));
}

describe('a table that arranges what is on a page', () => {
  it.each([
    ['says so', `<table role="presentation">${row('<td><p>One.</p></td> | <td><p>Two.</p></td>')}</table>`],
    ['has one column', `<table>${row('One.')}${row('Two.')}</table>`],
    ['holds an article', `<table>${row('<td>One.</td> | <td><h2>Two.</h2></td>')}</table>`],
  ])('is read as paragraphs where it %s', (_, table) => {
    expect(paragraphsIn(`${table}<p>Three.</p>`).flat()).not.toContain('One. | Two.');
    expect(linesIn(`${table}<p>Three.</p>`).join(' ')).not.toContain('|');
  });
});
