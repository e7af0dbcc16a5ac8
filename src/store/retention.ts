/** How much is kept of what members say, and for how long. `/privacy` and docs/privacy.md tell them the same. */
export const RETENTION = {
  /** From when it was asked last. */
  questionDays: 90,
  /** Of a server. */
  questions: 5_000,
  reportDays: 90,
  /** Of a server. */
  reports: 1_000,
  /** Of a member, in a server: nobody can push out what others report. */
  reportsOfMember: 20,
  /** How long a preview can be published. */
  draftDays: 1,
  /** From when the bot left a server, or was last used there since. */
  guildDays: 30,
} as const;

export const DAY_MS = 24 * 60 * 60 * 1_000;
