import { exponent, index } from '../raised.js';
import { elementsIn, type HtmlElement, type HtmlNode, nameOf } from './dom.js';

/**
 * A formula in MathML as it can stand on a line: `10²⁶`, `x₁`, `(a + b)/2`, `√(x)`. Notes on it in other languages,
 * such as TeX, are left out.
 */
export function formula(node: HtmlNode): string {
  const name = nameOf(node);
  if (name.startsWith('annotation')) return '';
  if (name === 'mspace') return ' ';
  const children = elementsIn(node);
  if (children.length === 0)
    return name === 'mtext' ? (node.textContent ?? '') : (node.textContent?.trim() ?? '');
  const parts = children.map((child) => spaced(child, formula(child)));
  const [base = '', second = '', third = ''] = parts.map((part) => part.trim());
  switch (name) {
    case 'semantics':
      return base;
    case 'mover':
    case 'munder':
      return ACCENTS.has(second) ? base + ACCENTS.get(second) : shiftedBeside(name, base, second);
    case 'msup':
    case 'msub':
      return shiftedBeside(name, base, second);
    case 'msubsup':
    case 'munderover':
      return grouped(base) + index(second) + exponent(third);
    case 'mfrac':
      return `${grouped(base)}/${grouped(second)}`;
    case 'mroot':
      return grouped(base) + exponent(`1/${second}`);
    case 'msqrt':
      return `√(${joined(parts)})`;
    default:
      return joined(parts);
  }
}

function joined(parts: readonly string[]): string {
  return parts.join('').replace(/ {2,}/g, ' ').trim();
}

function shiftedBeside(name: string, base: string, other: string): string {
  return grouped(base) + (/p$|over/.test(name) ? exponent(other) : index(other));
}

/** As they are combined with the letter before them. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['¯', '\u0305'],
  ['‾', '\u0305'],
  ['_', '\u0332'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['→', '\u20d7'],
  ['˙', '\u0307'],
]);

/** Signs between two things have a space on both sides. */
function spaced(part: HtmlElement, text: string): string {
  return nameOf(part) === 'mo' && /^[=<>≤≥≈≠∼~+−×⋅·≫≪→∈⟺⟹⇒⇔-]$/.test(text) ? ` ${text} ` : text;
}

/** In brackets where it is more than one thing. */
function grouped(text: string): string {
  return /[\s/]/.test(text) ? `(${text})` : text;
}
