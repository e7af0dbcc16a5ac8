import fc from 'fast-check';
import type { HostileFile } from './files.js';
import { hostileText, TELLING } from './texts.js';

// What is read as data and means harm: front matter, what stands beside a document, names and questions.

/** YAML that means more, or other, than it seems. */
const SCALARS = [
  ...[
    'a',
    '"a',
    "'a",
    '!!js/function x',
    '!!python/object:os.system x',
    '&a *a',
    '*nobody',
    '<<: *a',
    '? a',
    '- - - a',
  ],
  ...[
    '{a: {a: {a: b}}}',
    '[[[[a',
    '2025-13-45',
    '.inf',
    '0x1F',
    '1_000',
    '~',
    '|\n  a\n b',
    '>-\n\ta',
    '%TAG ! x',
    '--- a',
    '...',
  ],
  ...[
    '__proto__: {a: b}',
    'constructor: a',
    'toString: a',
    'javascript:alert(1)',
    'https://u:p@evil.test/',
    '!!binary AAAA',
    '\u2028',
    '#',
  ],
];
const yamlValue = fc.oneof(
  fc.constantFrom(...SCALARS),
  hostileText(80).map((text) => JSON.stringify(text)),
  hostileText(80),
  fc
    .tuple(
      fc.constantFrom('[', '{a: ', '- ', '? ', '&a [*a, ', '- ? ', '  ', '!!a '),
      fc.integer({ min: 1, max: 3_000 }),
    )
    .map(([piece, times]) => piece.repeat(times)),
);

function yamlOf(keys: readonly string[]): fc.Arbitrary<string> {
  const entry = fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.constantFrom(...TELLING)), yamlValue);
  return fc
    .array(entry, { minLength: 1, maxLength: 6 })
    .map((entries) => entries.map(([key, value]) => `${key}: ${value}`).join('\n'));
}

/** What stands beside a document and says what it is. */
export const sidecar: fc.Arbitrary<string> = yamlOf([
  'title',
  'publisher',
  'author',
  'published',
  'as_of',
  'url',
  'tags',
  'retrieved',
]);

/** Markdown with front matter. */
export const frontMatter: fc.Arbitrary<HostileFile> = sidecar.map((yaml) => ({
  filename: 'front.md',
  bytes: Buffer.from(`---\n${yaml}\n---\n\n# Harbour\n\nThe ferry leaves at noon.\n`),
}));

export const glossary: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('entities:\n  - ', 'synonyms:\n  - ', 'entities: ', ''),
    yamlOf(['name', 'kind', 'aliases', 'chinese', 'entities', 'synonyms']),
  )
  .map(([head, yaml]) => head + yaml.replaceAll('\n', '\n    '));

export const judgedQuestions: fc.Arbitrary<string> = yamlOf([
  'question',
  'document',
  'says',
  'also',
  'declined',
  'why',
]).map((yaml) => `- ${yaml.replaceAll('\n', '\n  ')}`);

export const askedQuestions: fc.Arbitrary<string> = yamlOf(['answer', 'asked']).map(
  (yaml) => `- ${yaml.replaceAll('\n', '\n  ')}`,
);
