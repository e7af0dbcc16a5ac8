import { sha256 } from '../../src/documents/sha256.js';

/** As every release wrote one. */
export const alpha = JSON.stringify({
  id: 'a',
  title: 'a',
  text: 'Alpha.',
  references: [],
  tags: [],
  paragraphs: [
    { number: 1, headings: [], start: 0, end: 6, sentences: [{ start: 0, end: 6, references: [] }] },
  ],
});

const hash = sha256(alpha);

/**
 * What a release with that schema version left in its database: one published document, one question. A new
 * migration needs an entry here, written for the schema after it; what an entry has is never changed.
 */
export const written: Record<number, string[]> = {
  1: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', 'a.md', null, ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}')`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt')`,
  ],
  2: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', 'a.md', null, ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}', '{"entities":[],"synonyms":[]}')`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt')`,
    `insert into thumbs values ('q1', 'ann', 1)`,
  ],
  3: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', 'a.md', null, ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}', '{"entities":[],"synonyms":[]}')`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt', 2)`,
    `insert into thumbs values ('q1', 'ann', 1, 'unsure')`,
  ],
  4: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', 'a.md', null, ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into known_questions values
      ('k1', '[{"question":"Who?","answers":[{"document":"a","text":"Alpha."}]}]', '2026-01-01T00:00:00.000Z')`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}', '{"entities":[],"synonyms":[]}', 'k1')`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt', 2)`,
    `insert into thumbs values ('q1', 'ann', 1, 'unsure')`,
  ],
  5: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into known_questions values
      ('k1', '[{"question":"Who?","answers":[{"document":"a","text":"Alpha."}]}]', '2026-01-01T00:00:00.000Z')`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}', '{"entities":[],"synonyms":[]}', 'k1')`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null', 'o1')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt', 2)`,
    `insert into thumbs values ('q1', 'ann', 1, 'unsure')`,
  ],
  6: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into known_questions values
      ('k1', '[{"question":"Who?","answers":[{"document":"a","text":"Alpha."}]}]', '2026-01-01T00:00:00.000Z', 62)`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}', '{"entities":[],"synonyms":[]}', 'k1', 0)`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null', 'o1')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt', 2)`,
    `insert into thumbs values ('q1', 'ann', 1, 'unsure')`,
  ],
  7: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into known_questions values
      ('k1', '[{"question":"Who?","answers":[{"document":"a","text":"Alpha."}]}]', '2026-01-01T00:00:00.000Z', 62)`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}', '{"entities":[],"synonyms":[]}', 'k1', 0)`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null', 'o1')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt', 2)`,
    `insert into thumbs values ('q1', 'ann', 1, 'unsure')`,
  ],
  8: [
    `insert into collections values ('shared', 1)`,
    `insert into documents values ('${hash}', 't1', '${alpha}', ${alpha.length}, '2026-01-01T00:00:00.000Z')`,
    `insert into known_questions values
      ('k1', '[{"question":"Who?","answers":[{"document":"a","text":"Alpha."}]}]', '2026-01-01T00:00:00.000Z', 62)`,
    `insert into revisions values ('shared', 1, 'host', '2026-01-01T00:00:00.000Z', '{}', '{"entities":[],"synonyms":[]}', 'k1', 0)`,
    `insert into revision_documents values ('shared', 1, 0, 'a', '${hash}', 1, 'null', 'o1')`,
    `insert into guilds values ('1', '{"questionLog":true}', null)`,
    `insert into questions values
      ('q1', '1', 'who', 'Who?', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 0, 'salt', 2)`,
    `insert into thumbs values ('q1', 'ann', 1, 'unsure')`,
    `insert into reports values
      ('r1', '1', '2026-01-02T00:00:00.000Z', 'outdated', null, 'Who?', 'a', 'A', 't1', 0, 6, 'Alpha.', 1, null, 'kann', 'salt')`,
  ],
};
