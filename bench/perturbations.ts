import { parseArgs } from 'node:util';
import { consider, decide } from '../src/answer/answer.js';
import type { Entity, Glossary } from '../src/documents/glossary.js';
import type { Snapshot } from '../src/index/snapshot.js';
import { termsOf } from '../src/index/text/analyzer.js';
import { developmentSets } from './development-sets.js';
import { numbersFrom } from './invented.js';

/*
 * What becomes of questions that the documents answer when one detail is changed, so that they do not: of the questions
 * on the knowledge that ships, one number, year, month or name each is replaced by another one.
 *
 *   node dist/bench/perturbations.js --eval FOLDER [--failures]
 *
 * What is put in stands nowhere in the documents, so that no change leaves a question that they answer; names that they
 * know, put in elsewhere, are counted by themselves, as some of those questions have an answer.
 */

const { values } = parseArgs({
  options: { eval: { type: 'string' }, failures: { type: 'boolean', default: false } },
});
if (!values.eval) throw new Error('--eval FOLDER');

type Sort = 'number' | 'year' | 'month' | 'name' | 'name that stands elsewhere';

interface Changed {
  readonly sort: Sort;
  readonly question: string;
  readonly changed: string;
}

/** Names of people, companies, chips and bodies, of the field and of none. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  person: ['Gao Yuntian', 'Marta Lindqvist', 'Okafor', 'Shen Kuoming'],
  company: ['Tesla', 'Foxconn', 'Graphcore', 'Ericsson', 'Rapidus', 'Hanvon', 'Qualcomm', 'Spotify'],
  chip: ['Instinct MI300X', 'Gaudi', 'Trainium', 'Loongson'],
  model: ['Mixtral', 'Falcon', 'Jurassic'],
  system: ['Dojo', 'Frontier', 'Eos'],
  event: ['Web Summit', 'COMPUTEX', 'NeurIPS'],
  policy: ['Jones Act', 'Wassenaar Arrangement', 'Basel Accord'],
  outlet: ['Le Monde', 'Kyodo', 'Vedomosti'],
  alliance: ['Harbour Compute Pact', 'Ultra Ethernet Consortium', 'Frontier Model Forum', 'AUKUS'],
};

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

const below = numbersFrom(3);
const questions = (await developmentSets(values.eval)).filter(
  ({ set, answerable }) => answerable && (set === 'judged' || set === 'members'),
);
const results: (Changed & { readonly isAnswered: boolean; readonly first: string })[] = [];
for (const { question, snapshot } of questions) {
  for (const changed of changesOf(question, snapshot)) {
    const considered = await consider(snapshot, changed.changed);
    const isAnswered = decide(considered, {}).verdict === 'answered';
    results.push({ ...changed, isAnswered, first: considered.excerpts[0]?.text ?? '' });
  }
}
report();

function report(): void {
  console.log('| changed | n | answered |\n|---|---|---|');
  const nowhere = results.filter(({ sort }) => sort !== 'name that stands elsewhere');
  for (const sort of new Set(results.map((one) => one.sort)))
    line(
      sort,
      results.filter((one) => one.sort === sort),
    );
  line('all but names that stand elsewhere', nowhere);
  if (!values.failures) return;
  for (const { sort, question, changed, first } of results.filter(({ isAnswered }) => isAnswered))
    console.log(`\n${sort}: ${question}\n  ${changed}\n  → ${first.slice(0, 160)}`);
}

function line(name: string, some: readonly { readonly isAnswered: boolean }[]): void {
  const answered = some.filter(({ isAnswered }) => isAnswered).length;
  console.log(`| ${name} | ${some.length} | ${((100 * answered) / some.length).toFixed(1)} % |`);
}

/** The question with one detail changed, in each way that there is. */
function changesOf(question: string, snapshot: Snapshot): Changed[] {
  const changes: [Sort, string | undefined][] = [
    ['year', withYear(question, snapshot)],
    ['month', withMonth(question, snapshot)],
    ['number', withNumber(question, snapshot)],
    ...withNames(question, snapshot),
  ];
  return changes.flatMap(([sort, changed]) => (changed === undefined ? [] : { sort, question, changed }));
}

function withYear(question: string, snapshot: Snapshot): string | undefined {
  const years = Array.from({ length: 20 }, (_, i) => String(2008 + i)).filter((year) =>
    isNew(year, snapshot),
  );
  const year = years[below(years.length || 1)];
  return /\b20[0-3]\d\b/.test(question) && year ? question.replace(/\b20[0-3]\d\b/, year) : undefined;
}

/** Another month, of which the documents have no date in the same year. */
function withMonth(question: string, { documents }: Snapshot): string | undefined {
  const match = new RegExp(`(${months.join('|')}) (20\\d\\d)`).exec(question);
  const [, month, year] = match ?? [];
  if (!month || !year) return undefined;
  const free = months.filter((other) => {
    const iso = `${year}-${String(months.indexOf(other) + 1).padStart(2, '0')}`;
    return !documents.some(({ text }) => text.includes(`${other} ${year}`) || text.includes(iso));
  });
  const other = free[below(free.length || 1)];
  return other && question.replace(month, other);
}

/** Another number of as many digits, but of a year. */
function withNumber(question: string, snapshot: Snapshot): string | undefined {
  const [number] = question.match(/\d+/g)?.filter((digits) => !/^20[0-3]\d$/.test(digits)) ?? [];
  if (number === undefined) return undefined;
  for (let tries = 0; tries < 50; tries++) {
    const other = [...number]
      .map((digit, i) => String((Number(digit) + below(i === 0 ? 8 : 10) + (i === 0 ? 1 : 0)) % 10))
      .join('');
    const changed = question.replace(number, other);
    const token =
      changed.match(/[\p{L}\p{N}.,-]*\d[\p{L}\p{N}.,-]*/gu)?.find((one) => one.includes(other)) ?? other;
    if (!other.startsWith('0') && other !== number && isNew(token.replaceAll(/[.,-]+$/g, ''), snapshot))
      return changed;
  }
  return undefined;
}

/** The first name of the glossary in the question as another one: one that stands nowhere, and one of the glossary. */
function withNames(question: string, snapshot: Snapshot): [Sort, string][] {
  const found = nameIn(question, snapshot.glossary);
  if (!found) return [];
  const { name, entity } = found;
  const { kind } = entity;
  const isSmall = question === question.toLowerCase();
  const put = (other: string) => question.replaceAll(name, isSmall ? other.toLowerCase() : other);
  const others = (otherNames[kind] ?? otherNames.company ?? []).filter((other) => isNew(other, snapshot));
  const known = snapshot.glossary.entities.filter(
    (one) => one.kind === kind && one !== entity && !question.includes(one.name),
  );
  const [other, elsewhere] = [others[below(others.length || 1)], known[below(known.length || 1)]];
  return [
    ...(other ? [['name', put(other)] as [Sort, string]] : []),
    ...(elsewhere ? [['name that stands elsewhere', put(elsewhere.name)] as [Sort, string]] : []),
  ];
}

/** The longest name of the glossary that stands in a question as a whole, as it is written there. */
function nameIn(question: string, { entities }: Glossary): { name: string; entity: Entity } | undefined {
  const forms = entities
    .flatMap((entity) => [entity.name, ...entity.aliases].map((form) => ({ form, entity })))
    .sort((a, b) => b.form.length - a.form.length);
  for (const { form, entity } of forms) {
    const escaped = form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const match = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').exec(question);
    if (match) return { name: match[0], entity };
  }
  return undefined;
}

/** Whether some term of a text stands in none of the documents. */
function isNew(text: string, { terms }: Snapshot): boolean {
  return termsOf(text).some((term) => terms.numberOf(term) === undefined);
}
