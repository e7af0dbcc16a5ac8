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
