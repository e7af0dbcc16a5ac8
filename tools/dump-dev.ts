import { writeFile } from 'node:fs/promises';
import { developmentSets } from '../bench/development-sets.js';
import { consider } from '../src/answer/answer.js';

const out: unknown[] = [];
for (const asked of await developmentSets('/work/shared/eval', 100)) {
  if (!['members', 'judged', 'article'].includes(asked.set)) continue;
  const { excerpts, signals, question } = await consider(asked.snapshot, asked.question);
  const hits = asked.judge(excerpts);
  out.push({
    set: asked.set,
    q: asked.question,
    kind: question.expects.kind,
    answerable: asked.answerable,
    first: hits.first,
    three: hits.firstThree,
    signals,
    text: excerpts[0]?.text,
  });
}
await writeFile('/tmp/dev.json', JSON.stringify(out));
