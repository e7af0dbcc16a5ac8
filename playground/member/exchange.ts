import type { APIMessage } from 'discord-api-types/v10';
import type { Owners } from '../owners.js';
import type { ModalBody } from '../rules/modal.js';
import type { OptionChoice } from '../rules/option.js';

/** A form that is open in front of somebody, with all that is needed to send it. */
export type OpenForm = Pick<Exchange, 'modal' | 'owners' | 'source'>;

/** What a member sees of one interaction. */
interface SeenExchange {
  /** The bot first said that it is thinking (or, for a component, nothing), and answered later. */
  deferred: boolean;
  /** Only the member sees the reply. */
  ephemeral: boolean;
  /** "The application did not respond": nothing came within 3 s, or nothing more within 15 min. */
  failed: boolean;
  /** Milliseconds from the interaction to the first callback, by the playground's clock. */
  firstReplyMs: number | undefined;
  /** The reply, or the message that a component changed, as it is now. */
  message: APIMessage | undefined;
  /** What a message of this exchange was after each later edit, oldest first. */
  edits: readonly APIMessage[];
  followUps: readonly APIMessage[];
  modal: ModalBody | undefined;
  /** What autocomplete offers. */
  choices: readonly OptionChoice[] | undefined;
}

/** One interaction from the member's side, from the click to the last follow-up. It changes as the bot answers. */
export class Exchange implements SeenExchange {
  /** Id of the interaction. */
  readonly id: string;
  /** Whose installs allow it. */
  readonly owners: Owners;
  /** The message whose component was used, or from which the form was opened. */
  readonly source: APIMessage | undefined;
  deferred = false;
  ephemeral = false;
  failed = false;
  firstReplyMs: number | undefined;
  message: APIMessage | undefined;
  edits: readonly APIMessage[] = [];
  followUps: readonly APIMessage[] = [];
  modal: ModalBody | undefined;
  choices: readonly OptionChoice[] | undefined;

  #settle: () => void = () => {};
  #waiting: (() => void)[] = [];
  #settled = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  constructor({ id, owners, source }: Pick<Exchange, 'id' | 'owners' | 'source'>) {
    this.id = id;
    this.owners = owners;
    this.source = source;
  }

  /** Resolves when the bot has answered: a reply, an edit of a deferred one, a modal, choices, or a failure. */
  async settled(): Promise<this> {
    await this.#settled;
    return this;
  }

  /** Resolves at the next change after this call. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Writes down what the bot did. `settles` is false where the member still waits. */
  record(change: Partial<SeenExchange>, { settles = true } = {}): void {
    Object.assign(this, change);
    if (settles) this.#settle();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  fail(): void {
    this.record({ failed: true });
  }
}
