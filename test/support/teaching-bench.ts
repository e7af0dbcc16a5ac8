import type { APIMessage, APIStringSelectComponent } from 'discord.js';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import type { Embedder } from '../../src/index/embedding/embedder.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { type ModeratedServer, moderator, openServer, selectsIn, textOf, whole } from './moderated-server.js';

const files = {
  'ferry.md':
    '---\ntitle: Ferry\npublished: 2026-02-01\n---\n\nThe last boat to the island casts off at noon.\n\nThe harbour was built in 1907.\n',
  'market.md': '# Market\n\nThe market opens on Tuesday.\n',
};
export const member: As = { user: 'member' };
export const there: As = { ...moderator, guild: 'other' };
/** Whether this is its answer is not sure. */
export const question = 'Until when can I get to the island?';
export const answer = 'The last boat to the island casts off at noon.';

/** A server for each test, with questions that members ask in vain, by way of the real client. */
export class TeachingBench {
  server!: ModeratedServer;

  constructor() {
    let embedder: Embedder | undefined;
    beforeAll(async () => {
      embedder = await openEmbedder();
    });
    beforeEach(async () => {
      this.server = await openServer({
        files,
        library: {
          buildSnapshot: (name, { documents, glossary, knownQuestions }, giveWay) =>
            buildSnapshot(name, documents, glossary, { embedder, knownQuestions, giveWay }),
        },
      });
    });
    afterEach(() => this.server.end());
  }

  /** Asks, and waits until the question is noted, which the answer does not wait for. */
  async ask(text: string, as: As = member): Promise<string> {
    const { library, playground } = this.server;
    const guild = playground.world.guilds[as.guild ?? 'home'].id;
    const asked = async () =>
      (await library.questions(guild)).reduce((sum, one) => sum + one.unanswered + one.unsure, 0);
    const before = await asked();
    const shown = await this.answerTo(text, as);
    await expect.poll(asked).toBe(before + 1);
    return shown;
  }

  /** What is answered, without what is only emphasis. */
  async answerTo(text: string, as: As = member): Promise<string> {
    return (await this.server.ask(text, as)).replaceAll('**', '');
  }

  /** Chooses, in the select of a message, the options whose label or description has these words. */
  async choose(message: APIMessage, wanted: readonly string[], as = moderator): Promise<APIMessage> {
    const { custom_id, options } = selectIn(message);
    const values = wanted.map(
      (part) =>
        options.find(({ label, description = '' }) => `${label} ${description}`.includes(part))?.value ??
        expect.fail(`no choice "${part}" among ${options.map(({ label }) => label).join(', ')}`),
    );
    return whole(await this.server.playground.select(message, custom_id, values, as));
  }

  /** Teaches what was asked first on the list, up to the preview. */
  async teach(part = 'casts off', as = moderator): Promise<APIMessage> {
    const list = await this.server.knowledge('questions', {}, as);
    const passages = await this.server.press(list, copy.knowledge.teach.button, as);
    return this.choose(passages, [part], as);
  }

  async publish(preview: APIMessage, as = moderator): Promise<APIMessage> {
    return this.server.press(preview, copy.knowledge.preview.publish, as);
  }
}

/** The select of a message. */
export function selectIn(message: APIMessage): APIStringSelectComponent {
  return selectsIn(message)[0] ?? expect.fail(`no select in:\n${textOf(message)}`);
}
