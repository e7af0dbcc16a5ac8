import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyGlossary, joinGlossaries, readGlossary } from '../../src/documents/glossary.js';
import { compileGlossary } from '../../src/index/query/glossary-match.js';

const read = (text: string, path = 'glossary.yaml') => readGlossary({ path, bytes: Buffer.from(text) });

describe('readGlossary', () => {
  it('reads names and groups of synonyms', () => {
    const { glossary, problems } = read(
      'entities:\n  - name: Huawei\n    kind: company\n    chinese: [华为]\nsynonyms:\n  - [curb, sanction]\n',
      'glossary.yaml',
    );
    expect(problems).toEqual([]);
    expect(glossary).toEqual({
      entities: [{ name: 'Huawei', kind: 'company', aliases: [], chinese: ['华为'] }],
      synonyms: [['curb', 'sanction']],
    });
  });

  it('takes an empty file for an empty glossary', () => {
    expect(read('', 'glossary.yaml')).toEqual({ glossary: emptyGlossary, problems: [] });
  });

  it('reports each mistake by its line', () => {
    const { problems } = read(
      'entities:\n  - name: Huawei\n    kind: company\n  - name: Biren\n    knid: company\nsynonyms:\n  - [alone]\n',
      'glossary.yaml',
    );
    expect(problems.map(({ kind, line }) => ({ kind, line }))).toEqual([
      { kind: 'glossary', line: 4 },
      { kind: 'glossary', line: 4 },
      { kind: 'glossary', line: 7 },
    ]);
  });

  it('reports what is not YAML, and what would grow without bound', () => {
    expect(read('entities: [', 'g.yaml').problems[0]).toMatchObject({
      kind: 'glossary',
      file: 'g.yaml',
      line: 1,
    });
    expect(read('synonyms: *nowhere', 'g.yaml').problems).toHaveLength(1);
  });

  it('finds nothing wrong with the glossary that ships', () => {
    const file = new URL('../../../knowledge/glossary.yaml', import.meta.url);
    expect(read(readFileSync(file, 'utf8'), 'glossary.yaml').problems).toEqual([]);
  });

  it('adds one glossary to another', () => {
    const one = { entities: [], synonyms: [['a', 'b']] };
    expect(joinGlossaries(one, one).synonyms).toHaveLength(2);
  });
});

describe('compileGlossary', () => {
  it('takes names of any length', () => {
    const long = '联盟'.repeat(200_000);
    const entity = { name: 'Alliance', kind: 'alliance', aliases: [], chinese: ['联盟', long] };
    const names = compileGlossary({ entities: [entity], synonyms: [] });
    expect(names.chineseAt('产业联盟', 2)?.units).toBe(2);
    expect(names.chineseAt(long, 0)?.units).toBe(400_000);
  });
});
