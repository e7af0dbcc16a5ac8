import { describe, expect, it } from 'vitest';
import { linesIn, paragraphsIn } from '../support/pages.js';

describe('a numbered list', () => {
  it.each([
    ['<ol><li>Dues</li><li>Votes</li></ol>', ['1. Dues', '2. Votes']],
    ['<ol start="7"><li>Dues</li><li>Votes</li></ol>', ['7. Dues', '8. Votes']],
    ['<ol><li>Dues</li><li value="9">Votes</li><li>Exit</li></ol>', ['1. Dues', '9. Votes', '10. Exit']],
    ['<ol reversed><li>Dues</li><li>Votes</li></ol>', ['2. Dues', '1. Votes']],
    ['<ol type="a" start="26"><li>Dues</li><li>Votes</li></ol>', ['z. Dues', 'aa. Votes']],
    ['<ol type="I" start="4"><li>Dues</li><li>Votes</li></ol>', ['IV. Dues', 'V. Votes']],
    [
      '<ol><li>Dues<ol type="a"><li>Whole</li><li>Half</li></ol></li><li>Votes<ol><li>One</li></ol></li></ol>',
      ['1. Dues', 'a. Whole', 'b. Half', '2. Votes', '1. One'],
    ],
    ['<ol><li><p>Dues.</p><p>In May.</p></li><li>Votes.</li></ol>', ['1. Dues.', 'In May.', '2. Votes.']],
  ])('has its numbers in its lines, as a rule is cited by its number: %s', (list, lines) => {
    expect(linesIn(list)).toEqual(lines);
  });

  it.each([
    ['<ol><li>1) Dues</li><li>2) Votes</li></ol>', ['1) Dues', '2) Votes']],
    ['<ol><li>第一条 会费</li><li>第二条 投票</li></ol>', ['第一条 会费', '第二条 投票']],
    ['<ol style="list-style: none"><li>Dues</li><li>Votes</li></ol>', ['Dues', 'Votes']],
    ['<ul><li>Dues</li><li>Votes</li></ul>', ['Dues', 'Votes']],
  ])('has none that a reader does not see: %s', (list, lines) => {
    expect(linesIn(list)).toEqual(lines);
  });

  it('has none where the style of the page takes them away', () => {
    const style = '<style>.plain { margin: 0; list-style-type: none }</style>';
    expect(linesIn('<ol class="plain"><li>Dues</li><li>Votes</li></ol>', style)).toEqual(['Dues', 'Votes']);
  });
});

describe('a list of definitions', () => {
  it.each([
    [
      '<dl><dt>Dues</dt><dd>40 crowns a year.</dd><dt>Vote</dt><dd>One each.</dd></dl>',
      ['Dues: 40 crowns a year.', 'Vote: One each.'],
    ],
    [
      '<dl><div><dt>Dues</dt><dd>40 crowns.</dd></div><div><dt>Vote</dt><dd>One.</dd></div></dl>',
      ['Dues: 40 crowns.', 'Vote: One.'],
    ],
    [
      '<dl><dt>Quay:</dt><dd>A wall.</dd><dt>Pier –</dt><dd>A bridge.</dd></dl>',
      ['Quay: A wall.', 'Pier – A bridge.'],
    ],
    ['<dl><dt>Quay</dt><dt>Wharf</dt><dd>A wall.</dd></dl>', ['Quay, Wharf: A wall.']],
    ['<dl><dt>Berth</dt><dd>A place.</dd><dd>A bed.</dd></dl>', ['Berth: A place.', 'Berth: A bed.']],
    ['<dl><dt>会费</dt><dd>每年四十元。</dd></dl>', ['会费：每年四十元。']],
    ['<dl><dt>Berth</dt><dt>Bed</dt></dl>', ['Berth, Bed']],
  ])('has each term with what it means: %s', (list, lines) => {
    expect(linesIn(list)).toEqual(lines);
  });

  it('has questions as headings of their answers, and of nothing after them', () => {
    const list =
      '<dl><dt>Who may join?</dt><dd><p>Anyone.</p></dd><dt>What does it cost?</dt><dd>40 crowns.</dd></dl>';
    expect(paragraphsIn(`${list}<p>The end.</p>`)).toEqual([
      ['Who may join?', 'Anyone.'],
      ['What does it cost?', '40 crowns.'],
      ['The end.'],
    ]);
  });
});

describe('a question that opens its answer', () => {
  it.each([
    '<details><summary>Who may join?</summary>Anyone.</details>',
    '<details><summary><b>Who</b> may join?</summary><p>Anyone.</p></details>',
    '<h3><button aria-expanded="false">Who may join?</button></h3><div><p>Anyone.</p></div>',
    '<dl><dt><button>Who may join?</button></dt><dd>Anyone.</dd></dl>',
  ])('is its heading: %s', (html) => {
    expect(paragraphsIn(html)).toEqual([['Who may join?', 'Anyone.']]);
  });

  it('is that of nothing else', () => {
    const html = '<details><summary>Who may join?</summary><p>Anyone.</p></details><p>The end.</p>';
    expect(paragraphsIn(html).at(-1)).toEqual(['The end.']);
    expect(paragraphsIn('<details><summary>More</summary><p>Anyone.</p></details>')).toEqual([
      ['More'],
      ['Anyone.'],
    ]);
  });
});

describe('a short line with a number', () => {
  it.each([
    ['一、会费标准', '会费为每家企业每年二十万元，由秘书处统一收取。'],
    ['（二）加强领导，落实责任', '各部门要按照分工落实责任。'],
    ['第三章 附则', '本办法自发布之日起施行。'],
    ['四、会费能不能退？', '不能。'],
    ['3．资金来源', '资金由会费和捐赠组成。'],
    ['问：谁可以参加？', '答：在本市登记的企业。'],
    ['Q2: Who may join?', 'Any company of the town.'],
    ['5. What does it cost?', 'It costs 40 crowns a year.'],
  ])('is the heading of what stands below it: %s', (heading, text) => {
    expect(paragraphsIn(`<p>${heading}</p><p>${text}</p>`)).toEqual([[heading, text]]);
  });

  it('has its level by its number', () => {
    const lines = [
      '一、保障',
      '（一）资金',
      '资金由市里统筹。',
      '（二）土地',
      '土地由区里安排。',
      '二、附则',
      '自今日起施行。',
    ];
    expect(paragraphsIn(lines.map((line) => `<p>${line}</p>`).join(''))).toEqual([
      ['一、保障', '（一）资金', '资金由市里统筹。'],
      ['一、保障', '（二）土地', '土地由区里安排。'],
      ['二、附则', '自今日起施行。'],
    ]);
  });

  it.each([
    [['一、海湾公司', '二、三角公司', '三、潮汐公司', '以上单位均为会员。']],
    [['一、会费为每年二十万元。', '逾期不缴的除名。']],
    [['1. Members', 'The club has forty members.']],
    [['2025. What a year?', 'It was a good one.']],
    [['二、以下单位：', '海湾公司。']],
  ])('is none in a list, as a sentence, or in a language that marks headings otherwise: %s', (lines) => {
    expect(paragraphsIn(lines.map((line) => `<p>${line}</p>`).join(''))).toEqual(lines.map((line) => [line]));
  });
});

describe('what the lines of a page are numbered by', () => {
  it.each([
    ['lower-alpha', 'b.'],
    ['upper-latin', 'B.'],
    ['upper-roman', 'II.'],
    ['lower-roman', 'ii.'],
  ])('is what the style of a list says: %s', (style, number) => {
    const list = `<ol style="list-style-type: ${style}"><li>Dues are paid in May.</li><li>Votes are cast.</li></ol>`;
    expect(linesIn(list)).toContain(`${number} Votes are cast.`);
  });

  it('makes headings in a paragraph of several lines too, but not of a list of files', () => {
    const text = '会费为每年三十元，由秘书处统一收取，逾期不缴的予以除名。';
    const lines = `<p>一、会费标准<br>${text}<br>二、表决方式<br>每个成员一票，可以通讯表决，结果予以公布。</p>`;
    expect(paragraphsIn(lines)).toEqual([
      ['一、会费标准', text],
      ['二、表决方式', '每个成员一票，可以通讯表决，结果予以公布。'],
    ]);
    expect(paragraphsIn('<p>附件：1.章程</p><p>2.会费标准</p><p>海港俱乐部</p>').flat()).toEqual([
      '附件：1.章程',
      '2.会费标准',
      '海港俱乐部',
    ]);
  });
});
