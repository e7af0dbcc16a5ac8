import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonMarkdown } from '../../src/documents/formats/markdown/markdown-dialects.js';
import { documentOf, outline, read } from '../support/documents-reading.js';

const text = (...lines: string[]) => documentOf('file.md', lines.join('\n')).text;
const paragraphs = (...lines: string[]) => outline(documentOf('file.md', lines.join('\n'))).paragraphs;

/** What is read where the block stands between two others, which it must leave alone. */
function between(...lines: string[]) {
  const [first, ...rest] = paragraphs('## Part', '', 'Before.', '', ...lines, '', 'After.');
  expect([first, rest.pop()]).toEqual([
    ['Part', 'Before.'],
    ['Part', 'After.'],
  ]);
  return rest.map(([part, ...others]) => {
    expect(part).toBe('Part');
    return others;
  });
}

describe('callouts', () => {
  it.each([
    ['an alert of GitHub', ['> [!NOTE]', '> The fee is due.']],
    ['an alert in small letters', ['> [!important]', '>', '> The fee is due.']],
    ['a callout of Obsidian', ['> [!info]-', '> The fee is due.']],
    ['an admonition of MkDocs', ['!!! note', '    The fee is due.']],
    ['one with no title', ['!!! note ""', '', '    The fee is due.']],
    ['one that can be folded', ['???+ tip inline end', '    The fee is due.']],
    ['a container of Docusaurus', [':::tip', 'The fee is due.', ':::']],
    ['one with blank lines', [':::note', '', 'The fee is due.', '', ':::']],
    ['a block of Pandoc', ['::: {.callout-note}', 'The fee is due.', ':::']],
    ['a directive of MyST', ['```{note}', ':class: dropdown', 'The fee is due.', '```']],
    ['a container with more colons', ['::::caution', 'The fee is due.', '::::']],
  ])('leaves of %s its text', (_, lines) => {
    expect(between(...lines)).toEqual([['The fee is due.']]);
  });

  it.each([
    ['Obsidian', ['> [!warning] Not *final*', '> It may change.']],
    ['Obsidian, with a size', ['> [!info|wide]+ Not final', '>', '> It may change.']],
    ['MkDocs', ['!!! warning "Not final"', '    It may change.']],
    ['MkDocs, folded', ['??? question "Not final"', '', '    It may change.']],
    ['a tab', ['=== "Not final"', '', '    It may change.']],
    ['Docusaurus', [':::warning Not final', 'It may change.', ':::']],
    ['Docusaurus, in brackets', [':::warning[Not final]', 'It may change.', ':::']],
    ['Quarto', ['::: {.callout-warning title="Not final"}', 'It may change.', ':::']],
    ['VitePress', ['::: details Not final {open}', 'It may change.', ':::']],
    ['MyST', ['```{admonition} Not final', 'It may change.', '```']],
  ])('takes its title for a heading over it alone: %s', (_, lines) => {
    expect(between(...lines)).toEqual([['Not final', 'It may change.']]);
  });

  it('may stand in one another, in lists, and have lists and code in them', () => {
    const nested = ['!!! note "Outer"', '    One.', '    !!! tip "Inner"', '        Two.', '    Three.'];
    expect(between(...nested)).toEqual([
      ['Outer', 'One.'],
      ['Outer', 'Inner', 'Two.'],
      ['Outer', 'Three.'],
    ]);
    expect(between('::::note[Outer]', 'One.', ':::tip[Inner]', 'Two.', ':::', '::::')).toEqual([
      ['Outer', 'One.'],
      ['Outer', 'Inner', 'Two.'],
    ]);
    expect(between('- One.', '', '    !!! note', '        Two.', '', '- Three.')).toEqual([
      ['One.\nTwo.\nThree.'],
    ]);
    expect(between('!!! note', '    - One.', '    - Two.', '', '    ```', '    a  b', '    ```')).toEqual([
      ['One.\nTwo.'],
      ['a  b'],
    ]);
  });

  it('end where nothing is indented, also without a blank line', () => {
    expect(between('!!! note', '    One.', 'Two.')).toEqual([['One.'], ['Two.']]);
  });

  it('are no callouts where the signs are text: in code, unclosed, or within a line', () => {
    for (const lines of [
      ['```', '!!! note', '    One.', ':::tip', 'Two.', ':::', '```'],
      ['````', '```{note}', 'One.', '```', '````'],
    ])
      expect(text(...lines)).toBe(lines.slice(1, -1).join('\n'));
    expect(text('So it is!!! note well', '', ':::tip without an end')).toBe(
      'So it is!!! note well\n\n:::tip without an end',
    );
    expect(text('> [!] is a sign', '', 'See [!NOTE] there')).toBe('[!] is a sign\n\nSee [!NOTE] there');
  });
});

describe('links and comments of wikis', () => {
  it.each([
    ['See [[Harbor Alliance|the alliance]] and [[Tidewater]].', 'See the alliance and Tidewater.'],
    ['See [[Alliance#Fees]] and [[Alliance#^a1b2]].', 'See Alliance > Fees and Alliance.'],
    ['See [[Alliance|its *own* page]] here.', 'See its own page here.'],
    ['Here: ![[fees.png|300]] it is.', 'Here: it is.'],
    ['| a [[B\\|c]] | d |\n|---|---|', 'a c | d'],
    ['It is so.[[1]](#n1) `[[code]]` \\[[no link\\]]', 'It is so.[1] [[code]] [[no link]]'],
    ['The fee %%check this%% is ==due== now. ^fee-2025', 'The fee is due now.'],
    ['The fee is due.\n^fee', 'The fee is due.'],
    ['It grew by 100%% and `%%time%%`.', 'It grew by 100%% and %%time%%.'],
  ])('%s', (line, shown) => {
    expect(text(...line.split('\n'))).toBe(shown);
  });

  it('leave out a comment over several lines', () => {
    expect(between('%%', 'Ask Gao', 'about this', '%%')).toEqual([]);
    expect(between('{/* Ask Gao', 'about this */}')).toEqual([]);
  });
});

describe('what is not for readers', () => {
  it.each([
    ['## Fees {#fees .wide}\n\nText.', 'Fees\n\nText.'],
    ['The fee is due.\n{: .note}', 'The fee is due.'],
    [
      'A [link](x.md){target="_blank" .button}, `code`{.js} and **words**{: #id }.',
      'A link, code and words.',
    ],
    ["import Tabs from '@theme/Tabs';\n\nThe fee is due.", 'The fee is due.'],
    ['export const fee = 200;\n\nThe fee is due.', 'The fee is due.'],
    [
      '<Tabs groupId="os">\n<TabItem value="a">\n\nThe fee is **due**.\n\n</TabItem>\n</Tabs>',
      'The fee is due.',
    ],
    ['<Card\n  title="Fees"\n  icon="x"\n/>\n\nThe fee is due.', 'The fee is due.'],
    ['<Highlight color="red">The fee</Highlight> is due.', 'The fee is due.'],
    ['{{< note >}}\nThe fee is due.\n{{< /note >}}', 'The fee is due.'],
    ['See [the page]({{< ref "fees.md" >}}) on fees.', 'See the page on fees.'],
    ['{% include nav.html %}\n\nThe fee is due.', 'The fee is due.'],
    // What a program would put there is not known, and a hole says less than its name.
    ['As of {% include v.html %} it has {{< firms >}}.', 'As of {% include v.html %} it has {{< firms >}}.'],
    ['See [the fees][fees]{ .button }.\n\n[fees]: x.md', 'See the fees.'],
    ['{{% note %}}The fee is due.{{% /note %}}', 'The fee is due.'],
    ['The fee is [200 yuan]{.smallcaps} a year.{: .lead}', 'The fee is 200 yuan a year.'],
    ['[TOC]\n\nThe fee is due.\n\n*[HA]: Harbor Alliance', 'The fee is due.'],
    ['--8<-- "fees.md"\n\nThe fee is due.', 'The fee is due.'],
    [
      'It says `{#id}`, {braces}, x^{i=1} and {{ name }}.',
      'It says {#id}, {braces}, x^{i=1} and {{ name }}.',
    ],
  ])('%s', (lines, shown) => {
    expect(text(...lines.split('\n'))).toBe(shown);
  });

  it('keeps the code of a generator as code', () => {
    expect(text('{{< highlight toml >}}', '[fees]', 'year = 2025', '{{< /highlight >}}', '', 'Text.')).toBe(
      '[fees]\nyear = 2025\n\nText.',
    );
  });
});

describe('definition lists', () => {
  it('have the term before each of its definitions', () => {
    expect(
      between('Fee', ': What a member pays.', '', 'Seat', ':   A place on the board.', ':   A vote.'),
    ).toEqual([['Fee: What a member pays.\nSeat: A place on the board.\nSeat: A vote.']]);
    expect(between('会费', '', ': 每年二十万元。')).toEqual([['会费：每年二十万元。']]);
  });

  it('go on in indented paragraphs', () => {
    expect(between('Fee', ':   What a member pays', '    each March.', '', '    It is due.')).toEqual([
      ['Fee: What a member pays each March.\nIt is due.'],
    ]);
  });

  it('are none where a colon stands elsewhere', () => {
    expect(text('Fee: 200', ':smile: all')).toBe('Fee: 200 :smile: all');
    expect(text('| a | b |', '| :--- | ---: |', '| c | d |')).toBe('a | b\nc | d');
  });
});

describe('raised, lowered and struck text', () => {
  it.each([
    ['10<sup>26</sup> FLOPs and 10^25^ more', '10²⁶ FLOPs and 10²⁵ more'],
    ['H<sub>2</sub>O and CO~2~', 'H₂O and CO₂'],
    ['Prices fell.<sup>3</sup> They rose.', 'Prices fell. They rose.'],
    [
      'Prices fell.<sup>[4](#n4)</sup> They rose on the 1<sup>st</sup>.',
      'Prices fell. They rose on the 1st.',
    ],
    ['The chair is ~~Wu Min~~ Gao Lei.', 'The chair is Gao Lei.'],
    ['The <s>old</s> chair left; <del>he</del> she stays ~~here~~.', 'The chair left; she stays.'],
    [
      'The fee is {--200--}{++300++} yuan{>>sure?<<}, {~~payed~>paid~~} in {==March==}.',
      'The fee is 300 yuan, paid in March.',
    ],
    ['It costs ~200–~300 yuan.', 'It costs ~200–~300 yuan.'],
    ['A <span style="display: none">hidden</span> word.', 'A word.'],
    ['| Power | 10<sup>9</sup> |\n|---|---|', 'Power | 10⁹'],
    ['A <sup>tag that nobody closes.', 'A tag that nobody closes.'],
  ])('%s', (lines, shown) => {
    expect(text(...lines.split('\n'))).toBe(shown);
  });
});

describe('Chinese in Markdown', () => {
  it.each([
    ['会费为**五千元。**每年缴纳。', '会费为五千元。每年缴纳。'],
    ['请看**“会费”**一节，**（一）资金**一条。', '请看“会费”一节，（一）资金一条。'],
    ['会费为~~四千元。~~五千元，代表为张**和李某。', '会费为五千元，代表为张**和李某。'],
  ])('has bold and struck words where a punctuation mark stands within the signs: %s', (line, shown) => {
    expect(text(line)).toBe(shown);
  });

  it('has headings by the numbers of sections, as in other formats', () => {
    const [goal, funds] = ['到今年底，建成三个共用的测试场。', '由市财政局统筹安排。'];
    expect(
      paragraphs('# 计划', '', '**一、目标**', '', goal, '', '二、措施', '', '（一）资金', '', funds),
    ).toEqual([
      ['一、目标', goal],
      ['二、措施', '（一）资金', funds],
    ]);
  });
});

describe('HTML in Markdown', () => {
  it('is read block by block: tables with their rows, paragraphs, lists and headings', () => {
    expect(
      text(
        '<h1 align="center">Members</h1>',
        '',
        '<table><tr><th>Member</th><th>Seat</th></tr><tr><td>StepFun</td><td>founder</td></tr></table>',
        '',
        '<p>The seat costs <b>50,000</b> yuan.</p>',
        '',
        '<ul><li>One</li><li>Two</li></ul>',
      ),
    ).toBe('Members\n\nMember | Seat\nStepFun | founder\n\nThe seat costs 50,000 yuan.\n\nOne\nTwo');
  });

  it('goes on behind blank lines in a table, also where it is indented', () => {
    expect(
      text('<table>', '', '  <tr><td>A</td>', '', '    <td>B</td></tr>', '', '</table>', '', 'After.'),
    ).toBe('A | B\n\nAfter.');
  });

  it('has Markdown between its tags', () => {
    expect(text('<details>', '<summary>Who pays?</summary>', '', 'The **members**.', '', '</details>')).toBe(
      'Who pays?\n\nThe members.',
    );
    expect(
      text('<div align="center">', '', '# Title', '', '</div>', '', '<!-- a > comment -->', '', 'Text.'),
    ).toBe('Title\n\nText.');
  });

  it('in a list stands with its item', () => {
    expect(text('- One', '', '  <p>Two</p>', '- Three')).toBe('One\nTwo\nThree');
  });

  it('is not read where it is deeper than people write', () => {
    expect(text(`${'<div>'.repeat(5_000)}deep`, '', 'Text.')).toBe('Text.');
  });
});

describe('blocks in one another', () => {
  const nested = (depth: number) =>
    [
      ...Array.from({ length: depth }, (_, i) => `${'    '.repeat(i)}!!! note "Box ${i + 1}"`),
      `${'    '.repeat(depth)}The fee is due.`,
    ].join('\n');

  it('are read as deep as people write them, with their titles over what is in them', () => {
    const { document } = read('a.md', `# T\n\n${nested(5)}\n`);
    expect(document?.paragraphs.at(-1)?.headings).toEqual(['Box 1', 'Box 2', 'Box 3', 'Box 4', 'Box 5']);
  });

  it('are refused where they are deeper, by the line that is', () => {
    const { document, problems } = read('a.md', `# T\n\n${nested(6)}\n`);
    expect(document).toBeUndefined();
    expect(problems).toEqual([{ file: 'a.md', line: 8, kind: 'too-deep' }]);
    // Each level of these would be looked through for each that is in it.
    const [open, close] = [':::note Box\n'.repeat(2_000), ':::\n'.repeat(2_000)];
    expect(read('a.md', `${open}The fee is due.\n${close}`).problems).toMatchObject([{ kind: 'too-deep' }]);
  });

  it('are read in a time that grows with their number: after 500, a title is a paragraph', () => {
    const boxes = Array.from(
      { length: 502 },
      (_, i) => `:::note Box ${i + 1}\nThe fee ${i + 1} is due.\n:::`,
    );
    const { document } = read('a.md', `# T\n\n${boxes.join('\n')}\n`);
    if (!document) expect.unreachable();
    const { paragraphs } = outline(document);
    expect(paragraphs[499]).toEqual(['Box 500', 'The fee 500 is due.']);
    expect(paragraphs.slice(500)).toEqual([
      ['Box 501'],
      ['The fee 501 is due.'],
      ['Box 502'],
      ['The fee 502 is due.'],
    ]);
  });
});

describe('the lines of a file', () => {
  it('are told as they are in the file, whatever was put between them', () => {
    const { problems } = read(
      'a.md',
      ['!!! note "T"', '    One.', '!!! tip "U"', '    Two.', 'Three.[^x]'].join('\n'),
    );
    expect(problems).toEqual([{ file: 'a.md', line: 5, kind: 'footnote-undefined', name: 'x' }]);
  });

  it('are read once, in order, and none is made up', () => {
    const lines = fc.constantFrom(
      ...[
        '!!! note "T"',
        '    text',
        ':::tip',
        ':::',
        'Term',
        ': def',
        '',
        '```',
        '> [!note] x',
        '%%',
        '<Tab',
        '/>',
      ],
      ...[
        '    !!! tip',
        '        deep',
        '```{note}',
        '{{< code >}}',
        '{{< /code >}}',
        'export const a = [',
        '- item',
      ],
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 30 }), (file) => {
        const { markdown, lineOf } = commonMarkdown(file.join('\n'));
        const numbers = markdown.split('\n').map((_, position) => lineOf(position + 1));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(numbers.every((number) => number >= 1 && number <= Math.max(1, file.length))).toBe(true);
      }),
    );
  });
});
