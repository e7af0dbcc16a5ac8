import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadSnapshot } from '../src/library/knowledge-folder.js';
import { judgeMessage, readMessages } from './judged-messages.js';

/*
 * How often `Find sources` is right, over the documents that ship:
 *
 *   node dist/bench/found-sources.js [FILE …]
 *
 * Files as test/answer/found-sources.txt; without any, that one and the held-out ones. Prints what is wrong, and the counts.
 */

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : ['', '-first-held-out', '-held-out'].map((name) => here(`test/answer/found-sources${name}.txt`));

const { snapshot } = await loadSnapshot({ knowledgeDir: here('knowledge') });
for (const file of files) {
  const findings = [];
  for (const message of readMessages(await readFile(file, 'utf8')))
    findings.push(...(await judgeMessage(snapshot, message)));
  const wrong = findings.filter(({ isRight }) => !isRight);
  for (const { sentence, found } of wrong) {
    const missing = found?.details.flatMap(({ asked, isThere }) => (isThere ? [] : asked));
    console.log(
      `${sentence.sort}: ${sentence.text}\n  ${found?.excerpt?.text ?? 'nothing'} [${missing?.join('; ')}]`,
    );
  }
  const invented = wrong.filter(({ sentence }) => sentence.sort !== 'stated').length;
  console.log(
    `${file}: ${findings.length - wrong.length} of ${findings.length} right, ` +
      `${invented} of those that the documents do not state have a passage`,
  );
}
