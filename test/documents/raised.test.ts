import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loweredText, raisedText } from '../../src/documents/formats/raised.js';

/** A line with raised text in `{}` and lowered text in `<>`, as it reads in the canonical text. */
function read(line: string): string {
  let text = '';
  const pieces = line.split(/(\{[^}]*\}|<[^>]*>)/);
  pieces.forEach((piece, position) => {
    const words = piece.slice(1, -1);
    if (piece.startsWith('{')) text += raisedText(words, text, pieces[position + 1] ?? '');
    else if (piece.startsWith('<')) text += loweredText(words, text);
    else text += piece;
  });
  return text;
}

describe('raised text', () => {
  it.each([
    ['more than 10{26} operations', 'more than 10²⁶ operations'],
    ['1.5 × 10{−9} m', '1.5 × 10⁻⁹ m'],
    ['2{64} and 2{n} states', '2⁶⁴ and 2ⁿ states'],
    ['10{2.5} and 2{k+1}', '10^2.5 and 2^(k+1)'],
    ['about 10 {26} operations on 40 km {2}', 'about 10 ²⁶ operations on 40 km ²'],
    ['10{6}–10{7} at 10{15}/s', '10⁶–10⁷ at 10¹⁵/s'],
    ['12 m{2}, 5m{3}, 40 km{2} and 3 in{2}', '12 m², 5m³, 40 km² and 3 in²'],
    ['100 W/m{2} at 20 s{-1}', '100 W/m² at 20 s⁻¹'],
    ['E = mc{2}, R{2} and (x + 1){2}', 'E = mc², R² and (x + 1)²'],
    ['O(n{2}) on an I{2}C bus', 'O(n²) on an I²C bus'],
    ['Ca{2+}, SO<4>{2−} and Na{+}', 'Ca²⁺, SO₄²⁻ and Na⁺'],
    ['the isotope {14}C, and 3{1}/<2> years', 'the isotope ¹⁴C, and 3¹/₂ years'],
    ['x<1>{2} + x<i>{2}', 'x₁² + xᵢ²'],
    ['面积为100米{2}，约0.5km{2}', '面积为100米²，约0.5km²'],
  ])('is an exponent behind a base: %s', (line, text) => {
    expect(read(line)).toBe(text);
  });

  it.each([
    ['in its report.{3} The next one', 'in its report. The next one'],
    ['in its report{3}. The next one', 'in its report. The next one'],
    ['the board{1,2} and the bureau{3–5} said{ 6 }', 'the board and the bureau said'],
    ['“We agree.”{12} He left', '“We agree.” He left'],
    ['in 2025{3} and 2026,{4} of 40%{5}', 'in 2025 and 2026, of 40%'],
    ['200,000{1} boards of type 910B{2} or A100{3}', '200,000 boards of type 910B or A100'],
    ['the alliance{[1]}{[note 2]} of Huawei’s{3}', 'the alliance of Huawei’s'],
    ['tons of CO<2>{3} in the U.S.{4}', 'tons of CO₂ in the U.S.'],
    ['the chair{*} and the board{†}{‡}', 'the chair and the board'],
    ['its members{a} and others.{iv}', 'its members and others.'],
    ['its 10 members {3} and 120 {4} others', 'its 10 members  and 120  others'],
    ['联盟{1}成立。{[2]}会员{①}说{注3}', '联盟成立。会员说'],
    ['{1} See the charter.', ' See the charter.'],
    ['(see below){2} and (2023–2025){3}', '(see below) and (2023–2025)'],
  ])('is no text where it leads to a note: %s', (line, text) => {
    expect(read(line)).toBe(text);
  });

  it.each([
    ['the 1{st}, 2{nd} and 21{st} board', 'the 1st, 2nd and 21st board'],
    ['au XIX{e} siècle, n{o} 5, D{r} Li', 'au XIXe siècle, no 5, Dr Li'],
    ['la 3{a} vez, el 1{o}', 'la 3ª vez, el 1º'],
    ['Harbor{TM} and Delta{®}', 'Harbor™ and Delta®'],
    ['20{◦}C at 10{h}30', '20°C at 10h30'],
    ['the A{*} search of Model{ beta}', 'the A* search of Model beta'],
  ])('is what it says in any other place: %s', (line, text) => {
    expect(read(line)).toBe(text);
  });

  it('never makes another number of the one before it', () => {
    // Figures that stay figures would be read on: 10 and 26 as 1026.
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.string(), (number, raised, after) => {
        expect(raisedText(`${raised}`, `${number}`, after)).not.toMatch(/^\d/);
      }),
    );
  });
});

describe('lowered text', () => {
  it.each([
    ['CO<2>, H<2>O and log<2> n', 'CO₂, H₂O and log₂ n'],
    ['x<i>, x<i+1> and x<1,2>', 'xᵢ, xᵢ₊₁ and x₁,₂'],
    ['R<max> of V<DD>', 'Rmax of VDD'],
  ])('has lowered figures: %s', (line, text) => {
    expect(read(line)).toBe(text);
  });
});
