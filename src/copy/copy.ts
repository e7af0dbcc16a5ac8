import type { en } from './en/en.js';

/**
 * All that members and moderators read, in one language. English decides what there is to say: a sentence that is missing
 * in another language, or that English does not have, is no `Copy`.
 */
export type Copy = InAnyLanguage<typeof en>;

type InAnyLanguage<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends (...args: never[]) => unknown
    ? T
    : T extends string
      ? string
      : { readonly [K in keyof T]: InAnyLanguage<T[K]> };
