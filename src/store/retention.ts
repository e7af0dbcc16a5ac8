// How long what is kept for a while is kept. The privacy notice states these figures.

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A preview can be published for a day; so can what was put for a draft that never came. */
export const DRAFT_MS = DAY_MS;
/** From the last time that it was asked. */
export const QUESTION_MS = 90 * DAY_MS;
/** From the moment the bot left the server. */
export const GUILD_MS = 30 * DAY_MS;
