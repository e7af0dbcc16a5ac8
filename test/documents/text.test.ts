import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';
import { outline } from '../support/documents-reading.js';

const HEADER = [
  'Received: by 192.0.2.1 with SMTP id x1;',
  '        Sun, 04 May 2025 23:30:01 -0400 (EDT)',
  'From: "Gao Lei" <press@harbor.example>',
  'To: desk@delta.example',
  'Date: Sun, 04 May 2025 23:30:00 -0400',
  'Subject: Re: The fee is due',
];

async function documentOf(path: string, text: string) {
  const { document } = await readDocument({ path, bytes: Buffer.from(text) });
  if (!document) throw new Error('No document');
  return document;
}

const message = async (...lines: string[]) =>
  readDocument({ path: 'mail.txt', bytes: Buffer.from(lines.join('\r\n')) });

describe('a message', () => {
  const TEXT = 'The fee is due in March, and members that do not pay are struck off the list.';

  it('has its subject for a title, its sender and day for a source, and no header in its text', async () => {
    const { document, problems } = await message(...HEADER, '', TEXT);
    expect(document).toMatchObject({
      title: 'The fee is due',
      text: TEXT,
      source: { author: 'Gao Lei', published: '2025-05-04' },
    });
    expect(problems).toEqual([]);
  });

  it.each([
    [
      'Outlook',
      ['From: Gao Lei', 'Sent: Sunday, May 4, 2025 11:30 PM', 'To: Wu Min', 'Subject: The fee is due'],
    ],
    [
      'a Chinese program',
      ['发件人: 高磊', '发送时间: 2025年5月4日 23:30', '收件人: 吴敏', '主题: The fee is due'],
    ],
    [
      'a German program',
      ['Von: Gao Lei', 'Gesendet: Sonntag, 4. Mai 2025 23:30', 'An: Wu Min', 'Betreff: The fee is due'],
    ],
    ['a memorandum', ['TO: All members', 'FROM: Gao Lei', 'DATE: May 4, 2025', 'SUBJECT: The fee is due']],
    [
      'an archive',
      [
        'From gao@harbor.example Sun May  4 23:30:00 2025',
        'From: Gao Lei <gao@harbor.example>',
        'Date: 4 May 2025',
        'Subject: The fee is due',
      ],
    ],
    [
      'a file in an encoding',
      [
        'From: =?utf-8?B?6auY56OK?= <gao@harbor.example>',
        'Date: Sun, 4 May 2025 23:30:00 +0800',
        'Subject: =?utf-8?Q?The_fee_is_due?=',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
      ],
    ],
  ])('may be copied from %s', async (_, header) => {
    const { document } = await message(...header, '', TEXT);
    expect(document).toMatchObject({
      title: 'The fee is due',
      text: TEXT,
      source: { published: '2025-05-04' },
    });
    expect(document?.source?.author).toMatch(/^(?:Gao Lei|高磊)$/);
  });

  it('is decoded: quoted-printable, parts, and HTML where nothing else is in it', async () => {
    const mime = (type: string, ...others: string[]) => [
      ...HEADER,
      'MIME-Version: 1.0',
      `Content-Type: ${type}`,
      ...others,
    ];
    const printable = await message(
      ...mime('text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', ''),
      'The fee is due in =',
      'March=2E',
    );
    expect(printable.document?.text.trim()).toBe('The fee is due in March.');
    const parts = await message(
      ...mime(
        'multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'The fee is due.',
      ),
      ...['--b', 'Content-Type: text/html', '', '<p>The <b>fee</b></p>', '--b--'],
    );
    expect(parts.document?.text.trim()).toBe('The fee is due.');
    const html = await message(
      ...mime('text/html; charset=utf-8', ''),
      '<p>The <b>fee</b> is due.</p><p>Pay it.</p>',
    );
    expect(html.document?.text).toBe('The fee is due.\n\nPay it.');
  });

  it('leaves out the signature and what is quoted from others, and says so of that', async () => {
    const { document, problems } = await message(
      ...[
        ...HEADER,
        '',
        TEXT,
        '',
        'On Monday, Wu Min wrote:',
        '> Is it due?',
        '> I do not know.',
        '',
        'It is.',
        '-- ',
        'Gao Lei',
      ],
    );
    expect(document?.text.trim().split(/\n+/)).toEqual([TEXT, 'It is.']);
    expect(problems).toEqual([{ file: 'mail.txt', kind: 'quoted-left-out', lines: 2 }]);
    const below = await message(
      ...HEADER,
      '',
      TEXT,
      '',
      '-----Original Message-----',
      'From: Wu Min',
      '',
      'Is it due?',
    );
    expect(below.document?.text.trim()).toBe(TEXT);
    expect(below.problems).toHaveLength(1);
    const forwarded = await message(...HEADER, '', '> Is it due?', '> I do not know.');
    expect(forwarded.document?.text).toBe('Is it due?\nI do not know.');
  });

  it('is none where a text only begins with a name and a colon', async () => {
    for (const text of [
      'From: here to there\n\nA walk in Ningbo.',
      'Subject: fees\nThe fee is due.\n\nPay it.',
    ])
      expect((await documentOf('a.txt', text)).text).toBe(text);
  });
});

describe('subtitles', () => {
  const cue = (number: number, ...lines: string[]) =>
    [number, `00:00:${String(10 + number)},000 --> 00:00:${String(11 + number)},500`, ...lines, ''].join(
      '\n',
    );

  it('are what is said: sentences go on over lines, without numbers, times and colours', async () => {
    const text = [
      cue(1, '<i>The alliance opened</i>'),
      cue(2, 'a test field in Ningbo.', 'It has 40 racks,'),
      cue(3, '{\\an8}and members may', 'use it for free.'),
      cue(4, '[Music]'),
    ].join('\n');
    for (const file of ['talk.srt', 'talk.txt']) {
      expect((await documentOf(file, text)).text).toBe(
        'The alliance opened a test field in Ningbo. It has 40 racks, and members may use it for free.',
      );
    }
    expect((await documentOf('talk.srt', text.replaceAll('\n', '\r\n'))).text).toBe(
      (await documentOf('talk.srt', text)).text,
    );
  });

  it('are read as WebVTT: speakers, notes, styles, names of cues, signs', async () => {
    const text = [
      ...['WEBVTT - A talk', '', 'STYLE', '::cue { color: red }', '', 'NOTE not said', '', 'intro'],
      ...[
        '00:01.000 --> 00:02.000 align:start',
        '<v Gao Lei>Who pays',
        '',
        '00:02.000 --> 00:03.000',
        'for R&amp;D?',
        '',
      ],
      ...['00:03.000 --> 00:04.000', '<v Wu Min>The <c.red>members</c> do.'],
    ].join('\n');
    expect((await documentOf('talk.vtt', text)).text).toBe(
      'Gao Lei: Who pays for R&D?\n\nWu Min: The members do.',
    );
  });

  it('say a line once that rolls up', async () => {
    const text = [
      cue(1, 'the field'),
      cue(2, 'the field', 'has forty racks'),
      cue(3, 'has forty racks', 'in Ningbo'),
    ];
    expect((await documentOf('talk.srt', text.join('\n'))).text).toBe('the field has forty racks in Ningbo');
  });

  it('join Chinese lines without a space, and begin a paragraph where one speaks or a long one ends', async () => {
    expect(
      (await documentOf('talk.srt', [cue(1, '联盟在宁波'), cue(2, '开放了测试场。')].join('\n'))).text,
    ).toBe('联盟在宁波开放了测试场。');
    const talk = [cue(1, '- Who pays?'), cue(2, '- The members.'), cue(3, 'GAO LEI: They do.')].join('\n');
    expect(outline(await documentOf('talk.srt', talk)).paragraphs).toEqual([
      ['- Who pays?'],
      ['- The members.'],
      ['GAO LEI: They do.'],
    ]);
    const long = Array.from({ length: 40 }, (_, i) =>
      cue(i, `This is the sentence that has the number ${i}.`),
    );
    expect(outline(await documentOf('talk.srt', long.join('\n'))).paragraphs.length).toBeGreaterThan(1);
  });

  it('are none where a text only has an arrow in it', async () => {
    const text = '12 steps\n\nGo from a --> b at 10:30.';
    expect((await documentOf('a.txt', text)).text).toBe(text);
    expect((await documentOf('a.srt', 'The fee is due.')).text).toBe('The fee is due.');
  });
});
