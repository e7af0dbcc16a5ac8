import type { TextBlock } from '../layout.js';
import { codeBlocks, preformattedBlocks } from '../preformatted.js';
import type { HtmlElement } from './dom.js';

/** What stands in a `<pre>`: code, or prose in hard-wrapped lines. */
export function preBlocks(pre: HtmlElement): TextBlock[] {
  const text = pre.textContent ?? '';
  return isMarkedAsCode(pre) ? codeBlocks(text) : preformattedBlocks(text);
}

function isMarkedAsCode(pre: HtmlElement): boolean {
  const names = `${pre.getAttribute('class')} ${pre.getAttribute('data-language')}`;
  return (
    /code|highlight|lang|brush|prettyprint|terminal|console/i.test(names) ||
    pre.querySelector('code, kbd, samp') !== null
  );
}
