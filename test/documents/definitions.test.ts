import { expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';

it.each([
  ['Fee', 'Fee: paid in May.'],
  ['会费！', '会费！paid in May.'],
  ['会费）', '会费）：paid in May.'],
  ['Fee:', 'Fee: paid in May.'],
])('writes a term like %s before its meaning alike in HTML and Markdown', async (term, line) => {
  const texts = await Promise.all(
    [
      { path: 'a.html', content: `<h1>Fees</h1><dl><dt>${term}</dt><dd>paid in May.</dd></dl>` },
      { path: 'a.md', content: `# Fees\n\n${term}\n: paid in May.\n` },
    ].map(({ path, content }) => readDocument({ path, bytes: Buffer.from(content) })),
  );
  for (const { document } of texts) expect(document?.text).toContain(line);
});
