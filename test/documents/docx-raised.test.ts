import { describe, expect, it } from 'vitest';
import { documentOf, lines, OFFICE, run, value, WORD } from '../support/word-files.js';

describe('raised text in a Word document', () => {
  const up = (text: string) => run(text, value('vertAlign', 'superscript'));
  const down = (text: string) => run(text, value('vertAlign', 'subscript'));

  it('is an exponent, a note, an ending or an index', async () => {
    const body = lines(
      run('It lifts 10'),
      up('3'),
      run(' kg.'),
      up('4'),
      run(' The 2'),
      up('nd'),
      run(' uses CO'),
      down('2'),
      run('.'),
    );
    expect((await documentOf(body)).text).toBe('It lifts 10³ kg. The 2nd uses CO₂.');
  });
});

describe('what stands raised in a Word document without saying so itself', () => {
  const relations = `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="s" Type="${OFFICE}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

  it('is raised by its style', async () => {
    const style = `<w:style w:type="character" w:styleId="Up"><w:name w:val="Power"/><w:rPr>${value('vertAlign', 'superscript')}</w:rPr></w:style>`;
    const document = await documentOf(
      lines(run('It lifts 10'), run('12', value('rStyle', 'Up')), run(' kg.')),
      {
        'word/styles.xml': `<w:styles ${WORD}>${style}</w:styles>`,
        'word/_rels/document.xml.rels': relations,
      },
    );
    expect(document.text).toBe('It lifts 10¹² kg.');
  });

  it('is raised by its place, in small letters', async () => {
    const place = (shift: number, size: number) => value('position', shift) + value('sz', size);
    const body = lines(
      run('It lifts 10'),
      run('12', place(8, 14)),
      run(' kg in '),
      run('40', place(8, 24)),
      run(' cm.'),
    );
    expect((await documentOf(body)).text).toBe('It lifts 10¹² kg in 40 cm.');
  });

  it('is a power, an index or a fraction of a formula', async () => {
    const math = (name: string, content: string) => `<m:${name}>${content}</m:${name}>`;
    const term = (text: string) => math('r', math('t', text));
    const power = math('sSup', math('e', term('10')) + math('sup', term('12')));
    const index = math('sSub', math('e', term('v')) + math('sub', term('0')));
    const half = math('f', math('num', term('1')) + math('den', term('2')));
    const formula = (content: string) =>
      math('oMath xmlns:m="urn:m"', content).replace('</m:oMath xmlns:m="urn:m">', '</m:oMath>');
    const body = lines(
      run('It lifts '),
      formula(power),
      run(' kg at '),
      formula(index),
      run(' and '),
      formula(half),
      run(' more'),
      formula(`<w:del w:id="1">${half}${term(' less')}</w:del><w:ins w:id="2">${term(' or so')}</w:ins>`),
      run('.'),
    );
    expect((await documentOf(body)).text).toBe('It lifts 10¹² kg at v₀ and 1/2 more or so.');
  });
});
