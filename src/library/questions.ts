import type { Verdict } from '../answer/gate.js';
import type { GuildSettings } from '../store/guild-settings.js';
import type { LoggedQuestion, Thumb } from '../store/logged-question.js';
import type { Forgotten } from '../store/logged-report.js';

/**
 * What members ask, kept where the server's settings allow it. `settings` are those of the server, which the caller has
 * read for the interaction.
 */
export interface Questions {
  /**
   * Notes a question with what came of it: one that all could see is asked again in previews, and one without a sure
   * answer is counted. Nothing in a direct message. What a member asked to be private is not to be noted at all. Resolves
   * when it is noted, or lost: then the log says so. Never rejects.
   */
  noteQuestion(
    guildId: string | null,
    settings: GuildSettings,
    question: string,
    verdict: Verdict,
    seen?: { readonly isSeenByAll?: boolean },
  ): Promise<void>;
  /** Counts a member's thumb on an answer; a second one replaces the first. */
  noteThumb(
    guildId: string,
    settings: GuildSettings,
    question: string,
    member: string,
    thumb: Thumb,
  ): Promise<void>;
  /**
   * What members asked and got no sure answer to, near-duplicates together, most asked first; without what has become
   * a known question since, for as long as its answer is there.
   */
  questions(guildId: string): Promise<readonly AskedQuestion[]>;
  /** How many questions are kept of a server, whatever came of them: so many would go with the log. */
  questionCount(guildId: string): Promise<number>;
  /** Hides a question and its near-duplicates, and notes in the history who did. */
  dismiss(question: AskedQuestion, by: string): Promise<void>;
  /** Removes every thumb and report of a member, in all servers. */
  forgetMember(member: string): Promise<Forgotten>;
}

/** A question, or several that ask nearly the same. */
export interface AskedQuestion {
  /** The one that was asked most. */
  readonly text: string;
  /** How often they were asked in vain, together. */
  readonly unanswered: number;
  /** How often they were asked, and it was not sure whether the documents answer. */
  readonly unsure: number;
  readonly thumbs: LoggedQuestion['thumbs'];
  readonly lastAt: Date;
  readonly questions: readonly LoggedQuestion[];
}
