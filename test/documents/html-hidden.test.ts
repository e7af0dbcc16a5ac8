import { describe, expect, it } from 'vitest';
import { inPage, linesIn, pageOf } from '../support/pages.js';

describe('text that was taken back, or that a reader does not see', () => {
  it.each([
    ['<s>', 'The chair is <s>Ida Holm</s> Per Lund.'],
    ['<del>', 'The chair is <del>Ida Holm</del> Per Lund.'],
    ['<strike>', 'The chair is <strike>Ida Holm</strike> Per Lund.'],
    [
      'a line through it',
      'The chair is <span style="text-decoration: line-through red">Ida Holm</span> Per Lund.',
    ],
    ['no display', 'The chair is <span style="color: red; display:none">Ida Holm</span> Per Lund.'],
    ['no visibility', 'The chair is <span style="visibility: hidden">Ida Holm</span> Per Lund.'],
    ['no size', 'The chair is <span style="font-size: 0px">Ida Holm</span> Per Lund.'],
    ['no opacity', 'The chair is <span style="opacity: 0">Ida Holm</span> Per Lund.'],
    [
      'a place off the screen',
      'The chair is <span style="position:absolute; left:-9999px">Ida Holm</span> Per Lund.',
    ],
    ['the attribute', 'The chair is <span hidden>Ida Holm</span> Per Lund.'],
    ['aria-hidden', 'The chair is <span aria-hidden="true">Ida Holm</span> Per Lund.'],
    ['a class for listeners', 'The chair is <span class="visually-hidden">Ida Holm</span> Per Lund.'],
  ])('is no text: %s', (_, paragraph) => {
    expect(linesIn(`<p>${paragraph}</p>`)).toEqual(['The chair is Per Lund.']);
  });

  it('leaves what was put in its place, and no space before a comma', () => {
    expect(linesIn('<p>The dues are <del>30</del><ins>40</ins> crowns.</p>')).toEqual([
      'The dues are 40 crowns.',
    ]);
    expect(linesIn('<p>Ask Per <s>or Ida</s>, please.</p>')).toEqual(['Ask Per, please.']);
  });

  it.each([
    ['.old { display: none }', ['A', 'C']],
    ['span.old, .x { visibility: hidden !important }', ['A', 'C']],
    ['#b { text-decoration: line-through }', ['A', 'C']],
    ['.old { font-size: 0 } /* .new { display: none } */', ['A', 'C']],
    ['@media print { .old { display: none } }', ['A', 'B', 'C']],
    ['.menu .old { display: none }', ['A', 'B', 'C']],
    ['.old { display: none } .old { display: inline }', ['A', 'B', 'C']],
    ['.old { display: none } @media (min-width: 600px) { .old { display: block } }', ['A', 'B', 'C']],
    ['.old { display: none } .js .old { display: block }', ['A', 'B', 'C']],
    ['.old { display: none } .menu:hover .old { display: block }', ['A', 'C']],
    ['.old { opacity: 0; transition: opacity 1s }', ['A', 'B', 'C']],
  ])('is told by the page’s own style sheet, where that is sure: %s', (style, lines) => {
    const body = '<p>A</p><p><span class="old" id="b">B</span></p><p>C</p>';
    expect(linesIn(body, `<style>${style}</style>`)).toEqual(lines);
  });

  it('is text after all where a page hides most of itself, as slides do', () => {
    const slides = Array.from(
      { length: 12 },
      (_, i) => `<div class="slide"><p>The ship ${i} came in May.</p></div>`,
    );
    expect(linesIn(slides.join(''), '<style>.slide { display: none }</style>')).toHaveLength(12);
  });

  it('is text after all where it is nearly all of the main part, until the styles have arrived', () => {
    const text = 'The ship came in from the sea. '.repeat(80).trim();
    const page = inPage(
      `<main><h1>Ships</h1><div class="body">${text}</div></main>`,
      '<style>.body { opacity: 0 }</style>',
    );
    expect(pageOf(page).text).toContain(text);
  });

  it('is text after all where it is the main part of the page, which waits for consent', () => {
    const page = inPage(
      '<div aria-hidden="true"><main><p>The ship came in.</p></main></div><div role="dialog"><p>Do you agree?</p></div>',
    );
    expect(pageOf(page).text).toBe('The ship came in.');
  });
});

describe('what lies over a page', () => {
  const PRIVACY =
    'We and our 640 partners keep cookies on your device to measure what you read, and to show what you may like. ' +
    'You can agree to all of it, or choose what you agree to, and change your mind at any time on this page.';
  const main = '<h1>The pier</h1><p>The pier opened in May.</p><p>It has two cranes.</p>';

  it('is not read with it, be it a form below a short text', () => {
    const note = 'Your address will not be shown to anybody who reads this page.';
    const page = inPage(`<main>${main}<form><p>${note}</p><textarea></textarea></form></main>`);
    expect(pageOf(page).text).not.toContain('Your address');
    const whole = inPage(`<form id="aspnetForm"><input type="hidden"><div>${main}</div></form>`);
    expect(pageOf(whole).text).toContain('It has two cranes.');
  });

  it.each([
    [
      'a dialog',
      `<div role="dialog"><h2>Privacy</h2><p>${PRIVACY}</p><button>OK</button></div><main>${main}</main>`,
    ],
    ['a banner', `<div class="cookie-banner"><p>${PRIVACY}</p><button>OK</button></div><main>${main}</main>`],
    [
      'a banner of a service',
      `<main>${main}</main><div id="CybotCookiebotDialog"><p>${PRIVACY}</p><a href="#">OK</a></div>`,
    ],
    ['a modal', `<section aria-modal="true"><p>${PRIVACY}</p></section><article>${main}</article>`],
    [
      'something without a name',
      `<div class="bottom"><p>${PRIVACY}</p><p>${PRIVACY}</p></div><main>${main}</main>`,
    ],
  ])('is not taken for the page: %s', (_, body) => {
    expect(pageOf(inPage(body)).text).toContain('It has two cranes.');
    expect(pageOf(inPage(body)).text).not.toContain('partners');
  });
});

describe('raised and lowered text', () => {
  it('is an exponent, a note or an ending, as its place says', () => {
    const text =
      'It lifts 10<sup>3</sup> kg over 40 m<sup>2</sup>.<sup>4</sup> The 2<sup>nd</sup> uses CO<sub>2</sub> <sup>[5]</sup>. Ask us.';
    expect(linesIn(`<p>${text}</p>`)).toEqual(['It lifts 10³ kg over 40 m². The 2nd uses CO₂. Ask us.']);
  });

  it('is so also where a style raises it', () => {
    expect(linesIn('<p>It has 10<span style="vertical-align: super">26</span> parts.</p>')).toEqual([
      'It has 10²⁶ parts.',
    ]);
    const style = '<style>.c7 { vertical-align: super; font-size: 8pt }</style>';
    expect(linesIn('<p>It has 10<span class="c7">26</span> parts.</p>', style)).toEqual([
      'It has 10²⁶ parts.',
    ]);
  });

  it('is left out where it leads to a note, whatever it stands behind', () => {
    const text =
      'It has 10<sup><a href="#n1">3</a></sup> cranes<a href="#n2"><sup>4</sup></a> and a hall<a href="#n3">[5]</a>.';
    expect(linesIn(`<p>${text}</p>`)).toEqual(['It has 10 cranes and a hall.']);
    expect(linesIn('<p>See part <a href="#p3">3</a>.</p>')).toEqual(['See part 3.']);
  });

  it('is read in formulas, also in those that are shown as a picture', () => {
    const power =
      '<math><semantics><msup><mn>10</mn><mn>26</mn></msup><annotation>10^{26}</annotation></semantics></math>';
    expect(linesIn(`<p>It takes ${power} steps.</p>`)).toEqual(['It takes 10²⁶ steps.']);
    expect(linesIn(`<p>It takes <span style="display: none">${power}</span> steps.</p>`)).toEqual([
      'It takes 10²⁶ steps.',
    ]);
    const half = '<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>';
    expect(linesIn(`<p>It is ${half}.</p>`)).toEqual(['It is (a + b)/2.']);
  });
});

describe('characters that look like others', () => {
  it('are read as those that they stand for', () => {
    expect(linesIn('<h2>⼯作</h2><p>⻢斯克没有参加这次会⾯，of\ufb01ce。</p><pre>⽂</pre>')).toEqual([
      '马斯克没有参加这次会面，office。',
      '文',
    ]);
  });
});
