/*
 * Thousands of replies in all languages, over documents, names and questions that are long, empty, written from right to left,
 * or full of emoji and Markdown: what has Discord against any of them?
 *
 *   node dist/bench/replies.js [--replies 5000] [--seed 1]
 *
 * Uses every command, button, select, form and menu by its own handler, and holds what comes of it against Discord's schema and
 * rules. Says how many replies there were of each, by language, and every violation.
 */
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../src/copy/languages.js';
import { makeReplies } from '../test/hostile/replies.js';

const { values } = parseArgs({
  options: { replies: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
});

const begun = performance.now();
const { replies, counts, violations, longest } = await makeReplies(
  Number(values.replies),
  Number(values.seed),
);
const locales = Object.keys(LANGUAGES);
console.log(`| command, button, select, form or menu | ${locales.join(' | ')} |`);
console.log(`|---|${locales.map(() => '--:|').join('')}`);
for (const [what, of] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`| ${what} | ${locales.map((locale) => of.get(locale) ?? 0).join(' | ')} |`);
for (const violation of violations) console.log(violation.slice(0, 2_000));
console.log(
  `\n${replies} replies of ${counts.size} kinds, at most ${longest.bytes} bytes and ${longest.components} components; ` +
    `${violations.length} violations; ${((performance.now() - begun) / 1_000).toFixed(0)} s`,
);
