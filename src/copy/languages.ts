import type { Copy } from './copy.js';
import { en } from './en/en.js';

/** The languages of Discord's client that the bot speaks, by Discord's names for them. */
const LANGUAGES: Readonly<Record<string, Copy>> = { 'en-US': en, 'en-GB': en };

/** What a member reads, by the language of their client; English where theirs is not spoken. */
export function copyFor(locale: string): Copy {
  return Object.hasOwn(LANGUAGES, locale) ? (LANGUAGES[locale] ?? en) : en;
}

/** One text in each language but English, by Discord's names for them; without those that say the same. */
export function inOtherLanguages(text: (copy: Copy) => string): Record<string, string> {
  const english = text(en);
  const others = Object.entries(LANGUAGES).map(([locale, copy]) => [locale, text(copy)] as const);
  return Object.fromEntries(others.filter(([, said]) => said !== english));
}
