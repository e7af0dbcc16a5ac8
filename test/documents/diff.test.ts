import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentChange, diffDocuments } from '../../src/documents/diff.js';
import type { Document } from '../../src/documents/document.js';
import { readDocument } from '../../src/documents/read.js';
import { documentOf } from '../support/documents-reading.js';

function markdown(id: string, text: string): Document {
  return documentOf(`${id}.md`, text);
}

const alliance = `---
title: The alliance
publisher: Field Notes
published: 2025-07-26
---

## Members

It has ten members.

Huawei is one of them.[^wion]

## Aims

It links chips and models.

[^wion]: WION, 2025-07-28
`;

/** How two versions of one document differ. */
function changeOf(before: Document, after: Document): DocumentChange {
  const [only] = diffDocuments([before], [after]);
  if (only?.kind !== 'changed') throw new Error(`The document is ${only?.kind}`);
  return only;
}

function change(from: string, to: string) {
  const changed = alliance.replace(from, to);
  expect(changed).not.toBe(alliance);
  const { fields, lines } = changeOf(markdown('a', alliance), markdown('a', changed));
  return { fields, lines: lines.map(({ sign, paragraph, text }) => `${sign}${paragraph} ${text}`) };
}

describe('a changed document', () => {
  test('shows a rewritten paragraph as it was and as it is, and nothing of the others', () => {
    expect(change('ten members', 'eleven members')).toEqual({
      fields: [],
      lines: ['-1 It has ten members.', '+1 It has eleven members.'],
    });
  });

  test('shows paragraphs that came and went where they stand', () => {
    expect(change('It has ten', 'It is young.\n\nIt has ten')).toEqual({
      fields: [],
      lines: ['+1 It is young.'],
    });
    expect(change('Huawei is one of them.[^wion]\n\n', '')).toEqual({
      fields: [],
      lines: ['-2 Huawei is one of them.'],
    });
  });

  test('keeps rewritten paragraphs apart, each old one before its new one', () => {
    const after = alliance.replace('ten members', 'eleven members').replace('chips and models', 'chips');
    const { lines } = changeOf(markdown('a', alliance), markdown('a', after));
    expect(lines.map(({ sign, paragraph }) => `${sign}${paragraph}`)).toEqual(['-1', '+1', '-3', '+3']);
  });

  test.each([
    ['title: The alliance', 'title: An alliance', 'title'],
    ['publisher: Field Notes', 'publisher: Other Notes', 'source'],
    ['published: 2025-07-26', 'published: 2025-07-26\ntags: [chips]', 'tags'],
    ['[^wion]: WION, 2025-07-28', '[^wion]: WION, 2025-07-29', 'sentence-sources'],
    ['## Members', '## Who is in it', 'headings'],
  ])('from %j to %j names the field, not paragraphs', (from, to, field) => {
    expect(change(from, to)).toEqual({ fields: [field], lines: [] });
  });

  test('whose paragraphs changed places has another order, and no lines: every word is still there', () => {
    const [first, second] = ['It has ten members.', 'It links chips and models.'];
    const swapped = alliance.replace(first, '?').replace(second, first).replace('?', second);
    const { fields, lines } = changeOf(markdown('a', alliance), markdown('a', swapped));
    expect(fields).toContain('order');
    expect(lines).toEqual([]);
  });

  test('that differs in nothing a reader would notice says so', () => {
    const before = markdown('a', alliance);
    const after = { ...before, text: `${before.text}\n` };
    expect(changeOf(before, after)).toMatchObject({ fields: ['layout'], lines: [] });
  });

  test('with a paragraph twice, once of them removed, shows one line', () => {
    const twice = 'Same words.\n\nBetween.\n\nSame words.\n';
    const once = 'Same words.\n\nBetween.\n';
    const { lines } = changeOf(markdown('a', twice), markdown('a', once));
    expect(lines).toEqual([{ sign: '-', paragraph: 3, text: 'Same words.' }]);
  });
});

describe('two lists of documents', () => {
  test('are compared by id', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => markdown(id, `# ${id}\n\nAbout ${id}.\n`)) as [
      Document,
      Document,
      Document,
    ];
    const revised = markdown('b', '# b\n\nMore about b.\n');
    const changes = [...diffDocuments([a, b], [revised, c])];
    expect(changes.map((one) => [one.kind, ('document' in one ? one.document : one.after).id])).toEqual([
      ['changed', 'b'],
      ['added', 'c'],
      ['removed', 'a'],
    ]);
    expect([...diffDocuments([a], [markdown('a', '# a\n\nAbout a.\n')])].map(({ kind }) => kind)).toEqual([
      'unchanged',
    ]);
  });
});

/** Short texts over few words, so that paragraphs repeat and move. */
const paragraphs = fc.array(fc.constantFrom('One.', 'Two.', 'Three.', 'Four.', 'Five.'), {
  minLength: 1,
  maxLength: 12,
});

test('taking away the − lines and adding the + lines gives the words of the new version', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, (old, young) => {
      const [before, after] = [old, young].map((some) => markdown('a', some.join('\n\n'))) as [
        Document,
        Document,
      ];
      const [only] = diffDocuments([before], [after]);
      const lines = only?.kind === 'changed' ? only.lines : [];
      const count = (sign: string) => lines.filter((line) => line.sign === sign).map(({ text }) => text);
      const rest: string[] = [...old];
      for (const text of count('-')) rest.splice(rest.indexOf(text), 1);
      expect([...rest, ...count('+')].sort()).toEqual([...young].sort());
      // No paragraph goes and comes in one comparison.
      expect(count('-').filter((text) => count('+').includes(text))).toEqual([]);
      for (const { sign, paragraph, text } of lines) {
        expect((sign === '-' ? old : young)[paragraph - 1]).toBe(text);
      }
    }),
  );
});

test('what a release knows of how a text stands on its page is no change', async () => {
  const text = '<p>The alliance has ten members.</p><ol><li>One of them is new.</li></ol>';
  const { document: read } = await readDocument({ path: 'a.html', bytes: Buffer.from(text) });
  if (!read) expect.fail('the page is read');
  const { pageDifferences, ...before } = read;
  expect(pageDifferences?.length).toBe(1);
  expect([...diffDocuments([before], [read])].map(({ kind }) => kind)).toEqual(['unchanged']);
});
