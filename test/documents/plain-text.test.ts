import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf, outline, sentences } from '../support/documents-reading.js';

const evalDir = process.env.EVAL_DIR;

const FIRST =
  'Two groups of companies were founded in Shanghai in July. They want to depend less on parts from abroad, and ' +
  'to agree on how chips and models work together.';
const SECOND =
  'The first group has ten members. Some of them make chips, one makes models, and others run data centres that ' +
  'rent out computing time to smaller companies.';
const THIRD =
  'The second group is a committee of the chamber of commerce. It looks after the use of the technology.';

/** Breaks the words of a paragraph at a width, as editors and mail programs do. */
function wrap(text: string, width: number, newline = '\n'): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(newline);
}

const read = (text: string) => outline(documentOf('file.txt', text));

describe('plain text', () => {
  it.skipIf(!evalDir)('reads the article the project began with (needs EVAL_DIR)', () => {
    const file = 'emerging-alliances-in-chinas-ai-sector';
    const document = documentOf(
      `${file}.txt`,
      readFileSync(join(evalDir ?? '', '../seed', `${file}.txt`), 'utf8'),
    );
    const gold = JSON.parse(readFileSync(join(evalDir ?? '', 'seed-paragraphs.json'), 'utf8'));
    const found = document.paragraphs.map(({ number, headings, start, end }) => ({
      paragraph: number,
      section: headings.at(-1) ?? '',
      text: document.text.slice(start, end),
      start,
      end,
    }));
    expect(document.title).toBe('Emerging Alliances in China’s AI Sector');
    expect(found).toEqual(gold);
    expect(new Set(found.map(({ section }) => section)).size).toBe(4);
  });

  const article = {
    title: 'Two groups',
    paragraphs: [[FIRST], ['The Members', SECOND], ['The Committee', THIRD]],
  };

  it.each([
    ['one line a paragraph', ['Two groups', FIRST, 'The Members', SECOND, 'The Committee', THIRD].join('\n')],
    [
      'blank lines between all',
      ['Two groups', FIRST, 'The Members', SECOND, 'The Committee', THIRD].join('\n\n'),
    ],
    [
      'blank lines above headings',
      `Two groups\n${FIRST}\n\nThe Members\n${SECOND}\n\nThe Committee\n${THIRD}\n`,
    ],
    [
      'many blank lines with spaces',
      `\n\n Two groups \n \n\n${FIRST}\n\t\nThe Members\n\n\n${SECOND}\n\nThe Committee\n\n${THIRD}`,
    ],
  ])('finds the title, headings and paragraphs of an article with %s', (_, text) => {
    expect(read(text)).toEqual(article);
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(article);
    expect(read(text.replaceAll('\n', '\r'))).toEqual(article);
  });

  it.each([40, 60, 72, 80, 100])('joins the lines of text that is hard-wrapped at %i columns', (width) => {
    for (const newline of ['\n', '\r\n']) {
      const [first, second, third] = [FIRST, SECOND, THIRD].map((text) => wrap(text, width, newline));
      const gap = newline + newline;
      const text = ['Two groups', first, 'The Members', second, 'The Committee', third].join(gap);
      expect(read(text)).toEqual({
        title: 'Two groups',
        paragraphs: [[first], ['The Members', second], ['The Committee', third]],
      });
    }
  });

  it('finds the sentences of hard-wrapped text', () => {
    const [first] = sentences(documentOf('a.txt', `A title\n\n${wrap(FIRST, 50)}\n\n${wrap(SECOND, 50)}`));
    expect(first?.map((sentence) => sentence.replaceAll('\n', ' ')).join(' ')).toBe(FIRST);
    expect(first).toHaveLength(2);
  });

  it('keeps paragraphs apart that are hard-wrapped without blank lines between them', () => {
    const [first, second] = [wrap(FIRST, 72), wrap(SECOND, 72)];
    expect(read(`${first}\n${second}`).paragraphs).toEqual([[first], [second]]);
  });

  it('reads underlined headings, the double line above the single one', () => {
    const text = `Two groups\n==========\n\n${FIRST}\n\nMembers\n-------\n${SECOND}\n\nCommittee\n---------\n\n${THIRD}`;
    expect(read(text)).toEqual({
      title: 'Two groups',
      paragraphs: [[FIRST], ['Members', SECOND], ['Committee', THIRD]],
    });
  });

  it('reads a heading of capitals that stands right above its wrapped paragraph', () => {
    const [first, second] = [wrap(FIRST, 60), wrap(SECOND, 60)];
    expect(read(`TWO GROUPS\n\n${first}\n\nTHE MEMBERS\n${second}`)).toEqual({
      title: 'TWO GROUPS',
      paragraphs: [[first], ['THE MEMBERS', second]],
    });
  });

  it('reads a heading that stands right above its wrapped paragraph', () => {
    const [first, second, third] = [wrap(FIRST, 60), wrap(SECOND, 60), wrap(THIRD, 60)];
    const long = 'The Members of the Group and What They Make and Sell';
    expect(read(`Two groups\n${first}\n\nThe members\n${second}\n\n${long}\n${third}`)).toEqual({
      title: 'Two groups',
      paragraphs: [[first], ['The members', second], [long, third]],
    });
    expect(read(`Two groups\n${first}\nThe members\n${second}\n${long}\n${third}`)).toEqual({
      title: 'Two groups',
      paragraphs: [[first], ['The members', second], [long, third]],
    });
  });

  it('sees where a paragraph of wrapped text begins by its indent', () => {
    const [first, second] = [wrap(`    ${FIRST}`, 60), wrap(`    ${SECOND}`, 60)];
    expect(read(`${first}\n${second}`).paragraphs).toEqual([[first.trim()], [second.trim()]]);
  });

  it('takes a line with a colon for a heading, but not where it introduces what follows', () => {
    const paragraphs = [
      'Two groups',
      FIRST,
      'Members:',
      SECOND,
      'A speaker of the group said:',
      `“${THIRD}”`,
    ];
    expect(read(paragraphs.join('\n\n')).paragraphs).toEqual([
      [FIRST],
      ['Members', SECOND],
      ['Members', 'A speaker of the group said:'],
      ['Members', `“${THIRD}”`],
    ]);
  });

  it('reads headings of two levels, by their capitals, numbers or signs', () => {
    const body = (a: string, b: string) => `Two groups\n\n${FIRST}\n\n${a}\n\n${b}\n\n${SECOND}`;
    for (const [a, b] of [
      ['THE MEMBERS', 'Makers of chips'],
      ['1. The members', '1.1 Makers of chips'],
    ] as const) {
      expect(read(body(a, b)).paragraphs).toEqual([[FIRST], [a, b, SECOND]]);
    }
    expect(read(body('# The members', '## Makers of chips')).paragraphs).toEqual([
      [FIRST],
      ['The members', 'Makers of chips', SECOND],
    ]);
  });

  it('takes a heading that is a question or ends in an abbreviation', () => {
    const text = ['Two groups', FIRST, 'Who are the members?', SECOND, 'Export Controls in the U.S.', THIRD];
    expect(read(text.join('\n')).paragraphs.map(([heading]) => heading)).toEqual([FIRST, text[2], text[4]]);
  });

  it('leaves the name and date under a title to the text', () => {
    expect(read(`Two groups\nBy Ada Example\nJuly 28, 2025\n${FIRST}`)).toEqual({
      title: 'Two groups',
      paragraphs: [['By Ada Example'], ['July 28, 2025'], [FIRST]],
    });
  });

  it('joins a title of two lines', () => {
    const title =
      'Two groups of companies were founded in Shanghai\nin July and want to depend less on others';
    expect(read(`${title}\n\n${wrap(FIRST, 60)}`).title).toBe(title.replace('\n', ' '));
  });

  it('reads a list as one paragraph and each item as a sentence', () => {
    const list = '- Huawei, which makes chips\n- StepFun. It makes models\n  and more\n- Biren';
    const document = documentOf('a.txt', `Two groups\n\nThe members are:\n\n${list}\n\n${THIRD}`);
    expect(outline(document).paragraphs).toEqual([['The members are:'], [list], [THIRD]]);
    expect(sentences(document)[1]).toEqual([
      '- Huawei, which makes chips',
      '- StepFun.',
      'It makes models\n  and more',
      '- Biren',
    ]);
  });

  it('reads short lines that stand together as a list', () => {
    const names = 'Huawei\nStepFun\nBiren\nEnflame';
    const document = documentOf('a.txt', `Two groups\n\n${FIRST}\n\n${names}\n\n${THIRD}`);
    expect(outline(document).paragraphs).toEqual([[FIRST], [names], [THIRD]]);
    expect(sentences(document)[1]).toEqual(['Huawei', 'StepFun', 'Biren', 'Enflame']);
  });

  it('reads each of the references at the end by itself', () => {
    const list = '[1] Ada Example, Two groups, in: Notes on\n    alliances, 2025.\n[2] Harbor Bureau, Report';
    expect(sentences(documentOf('a.txt', `Two groups\n\n${FIRST}\n\n${list}`))[1]).toEqual(
      list.split(/\n(?=\[)/),
    );
  });

  it('takes the name of the file where there is no title', () => {
    expect(outline(documentOf('notes/my file.txt', `${FIRST}\n\n${SECOND}`))).toEqual({
      title: 'my file',
      paragraphs: [[FIRST], [SECOND]],
    });
    expect(read(FIRST)).toEqual({ title: 'file', paragraphs: [[FIRST]] });
    expect(read('Only these words')).toEqual({ title: 'file', paragraphs: [['Only these words']] });
  });

  it('keeps the file as its canonical text, but for a byte order mark', () => {
    const text = `Two groups\r\n${FIRST}\r\n`;
    const document = documentOf('a.txt', `\ufeff${text}`);
    expect(document.text).toBe(text);
    expect(document.paragraphs[0]?.start).toBe(text.indexOf(FIRST));
  });

  it('reads Chinese text, wrapped or not', () => {
    const first =
      '两个联盟七月在上海成立。它们希望减少对外国技术的依赖，并就芯片与模型如何协同工作达成一致。';
    const second =
      '第一个联盟有十名成员。其中一些生产芯片，一个开发模型，其他的运营数据中心，向小公司出租算力。';
    const expected = { title: '两个联盟', paragraphs: [[first], ['成员', second]] };
    expect(read(['两个联盟', first, '成员', second].join('\n'))).toEqual(expected);
    expect(read(['两个联盟', first, '成员', second].join('\n\n'))).toEqual(expected);
    const wrapped = (text: string) => text.replace(/(.{20})/g, '$1\n').trim();
    expect(read(['两个联盟', wrapped(first), '成员', wrapped(second)].join('\n\n'))).toEqual({
      title: '两个联盟',
      paragraphs: [[wrapped(first)], ['成员', wrapped(second)]],
    });
    expect(sentences(documentOf('a.txt', `标题\n\n${wrapped(first)}`))[0]).toHaveLength(2);
  });

  /** What is copied with an article of an encyclopedia. */
  const BOX =
    'Ada Example\nPersonal information\nFull name Ada Maria Example\nDate of birth 26 June 1968\nTerm Board Seat\n' +
    '2019-2021 Delta Chips Vice chair\n2021-2025 Two Groups Chair\nOccupation Engineer\nRead\nEdit\nView history\n';

  it.each([45, 60, 72, 90, 110, 140])(
    'finds the sentences of prose that is wrapped at %i columns below a box of short lines',
    (width) => {
      for (const gap of ['\n', '\n\n']) {
        const body = [FIRST, SECOND, THIRD].map((part) => wrap(part, width)).join(gap);
        const document = documentOf('a.txt', `${BOX}${body}\n`);
        const found = sentences(document).flat();
        const flat = found.map((sentence) => sentence.replaceAll('\n', ' '));
        for (const sentence of `${FIRST} ${SECOND} ${THIRD}`.split(/(?<=\.) /))
          expect(flat).toContain(sentence);
        for (const heading of document.paragraphs.flatMap(({ headings }) => headings))
          expect(heading).not.toMatch(/[,.] /);
      }
    },
  );

  it('goes on in a line that begins with a number, a name or a bracket, however early the one before ends', () => {
    const text =
      'The first group was founded in the spring by makers of chips and of models that wanted to\n' +
      'test on one field, and its members pay for it. At its peak, the field was run by\n' +
      '61 engineers of Delta Chips and of the\n' +
      'Harbor Bureau, and it had forty racks for the members\n' +
      '(and ten for others), which is more than any other field in the province had at that time.\n';
    expect(
      sentences(documentOf('a.txt', text))[0]?.map((sentence) => sentence.replaceAll('\n', ' ')),
    ).toEqual([
      'The first group was founded in the spring by makers of chips and of models that wanted to test on one field, and its members pay for it.',
      'At its peak, the field was run by 61 engineers of Delta Chips and of the Harbor Bureau, and it had forty racks for the members (and ten for others), which is more than any other field in the province had at that time.',
    ]);
  });

  it('takes the first line of a wrapped paragraph for no heading, though its words have capitals', () => {
    const text = wrap(
      'Gaoyuan Compute was set up in Guiyang on 12 April 2023 with a capital of 5 billion yuan.',
      50,
    );
    expect(read(`Two groups\n\n${text}\n\n${wrap(FIRST, 50)}`).paragraphs[0]).toEqual([text]);
  });

  it('reads a table that was copied from a page row by row', () => {
    const rows = ['Member\tSeat\tJoined', 'StepFun\tfounder. Chair\t2025', 'Biren\tmember\t2026'];
    const document = documentOf('a.txt', `Two groups\n\n${FIRST}\n\n${rows.join('\n')}\n\n${THIRD}`);
    expect(outline(document).paragraphs).toEqual([[FIRST], [rows.join('\n')], [THIRD]]);
    expect(sentences(document)[1]).toEqual(rows);
    const wide = ['Member      Seat', 'StepFun     founder', 'Biren       member'];
    expect(sentences(documentOf('a.txt', `Two groups\n\n${FIRST}\n\n${wide.join('\n')}`))[1]).toEqual(wide);
  });

  it('has the headings of a wiki without their links', () => {
    expect(read(`Harbor Alliance\n\nHistory[edit]\n\n${FIRST}`).paragraphs[0]?.[0]).toBe('History');
  });

  it('takes a quoted line for no heading', () => {
    expect(read(`Notes\n\n> The fee is due\n\n${FIRST}`).paragraphs[0]).toEqual(['> The fee is due']);
  });

  describe('in Chinese', () => {
    const [goal, funds, staff] = [
      '到今年底，形成一百个优秀的行业大模型产品，建成三个共用的测试场。',
      '对重大工程按照项目投资予以一定比例支持，最高不超过五千万元，由市财政局统筹安排。',
      '引进的高层次人才按照有关规定享受住房、医疗等方面的服务，由市人社局负责。',
    ];

    it.each([
      ['一、', '二、', '（一）', '（二）'],
      ['第一章 ', '第二章 ', '一、', '二、'],
      ['第一章　', '第二章　', '第一节　', '第二节　'],
      ['一、', '二、', '(一)', '(二)'],
      ['（一）', '（二）', '1. ', '2. '],
      ['一、', '二、', '1．', '2．'],
      ['1、', '2、', '（1）', '（2）'],
    ])('has headings of two levels by their numbers: %s %s %s %s', (one, two, inner, next) => {
      const lines = [
        '海湾市行动计划',
        ...[`　　${one}发展目标`, `　　${goal}`, `　　${two}保障措施`],
        ...[`　　${inner}资金支持`, `　　${funds}`, `　　${next}人才支持`, `　　${staff}`],
      ];
      for (const gap of ['\n', '\n\n']) {
        expect(read(lines.join(gap)).paragraphs).toEqual([
          [`${one}发展目标`, goal],
          [`${two}保障措施`, `${inner}资金支持`, funds],
          [`${two}保障措施`, `${next}人才支持`, staff],
        ]);
      }
    });

    it.each([
      ['海湾省关于人工智能赋能百业\n\n的若干措施', '海湾省关于人工智能赋能百业的若干措施'],
      ['海湾市人民政府关于印发\n人工智能行动计划的通知', '海湾市人民政府关于印发人工智能行动计划的通知'],
      ['海湾市人民政府\n\n关于海湾联盟会费的\n\n通知', '海湾市人民政府关于海湾联盟会费的通知'],
      ['海政发〔2025〕4号\n\n关于海湾联盟会费的通知', '关于海湾联盟会费的通知'],
      ['海湾市科技局关于印发《会费办法》\n的通知', '海湾市科技局关于印发《会费办法》的通知'],
      ['海湾市关于支持芯片企业\n\n发展的若干政策', '海湾市关于支持芯片企业发展的若干政策'],
      ['关于海湾联盟\n会费的办法（试行）', '关于海湾联盟会费的办法（试行）'],
      ['海湾联盟章程', '海湾联盟章程'],
      ['章　　程', '章程'],
    ])('has a title of one or more lines: %s', (lines, title) => {
      expect(read(`${lines}\n\n　　${goal}\n\n　　一、资金\n\n　　${funds}`).title).toBe(title);
    });

    it('has no headings where names and dates stand', () => {
      const lines = ['海湾联盟章程', '来源：海湾日报', '2025年5月4日', goal, '会　费', funds];
      expect(read(lines.join('\n\n')).paragraphs).toEqual([
        ['来源：海湾日报'],
        ['2025年5月4日'],
        [goal],
        ['会费', funds],
      ]);
    });

    it('takes no line with a sentence in it for a heading', () => {
      const line = '会议于周日在宁波召开。（记者 高磊）';
      expect(read(['海湾联盟', line, goal].join('\n\n')).paragraphs).toEqual([[line], [goal]]);
    });

    it('has a question with its number over its answer', () => {
      expect(
        read(['常见问题', '一、谁可以参加联盟？', goal, '二、会费能交多少？', funds].join('\n\n')).paragraphs,
      ).toEqual([
        ['一、谁可以参加联盟？', goal],
        ['二、会费能交多少？', funds],
      ]);
    });
  });
});
