import { describe, expect, it } from 'vitest';
import { ordinaryCharacters } from '../../src/documents/characters.js';

describe('ordinaryCharacters', () => {
  it('reads radicals as the characters that they look like', () => {
    expect(ordinaryCharacters('\u2f2f作会议在\u2f45\u2f42。')).toBe('工作会议在方文。');
    expect(ordinaryCharacters('⻢斯克、⻓城、⻔、⻩、⺠、⻄')).toBe('马斯克、长城、门、黄、民、西');
  });

  it('leaves no radical that stands for an ideograph', () => {
    const radicals = codePoints(0x2e80, 0x2fd5).filter((character) => /\p{Radical}/u.test(character));
    const left = radicals.filter((radical) => /\p{Radical}/u.test(ordinaryCharacters(radical)));
    // Unicode gives it no equivalent.
    expect(left).toEqual(['\u2e80']);
  });

  it('reads ideographs that are there twice as one', () => {
    expect(ordinaryCharacters('\uf967\uf9fd')).toBe('不什');
    const doubles = [...codePoints(0xf900, 0xfad9), ...codePoints(0x2f800, 0x2fa1d)];
    for (const character of doubles) expect(ordinaryCharacters(character)).toBe(character.normalize('NFC'));
  });

  it('reads forms for vertical lines, and ligatures', () => {
    expect(ordinaryCharacters('︵甲︑乙︶︒﹁丙﹂')).toBe('（甲、乙）。「丙」');
    expect(ordinaryCharacters('eﬃcient ﬁrms oﬀer ﬂow')).toBe('efficient firms offer flow');
  });

  it('leaves all else as it is, also full-width letters and accents', () => {
    const text = 'Ａ１，（x） São e\u0301 ½ ² ™ … 工作 カ ｶ 𠀀 🤖';
    expect(ordinaryCharacters(text)).toBe(text);
  });
});

function codePoints(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, position) => String.fromCodePoint(first + position));
}
