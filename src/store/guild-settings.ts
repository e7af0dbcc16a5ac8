/** What moderators have set for their server; what they have not set is absent. */
export interface GuildSettings {
  readonly moderatorRole?: string;
  readonly reportChannel?: string;
  /** A cron expression. */
  readonly schedule?: string;
  /** Its time zone by IANA's name; UTC where it is absent. */
  readonly scheduleZone?: string;
  /** Whether answers are shown to the asker alone unless they choose otherwise. */
  readonly answersPrivate?: boolean;
  readonly questionsPerMinute?: number;
  readonly questionLog?: boolean;
}

/** When a server's sources are to be read again, as {@link GuildSettings} has it; or what is wrong with its settings. */
export type Schedule = { readonly guild: string } & (
  | { readonly schedule: string; readonly zone?: string }
  | { readonly damage: unknown }
);

/** `now` with what `next` has otherwise than `before`: what somebody else has set since stays. */
export function withChanges(now: GuildSettings, before: GuildSettings, next: GuildSettings): GuildSettings {
  const names = Object.keys({ ...before, ...next }) as (keyof GuildSettings)[];
  const changed = new Set(names.filter((name) => before[name] !== next[name]));
  const untouched = Object.entries(now).filter(([name]) => !changed.has(name as keyof GuildSettings));
  const set = Object.entries(next).filter(([name]) => changed.has(name as keyof GuildSettings));
  return Object.fromEntries([...untouched, ...set]);
}
