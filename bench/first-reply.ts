/**
 * How long a member waits for an answer: every judged question as `/ask`, one after the other, through the real client
 * and the playground, from the interaction to the bot's first callback, in milliseconds.
 *
 *     node dist/bench/first-reply.js
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { startPlayground } from '../playground/playground.js';
import { startBot } from '../src/bot.js';
import { readConfig } from '../src/config.js';
import { createDocumentImport } from '../src/import.js';
import { loadJudgedQuestions } from '../src/library/knowledge-folder.js';
import { openHostLibrary } from '../src/open-library.js';
import { createParsers } from '../src/parsing/parsers.js';

/** So that nobody asks too much in a minute. */
const BETWEEN_QUESTIONS_MS = 60_000;

const knowledgeDir = fileURLToPath(new URL('../../knowledge/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'first-reply-'));
const parsers = createParsers();
const library = await openHostLibrary({
  config: { ...readConfig({}), knowledgeDir, databaseUrl: `file:${join(folder, 'bot.db')}` },
  cacheDir: folder,
  parsers,
  onEvent: () => {},
});
const playground = await startPlayground();
let asked = 0;
const bot = await startBot({
  token: playground.token,
  apiUrl: playground.apiUrl,
  library,
  oldAfterDays: 540,
  documentImport: createDocumentImport({ apiUrl: playground.apiUrl, parserOf: parsers.ofServer }),
  log: pino({ level: 'silent' }),
  now: () => new Date(Date.now() + asked * BETWEEN_QUESTIONS_MS),
});
library.readAhead(bot.idle);
try {
  const { questions } = await loadJudgedQuestions(knowledgeDir);
  const times: number[] = [];
  let deferred = 0;
  for (const { question } of questions) {
    const exchange = await playground.use({ command: 'ask', options: { question } });
    if (exchange.failed) throw new Error(`no answer: ${question}`);
    times.push(exchange.firstReplyMs ?? Number.NaN);
    deferred += exchange.deferred ? 1 : 0;
    asked += 1;
  }
  const first = times[0];
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))];
  console.log(
    `${times.length} questions, ${deferred} deferred: first ${first} ms, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
} finally {
  await bot.stop();
  await playground.stop();
  await library.close();
  await parsers.close();
  await rm(folder, { recursive: true });
}
