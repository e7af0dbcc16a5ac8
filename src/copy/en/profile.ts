import { list, plural } from './phrases.js';

/** The words of /profile. */
export const profile = {
  description: 'What the documents say of a company, chip, alliance, policy or person, with sources',
  name: 'A name; the names that the documents have appear as you type',
  of: 'Profile: ',
  /** As the glossary writes it. */
  kind: (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1),
  also: (names: readonly string[]) => `Also: ${list(names)}`,
  chinese: (names: readonly string[]) => `Chinese: ${list(names)}`,
  named: (count: number) => `Named in ${plural(count, 'sentence')} of the documents`,
  undated: 'The documents date nothing of it. What else they say:',
  related: 'Go on to a name that is named beside it',
  together: (count: number) => `in ${plural(count, 'paragraph')} together`,
  unknown: (asked: string) => `The documents name nothing called “${asked}” that I know.`,
  nearest: 'These names come nearest:',
  choose: 'Choose a name',
  ask: 'Ask with /ask or look for the words with /search instead.',
} as const;
