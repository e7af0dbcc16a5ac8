import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { charsetInPage, decode } from '../../src/documents/formats/decode.js';
import { readDocument } from '../../src/documents/read.js';
import { encode } from '../support/encode.js';

const SIMPLIFIED = '港口联盟有四十家成员单位，每年三月缴纳会费，由理事会决定标准。';
const TRADITIONAL = '港口聯盟有四十家會員單位，每年三月繳納會費，由理事會決定標準。';
const JAPANESE = '港の同盟には四十の会社があり、会費は毎年三月に払うことになっています。';
const KOREAN = '항구 동맹에는 마흔 개의 회사가 있으며 회비는 매년 삼월에 낸다고 한다.';
const RUSSIAN = 'В союзе гавани сорок компаний, и каждая из них платит взнос в марте каждого года.';
const GERMAN = 'Dem Bündnis gehören vierzig Firmen an, für die der Beitrag jährlich im März fällig wird.';
const FRENCH = "L'alliance compte quarante sociétés, dont la cotisation est réglée dès le début de l'année.";
const POLISH = 'Sojusz liczy czterdzieści spółek, które płacą składkę w marcu, jeśli się na to zgodzą.';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const page = (head: string, body: Buffer) =>
  Buffer.concat([
    Buffer.from(`<html><head>${head}</head><body><p>`),
    body,
    Buffer.from('</p></body></html>'),
  ]);

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(`\ufeff${SIMPLIFIED}`)],
    ['UTF-16, little end first', utf16(`\ufeff${SIMPLIFIED}`)],
    ['UTF-16, big end first', utf16(`\ufeff${SIMPLIFIED}`).swap16()],
  ])('is told by its mark, before anything declared: %s', (_, bytes) => {
    expect(decode(bytes, 'gbk')).toEqual({ text: SIMPLIFIED });
    expect(decode(bytes)).toEqual({ text: SIMPLIFIED });
  });

  it.each([
    ['gb2312', SIMPLIFIED],
    ['gbk', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['shift_jis', JAPANESE],
    ['windows-1252', GERMAN],
    ['iso-8859-1', FRENCH],
  ])('is UTF-8 where the bytes are, though %s is declared', (declared, text) => {
    // Pages are converted, copied and saved, and what they declare stays.
    expect(decode(Buffer.from(text), declared)).toEqual({
      text,
      remark: { kind: 'encoding-declared', declared, encoding: 'UTF-8' },
    });
    // In ASCII nothing tells them apart, and nothing has to.
    expect(decode(Buffer.from('Forty members.'), declared)).toEqual({ text: 'Forty members.' });
  });

  it('is UTF-8 for any text in it, whatever is declared', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && !text.startsWith('\ufeff')),
        fc.constantFrom('utf-8', 'gb18030', 'windows-1251', 'nonsense', ''),
        (text, declared) => {
          expect(decode(Buffer.from(text), declared)).toMatchObject({ text });
        },
      ),
    );
  });

  it.each([
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['euc-kr', KOREAN],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['windows-1252', GERMAN],
    ['windows-1252', FRENCH],
    ['windows-1250', POLISH],
  ])('is what is declared, and else what the bytes clearly speak for: %s', (encoding, text) => {
    const bytes = encode(text, encoding);
    expect(decode(bytes, encoding)).toEqual({ text });
    expect(decode(bytes)).toMatchObject({ text, remark: { kind: 'encoding-guessed' } });
    // A server that calls everything UTF-8, or a name that nobody knows.
    expect(decode(bytes, 'utf-8')).toMatchObject({ text, remark: { kind: 'encoding-declared' } });
    expect(decode(bytes, 'x-nonsense')).toMatchObject({ text });
  });

  it.each([
    ['gb18030', SIMPLIFIED, 'iso-8859-1'],
    ['gb18030', SIMPLIFIED, 'windows-1252'],
    ['big5', TRADITIONAL, 'gb2312'],
    ['shift_jis', JAPANESE, 'windows-1252'],
    ['euc-kr', KOREAN, 'iso-8859-1'],
  ])('is not what is declared where the bytes clearly speak for %s', (encoding, text, declared) => {
    const decoded = decode(encode(text, encoding), declared);
    expect(decoded).toMatchObject({ text, remark: { kind: 'encoding-declared', declared } });
  });

  it('has the quotation marks and dashes of Windows in what calls itself ISO 8859-1, as in browsers', () => {
    // Not all versions of Node decode them.
    const bytes = Buffer.from(
      'The fee isn\u0092t \u0093paid by post\u0094 \u0096 it\u0092s due in March.',
      'latin1',
    );
    const text = 'The fee isn’t “paid by post” – it’s due in March.';
    expect(decode(bytes, 'windows-1252')).toEqual({ text });
    expect(decode(bytes, 'iso-8859-1')).toEqual({ text });
    expect(decode(bytes)).toMatchObject({ text });
  });

  it('is UTF-16 without a mark where all zero bytes stand in one half of the pairs', () => {
    for (const text of [
      'Notes\r\n\r\nForty members.\r\n',
      `${SIMPLIFIED}\n${TRADITIONAL}\n`,
      `${RUSSIAN}\n`,
    ]) {
      expect(decode(utf16(text))).toEqual({ text });
      expect(decode(utf16(text).swap16())).toEqual({ text });
    }
    // Other bytes with zeros are no text: a stray one, a program, UTF-32.
    for (const bytes of [
      Buffer.from('Forty members.\0'),
      Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 7, 0, 9]),
      Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]),
      Buffer.concat([encode(SIMPLIFIED, 'gb18030'), Buffer.from([0, 10])]),
    ])
      expect(decode(bytes)).toMatchObject({ problem: { kind: 'nul-bytes' } });
  });

  it('is not guessed where little speaks for one: a wrong text would be quoted', () => {
    for (const bytes of [
      encode('华为', 'gb18030'),
      Buffer.from([0xff]),
      Buffer.from([0x81, 0x20, 0xff, 0x93, 0x41, 0xf0]),
    ])
      expect(decode(bytes)).toMatchObject({ problem: { kind: 'not-utf8' } });
  });

  it('keeps a damaged text, and says in how many places it is', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${SIMPLIFIED}\n`),
      Buffer.from([0xe6, 0xb8]),
      Buffer.from(SIMPLIFIED),
    ]);
    const decoded = decode(bytes);
    expect(decoded).toEqual({
      text: `${SIMPLIFIED}\n\ufffd${SIMPLIFIED}`,
      remark: { kind: 'invalid-bytes', places: 1, encoding: 'UTF-8' },
    });
  });

  it('is read of a page where it says so, in a tag or as XML, and of one that says nothing', async () => {
    const body = encode(SIMPLIFIED, 'gb18030');
    for (const head of [
      '<meta charset="gb2312">',
      '<meta http-equiv="Content-Type" content="text/html; charset=gb18030">',
      '<title>A</title>',
      '<meta charset=utf-8>',
    ]) {
      const { document } = await readDocument({ path: 'a.html', bytes: page(head, body) });
      expect(document?.text).toBe(SIMPLIFIED);
    }
    expect(charsetInPage(Buffer.from('<?xml version="1.0" encoding="Big5"?><html>'))).toBe('Big5');
    expect(charsetInPage(Buffer.from('<p>charset=gbk</p>'))).toBeUndefined();
  });

  it('stays with the document as a remark in words where it was wrong or guessed', async () => {
    const bytes = page('<meta charset="gb2312">', Buffer.from(SIMPLIFIED));
    const { document, problems } = await readDocument({ path: 'a.html', bytes });
    expect(document?.remarks).toMatchObject([{ kind: 'encoding-declared' }]);
    expect(problems.map(copy.problem)).toEqual([expect.stringMatching(/gb2312.*UTF-8.*save it again/s)]);
    for (const path of ['a.txt', 'a.md']) {
      const guessed = await readDocument({ path, bytes: encode(SIMPLIFIED, 'gb18030') });
      expect(guessed.document?.text).toBe(SIMPLIFIED);
      expect(guessed.problems.map(copy.problem)).toEqual([expect.stringMatching(/GB18030.*save it again/s)]);
    }
  });
});
