import type { Copy } from './copy.js';
import { de } from './de/de.js';
import { en } from './en/en.js';
import { es } from './es/es.js';
import { fr } from './fr/fr.js';
import { zhCn } from './zh-cn/zh-cn.js';
import { zhTw } from './zh-tw/zh-tw.js';

/** The languages of Discord's client that the bot speaks, by Discord's names for them. */
export const LANGUAGES = {
  'en-US': en,
  'en-GB': en,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
  'es-ES': es,
  'es-419': es,
  fr,
  de,
} as const satisfies Readonly<Record<string, Copy>>;

/** What a member reads, by the language of their client; English where theirs is not spoken. */
export function copyFor(locale: string): Copy {
  return isSpoken(locale) ? LANGUAGES[locale] : en;
}

function isSpoken(locale: string): locale is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, locale);
}

/** One text in each language but English, by Discord's names for them; without those that say the same. */
export function inOtherLanguages(text: (copy: Copy) => string): Record<string, string> {
  const english = text(en);
  const others = Object.entries(LANGUAGES).map(([locale, copy]) => [locale, text(copy)] as const);
  return Object.fromEntries(others.filter(([, said]) => said !== english));
}
