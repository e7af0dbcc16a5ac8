import { en } from '../copy/en/en.js';
import { knowledgeTerminal as words } from '../copy/knowledge-terminal.js';
import { inBrackets } from '../documents/word-diff.js';
import { type Preview, questionCounts } from '../library/preview.js';

/** A preview for a terminal, line by line: `+`, `-` and `~` for documents, `!` for what needs a look. */
export function previewLines(preview: Preview): string[] {
  const { added, removed, changed, unchanged, passages, answers } = preview;
  return [
    `${words.counts({ added: added.length, changed: changed.length, removed: removed.length, unchanged })}; ${words.passages(passages.before, passages.after)}`,
    ...added.map(({ id, title }) => `+ ${id}  ${title}`),
    ...removed.map(({ id, title }) => `- ${id}  ${title}`),
    ...changed.flatMap(({ id, title, fields, lines, moreLines }) => [
      `~ ${id}  ${title}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`,
      ...lines.map((line) => `    ${line.sign} ${inBrackets(line)}`),
      ...(moreLines > 0 ? [`    ${words.moreLines(moreLines)}`] : []),
    ]),
    ...(preview.glossaryChanged ? [`~ ${words.glossary}`] : []),
    ...questionLines(preview.knownQuestions),
    ...preview.problems.map((problem) => `! ${en.problem(problem)}`),
    ...preview.warnings.map((warning) => `! ${words.warning(warning)}`),
    ...(answers.compared > 0 ? [words.answers(answers.changed.length, answers.compared)] : []),
    ...answers.changed.flatMap(({ question, before, after }) => [
      `  ${question}`,
      `    - ${before?.text ?? words.noAnswer}`,
      `    + ${after?.text ?? words.noAnswer}`,
    ]),
  ];
}

function questionLines({ added, removed, changed }: Preview['knownQuestions']): string[] {
  const heading = words.knownQuestions(questionCounts({ added, removed, changed }));
  if (heading === '') return [];
  const signed = { '+': added, '-': removed, '~': changed };
  const lines = Object.entries(signed).flatMap(([sign, { first }]) =>
    first.map((question) => `    ${sign} ${question}`),
  );
  const more = added.count + removed.count + changed.count - lines.length;
  return [`~ ${heading}`, ...lines, ...(more > 0 ? [`    ${words.moreQuestions(more)}`] : [])];
}
