import type { Services } from '../../discord/command.js';
import type { Filled, Form } from '../../discord/form.js';
import type { Line } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import type { Moderator } from './moderated.js';

/** One of the forms that settings are made in. */
export interface SettingsPage {
  form(current: GuildSettings): Form;
  read(current: GuildSettings, filled: Filled, moderator: Moderator, services: Services): Promise<ReadForm>;
  /** What is set now, in words. */
  lines(settings: GuildSettings, now: Date): Line[];
}

export interface ReadForm {
  readonly next: GuildSettings;
  /** What was not taken, and stays as it was. */
  readonly faults: readonly Line[];
}
