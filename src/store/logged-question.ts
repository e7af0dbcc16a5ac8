/** A question that members of one server asked, with what became of it. Holds no user id. */
export interface LoggedQuestion {
  readonly id: string;
  readonly guild: string;
  /** As it was first asked, without control characters. */
  readonly text: string;
  /** How often it was asked in vain. */
  readonly unanswered: number;
  /** How often it was asked, and it was not sure whether the documents answer. */
  readonly unsure: number;
  /** On sure answers, and on those that were not. */
  readonly thumbs: Readonly<Record<Thumb['verdict'], Thumbs>>;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** What a member says of an answer, and whether the bot was sure of that answer. */
export interface Thumb {
  readonly verdict: 'answered' | 'unsure';
  readonly isUp: boolean;
}

export interface Thumbs {
  readonly up: number;
  readonly down: number;
}
