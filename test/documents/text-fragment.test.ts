import { describe, expect, test } from 'vitest';
import { withTextFragment } from '../../src/documents/text-fragment.js';

const ADDRESS = 'https://news.example/pact';

/** The fragment of a link to words of a text, decoded; `''` where it has none. */
function fragmentOf(
  text: string,
  quote: string,
  { url = ADDRESS, gaps = [] as [number, number][], nth = 0 } = {},
) {
  let start = text.indexOf(quote);
  for (let count = 0; count < nth; count += 1) start = text.indexOf(quote, start + 1);
  const pageDifferences = gaps.map(([from, to]) => ({ start: from, end: to }));
  const link = withTextFragment(url, { text, pageDifferences }, { start, end: start + quote.length });
  expect(link.startsWith(url)).toBe(true);
  return link.slice(url.length);
}

describe('a link to words of a page', () => {
  test('has short words as a whole', () => {
    expect(fragmentOf('It grew. It has 42 members now.', 'It has 42 members now.')).toBe(
      '#:~:text=It%20has%2042%20members%20now.',
    );
  });

  test('has the first and the last words of long ones, whole words each', () => {
    const quote = `Every member pays a fee that the assembly sets, and nobody is let off. Whoever joins late pays for the rest of the running year only.`;
    expect(decodeURIComponent(fragmentOf(quote, quote))).toBe(
      '#:~:text=Every member pays a fee that the assembly,pays for the rest of the running year only.',
    );
  });

  test('has what stands before words that stand further up, too', () => {
    const text = 'Members meet in May. It is public.\n\nGuests meet in June. It is public.';
    expect(decodeURIComponent(fragmentOf(text, 'It is public.'))).toBe('#:~:text=It is public.');
    expect(decodeURIComponent(fragmentOf(text, 'It is public.', { nth: 1 }))).toBe(
      '#:~:text=Guests meet in June.-,It is public.',
    );
  });

  test.each([
    ['THE PACT GROWS. Then: the pact grows.', 'the pact grows.'],
    ['The resume is here. Then: the résumé is here.', 'the résumé is here.'],
    ['“It grows.” Then: "It grows."', '"It grows."'],
  ])('takes for the same what a browser does not tell apart: %s', (text, quote) => {
    expect(decodeURIComponent(fragmentOf(text, quote))).toMatch(/^#:~:text=[^,]*Then:-,/);
  });

  test('is plain where nothing tells the words from others', () => {
    const text = 'Tea is free. Yes.\n\nTea is free. Yes.';
    expect(fragmentOf(text, 'Yes.', { nth: 1 })).toBe('');
  });

  test('begins and ends where the page says it so', () => {
    const text = '1. The letter is written.\nName | Since\nA fee of 10³ is paid, and no more than that.';
    const label: [number, number] = [0, 3];
    expect(decodeURIComponent(fragmentOf(text, text.split('\n')[0] ?? '', { gaps: [label] }))).toBe(
      '#:~:text=The letter is written.',
    );
    const bar = text.indexOf(' | ');
    expect(fragmentOf(text, 'Name | Since', { gaps: [[bar, bar + 3]] })).toBe('#:~:text=Name,Since');
    const power = text.indexOf('10³');
    expect(
      decodeURIComponent(fragmentOf(text, text.split('\n')[2] ?? '', { gaps: [[power, power + 3]] })),
    ).toBe('#:~:text=A fee of,is paid, and no more than that.');
  });

  test('has no part of a word', () => {
    const text = 'The superkernel is out.';
    expect(decodeURIComponent(fragmentOf(text, text, { gaps: [[9, 9]] }))).toBe('#:~:text=The,is out.');
  });

  test('writes what means something in an address, a directive or Markdown in figures', () => {
    const fragment = fragmentOf('50% (up) - a_b, c&d!', '50% (up) - a_b, c&d!');
    expect(fragment).toBe('#:~:text=50%25%20%28up%29%20%2D%20a%5Fb%2C%20c%26d%21');
  });

  test('keeps the section that an address names', () => {
    expect(fragmentOf('It grew.', 'It grew.', { url: `${ADDRESS}#news` })).toBe(':~:text=It%20grew.');
  });

  test.each([
    ['has a directive already', `${ADDRESS}#:~:text=grew`],
    ['is as long as may be', `${ADDRESS}?${'x'.repeat(490)}`],
    ['is that long as it is sent', `${ADDRESS}?${'文'.repeat(55)}`],
  ])('is plain where the address %s', (_, url) => {
    expect(fragmentOf('It grew.', 'It grew.', { url })).toBe('');
  });

  test('is never longer than Discord takes, and has fewer words rather than none', () => {
    const quote =
      '联盟的第三工作组预算为四百二十万元，由设计实验室牵头，该实验室位于东北部，成立于二零二一年，现有员工三百余人。';
    for (let length = 0; length < 480; length += 10) {
      const url = `${ADDRESS}?${'x'.repeat(length)}`;
      const fragment = fragmentOf(quote, quote, { url });
      expect(url.length + fragment.length).toBeLessThanOrEqual(512);
      if (length <= 200) expect(fragment).toContain(':~:text=');
    }
  });

  test('is plain where the text was read from no page', () => {
    expect(withTextFragment(ADDRESS, { text: 'It grew.' }, { start: 0, end: 8 })).toBe(ADDRESS);
  });

  test('can be written of half characters', () => {
    expect(fragmentOf('It grew \ud800 up.', 'It grew \ud800 up.')).toContain('It%20grew%20%EF%BF%BD');
  });
});
