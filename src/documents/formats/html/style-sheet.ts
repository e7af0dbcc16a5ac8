import { type Effect, effectsOf } from './css-effects.js';

/** Of those that end in one name, id or class: each element is compared with all of its own. */
const MAX_RULES = 200;

const NONE: readonly Effect[] = [];

/** What the style sheets of a page do to an element. */
export interface StyleSheet {
  effectsOn(element: Styled): readonly Effect[];
}

export interface Styled {
  /** In small letters. */
  readonly name: string;
  readonly id: string;
  /** As they are written, with white space between them. */
  readonly classes: string;
}

interface Rule {
  readonly compound: Compound;
  readonly effects: readonly Effect[];
  /** Of two rules, the one with the higher rank wins. */
  readonly rank: number;
  /** Does it apply whatever stands around the element, the window is like, and a script does? */
  readonly isSure: boolean;
}

/** A selector of one element by nothing but its name, id and classes, each with its sign: `p`, `#a`, `.b`. */
type Compound = readonly string[];

/**
 * Reads what style sheets do to elements that are selected by name, id or classes. What needs more than that (a place
 * among others, a state, a window) hides nothing here; but where it shows what another rule hides, as a script or a
 * wide window may, the element is seen.
 */
export function readStyleSheet(css: string): StyleSheet {
  const rules = new Map<string, Rule[]>();
  rulesOf(css).forEach((written, order) => {
    for (const rule of readRules(written, order)) {
      const key = rule.compound.at(-1) ?? '';
      const known = rules.get(key);
      if (!known) rules.set(key, [rule]);
      else if (known.length < MAX_RULES) known.push(rule);
    }
  });
  // Most elements of a page are called like others of it.
  const known = new Map<string, readonly Effect[]>();
  return {
    effectsOn(element) {
      if (rules.size === 0) return NONE;
      const key = `${element.name}#${element.id}.${element.classes}`;
      const effects = known.get(key) ?? effectsOfRules(rules, element);
      known.set(key, effects);
      return effects;
    },
  };
}

function effectsOfRules(
  rules: ReadonlyMap<string, readonly Rule[]>,
  { name, id, classes }: Styled,
): readonly Effect[] {
  const parts = [name, `#${id}`, ...classes.split(/\s+/).map((one) => `.${one}`)];
  const found = parts.flatMap((part) => rules.get(part) ?? []);
  const matching = found.filter(({ compound }) => compound.every((part) => parts.includes(part)));
  const effects = matching.filter(({ isSure }) => isSure).flatMap((rule) => rule.effects);
  return effects.includes('hidden') && isSeen(matching)
    ? effects.filter((effect) => effect !== 'hidden')
    : effects;
}

/** Is an element seen to which these rules apply, of which one hides it? */
function isSeen(rules: readonly Rule[]): boolean {
  const about = rules.filter(({ effects }) => effects.includes('hidden') || effects.includes('shown'));
  const [winner] = about.filter(({ isSure }) => isSure).sort((a, b) => b.rank - a.rank);
  if (!winner?.effects.includes('hidden')) return true;
  const isUndone = ({ compound }: Rule) => compound.some((part) => winner.compound.includes(part));
  return about.some((rule) => !rule.isSure && isUndone(rule));
}

interface WrittenRule {
  readonly selectors: string;
  readonly declarations: string;
  readonly isConditional: boolean;
}

function readRules({ selectors, declarations, isConditional }: WrittenRule, order: number): Rule[] {
  const effects = effectsOf(declarations);
  if (effects.length === 0) return [];
  const isImportant = declarations.includes('!important');
  return selectors.split(',').flatMap((selector): Rule[] => {
    const whole = compoundOf(selector.trim());
    const isSure = whole !== undefined && !isConditional;
    const compound = whole ?? compoundOf(lastOf(selector));
    if (!compound || (!isSure && !effects.includes('shown'))) return [];
    const specificity =
      compound.filter((part) => part.startsWith('.')).length + (selector.includes('#') ? 100 : 0);
    return [{ compound, effects, isSure, rank: (isImportant ? 1e12 : 0) + specificity * 1e6 + order }];
  });
}

function compoundOf(selector: string): Compound | undefined {
  return /^(?:[\w-]+|[.#][\w-]+)(?:[.#][\w-]+)*$/.test(selector) ? selector.split(/(?=[.#])/) : undefined;
}

/** The element that a longer selector is about; but what is shown only below a pointer is not. */
function lastOf(selector: string): string {
  if (/:(?:hover|focus)/.test(selector)) return '';
  return (
    selector
      .trim()
      .split(/[\s>+~]/)
      .at(-1)
      ?.split(/[:[]/)[0] ?? ''
  );
}

/** The rules of a style sheet, also those that stand in conditions such as `@media`. */
function rulesOf(css: string): WrittenRule[] {
  const rules: WrittenRule[] = [];
  const open: string[] = [];
  let start = 0;
  const text = withoutComments(css);
  for (const { 0: sign, index } of text.matchAll(/[{};]/g)) {
    const isDeclaration = open.length > 0 && !open.at(-1)?.startsWith('@');
    if (sign === ';' && isDeclaration) continue;
    const words = text.slice(start, index).trim();
    start = index + 1;
    if (sign === '{') open.push(words);
    if (sign !== '}') continue;
    const selectors = open.pop() ?? '@';
    const isConditional = open.some((around) => around.startsWith('@'));
    if (!selectors.startsWith('@')) rules.push({ selectors, declarations: words, isConditional });
  }
  return rules;
}

function withoutComments(css: string): string {
  const [first = '', ...others] = css.split('/*');
  return [first, ...others.map((part) => part.split('*/').slice(1).join(' '))].join(' ');
}
