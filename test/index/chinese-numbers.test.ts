import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumberAt } from '../../src/index/translate/chinese-numbers.js';

describe('Chinese numbers and dates, as English texts write them', () => {
  it.each([
    ['两', '2'],
    ['一百', '100'],
    ['一千二百零五', '1205'],
    ['20万', '200000'],
    ['3.5亿', '350 million'],
    ['600.6亿', '60.06 billion'],
    ['一万亿', '1 trillion'],
    ['百分之五十', '50 percent'],
    ['百分之41.5', '41.5 percent'],
    ['2030年', '2030'],
    ['二〇三〇年', '2030'],
    ['7月28日', 'july 28'],
    ['十二月三十号', 'december 30'],
    ['七月', 'july'],
  ])('%s is %s', (chinese, english) => {
    expect(chineseNumberAt(`在${chinese}`, 1)).toEqual({ units: chinese.length, english });
  });

  it('reads a full date part by part, as the analyzer has its terms', () => {
    const date = '2025年7月28日';
    const year = chineseNumberAt(date, 0);
    expect(year?.english).toBe('2025');
    expect(chineseNumberAt(date, year?.units ?? 0)?.english).toBe('july 28');
  });

  it('keeps digits below a million as they are', () => {
    fc.assert(
      fc.property(fc.nat(999_999), (value) => {
        expect(chineseNumberAt(String(value), 0)).toEqual({
          units: String(value).length,
          english: String(value),
        });
      }),
    );
  });

  it('finds none where none begins, and no thirteenth month', () => {
    expect(chineseNumberAt('联盟', 0)).toBeUndefined();
    expect(chineseNumberAt('13月', 0)?.english).toBe('13');
  });
});
