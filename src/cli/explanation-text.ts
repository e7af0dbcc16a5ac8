import type {
  ExplainedGate,
  ExplainedTerm,
  ExplainedWay,
  Explanation,
  ScoreParts,
} from '../answer/explain.js';
import { terminal, explanation as words } from '../copy/terminal.js';

/** An explanation for a person at a terminal: a section for each step, in the order in which it was taken. */
export function explanationText(explanation: Explanation): string {
  const { passages, sentences, found } = explanation;
  return [
    section(words.terms, termLines(explanation)),
    section(
      words.passages(passages.length, found.passages),
      passages.map(({ place, score, parts }, i) => [
        `${i + 1}. ${terminal.citation(place)}`,
        `   ${scoreLine(score, parts, (name) => words.passageParts[name])}`,
      ]),
    ),
    section(
      words.sentences(sentences.length, found.sentences),
      sentences.map(({ place, text, score, parts, known }, i) => [
        `${i + 1}. “${text}”`,
        `   ${terminal.citation(place)}`,
        `   ${scoreLine(score, parts, (name) => name)}`,
        ...(known ? [`   ${words.known(known.question, known.likeness)}`] : []),
      ]),
    ),
    section(words.excerpts, excerptLines(explanation)),
    section(words.gate, gateLines(explanation)),
  ].join('\n\n');
}

function section(title: string, lines: readonly (string | readonly string[])[]): string {
  const all = lines.length > 0 ? lines.flat() : [words.nothingFound];
  return [title, ...all.map((line) => `  ${line}`)].join('\n');
}

function termLines({ english, terms }: Explanation): string[] {
  if (terms.length === 0) return [words.noTerms];
  return [...(english === undefined ? [] : [words.english(english)]), ...terms.flatMap(waysOf)];
}

/** The word as asked, and a line for each origin and weight of what is looked for. */
function waysOf({ asked, ways }: ExplainedTerm): string[] {
  const byOrigin = new Map<string, Set<string>>();
  for (const way of ways) {
    const origin = `${words.origins[way.origin]}, ${decimal(way.weight)}`;
    byOrigin.set(origin, (byOrigin.get(origin) ?? new Set()).add(wayText(way)));
  }
  return [asked, ...[...byOrigin].map(([origin, texts]) => `  ${origin}: ${[...texts].join(', ')}`)];
}

function wayText({ terms, isKnown }: ExplainedWay): string {
  return isKnown ? terms.join(' ') : `${terms.join(' ')} (${words.unknown})`;
}

/** `7.10 = 5.00 words + 2.10 meaning`; parts that add nothing are left out. */
function scoreLine<Name extends string>(
  score: number,
  parts: ScoreParts<Name>,
  nameOf: (name: Name) => string,
): string {
  const sum = parts
    .filter(({ amount }) => amount !== 0)
    .map(({ name, amount }) => `${decimal(amount)} ${nameOf(name)}`);
  return `${decimal(score)} = ${sum.join(' + ') || decimal(0)}`;
}

function excerptLines({ answer, found }: Explanation): string[] {
  if (answer.excerpts.length === 0) return [];
  const lines = answer.excerpts.flatMap(({ text, citation }, i) => [
    `${i + 1}. “${text}”`,
    `   ${terminal.citation(citation)}`,
  ]);
  const parts = found.parts > 0 ? [words.parts(found.parts)] : [];
  return [...parts, ...words.verdicts[answer.verdict], ...lines];
}

function gateLines({ gate, answer }: Explanation): string[] {
  const off = gate.isOn ? [] : [words.off];
  if (gate.logOdds === undefined) return [words.closedAsNothingFound, ...off];
  return [
    row(words.signalColumns, ''),
    ...gate.signals.map(({ name, meaning, value, weight, contribution }) =>
      row([value, weight, contribution].map(decimal), `${name}: ${meaning}`),
    ),
    row(['', '', decimal(gate.bias)], words.bias),
    row(['', '', decimal(gate.logOdds)], words.sum),
    row(['', '', decimal(gate.subject)], words.subject),
    gateVerdict(gate),
    ...(gate.verdict === 'answered' ? gate.objections.map((objection) => words.objections[objection]) : []),
    ...(answer.verdict === 'none' && !answer.isOnSubject ? [words.offSubject] : []),
    ...off,
  ];
}

function gateVerdict({ verdict, probability, bounds }: ExplainedGate): string {
  return words.gateVerdicts[verdict](decimal(probability), decimal(bounds.answered), decimal(bounds.none));
}

function row(numbers: readonly string[], text: string): string {
  return `${numbers.map((number) => number.padStart(7)).join('')}  ${text}`.trimEnd();
}

function decimal(value: number): string {
  return value.toFixed(2);
}
