import { copy } from './en.js';

/** The words of `npm run ask`. */
export const terminal = {
  usage: `Usage:
  npm run --silent ask -- [--knowledge DIR] [--no-gate] [--json | --explain] "question"
  npm run --silent ask -- [--knowledge DIR] [--no-gate] --jsonl < questions.jsonl
  npm run --silent ask -- [--knowledge DIR] --text ID`,
  declined: copy.ask.declined,
  closest: 'Closest:',
  nothingNear: 'Nothing in the documents comes close. Try other words.',
  citation: (parts: { title: string; headings: readonly string[]; paragraph: number; page?: number }) =>
    [
      [parts.title, ...parts.headings].join(' › '),
      ...(parts.page === undefined ? [] : [copy.citation.page(parts.page)]),
      copy.citation.paragraph(parts.paragraph),
    ].join(', '),
  badLine: (line: number, detail: string) => `line ${line}: ${detail}`,
  notJson: 'is not JSON',
  noDocument: (id: string, ids: readonly string[]) =>
    `There is no document "${id}". ${ids.length > 0 ? `There are: ${ids.join(', ')}` : 'The folder has no documents.'}`,
} as const;
