import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { OptionValue } from '../../playground/commands.js';
import { en as copy } from '../../src/copy/en/en.js';
import { button, whole } from '../support/moderated-server.js';
import { type Attack, guilds, moderators, nth, type Where } from './attack.js';
import { customId, rowsOf } from './custom-ids.js';
import { changedFile, floodedFile, type HostileFile } from './files.js';
import { filledIn, openForms } from './forms.js';
import { givenFor, leaves, typedInto } from './options.js';
import { hostilePage } from './pages.js';
import { hostileText, questionIn, scripts } from './texts.js';
import * as yaml from './yaml.js';

// Each kind gives the bot so many inputs of one sort, as the same seed always makes them.

export type Kind = (attack: Attack, count: number, seed: number) => Promise<void>;

const anybody: readonly Where[] = [
  ...moderators,
  ...guilds.map((guild) => ({ user: 'member', guild }) as const),
];

export const kinds: Readonly<Record<string, Kind>> = {
  questions: async (attack, count, seed) => {
    const { playground, nextMinute } = attack.target;
    for (const [position, [question, isPrivate]] of sample(aQuestion, count, seed).entries()) {
      const as = nth(anybody, position);
      await nextMinute();
      await attack.attempt('questions', question, as, () =>
        playground.use({ command: 'ask', options: { question, private: isPrivate }, ...as }),
      );
    }
  },

  autocomplete: async (attack, count, seed) => {
    const { playground } = attack.target;
    const places = playground.commands().flatMap(({ name, options }) => typedInto(name, options ?? []));
    for (const [position, typed] of sample(hostileText(500), count, seed).entries()) {
      const as = nth(anybody, position);
      const { command, option } = nth(places, position);
      await attack.attempt('autocomplete', `/${command} ${option}: ${typed}`, as, () =>
        playground.autocomplete({ command, options: { [option]: typed }, focused: option, ...as }),
      );
    }
  },

  'options of commands': async (attack, count, seed) => {
    const { playground, nextMinute } = attack.target;
    const used = playground.commands().flatMap(({ name, options }) => leaves(name, options ?? []));
    const filled = used.map(({ command, options }) =>
      fc
        .record(Object.fromEntries(options.map((option) => [option.name, givenFor(option)])), {
          requiredKeys: [],
        })
        .map((values) => ({ command, options: values as Record<string, OptionValue> })),
    );
    for (const [position, { command, options }] of sample(fc.oneof(...filled), count, seed).entries()) {
      const as = nth(anybody, position);
      await nextMinute();
      await attack.attempt('options of commands', `/${command} ${JSON.stringify(options)}`, as, () =>
        playground.use({ command, options, ...as }),
      );
    }
  },

  'custom ids': async (attack, count, seed) => {
    // Each in a message of its own: a press may put another one in its place.
    for (const [position, id] of sample(customId(attack), count, seed).entries()) {
      const as = nth(anybody, position);
      const message = await attack.post(as.guild, rowsOf([id]));
      await attack.attempt('custom ids', id, as, () => attack.target.playground.press(message, id, as));
    }
  },

  selects: async (attack, count, seed) => {
    const { playground } = attack.target;
    const chosen = fc.tuple(customId(attack), hostileText(100));
    for (const [position, [custom_id, value]] of sample(chosen, count, seed).entries()) {
      const as = nth(anybody, position);
      const select = { type: ComponentType.StringSelect, custom_id, options: [{ label: 'a', value }] };
      const message = await attack.post(as.guild, [{ type: ComponentType.ActionRow, components: [select] }]);
      await attack.attempt('selects', `${custom_id} = ${value}`, as, () =>
        playground.select(message, custom_id, [value], as),
      );
    }
  },

  forms: async (attack, count, seed) => {
    const { playground, nextMinute } = attack.target;
    await openForms(attack);
    const choose = fc.tuple(
      fc.nat(),
      fc.option(customId(attack)),
      fc.infiniteStream(hostileText(4_000)),
      fc.boolean(),
    );
    for (const [position, [which, forgedId, texts, isAway]] of sample(choose, count, seed).entries()) {
      const form = attack.seen.forms[which % attack.seen.forms.length];
      if (!form?.exchange.modal) throw new Error('no form was opened');
      const modal = { ...form.exchange.modal, custom_id: forgedId ?? form.exchange.modal.custom_id };
      const opened = { ...form.exchange, modal };
      const fields = filledIn(modal.components, texts);
      const as = isAway ? nth(anybody, position) : form.as;
      await nextMinute();
      await attack.attempt('forms', `${modal.custom_id} ${JSON.stringify(fields)}`, as, () =>
        playground.submitModal(opened, fields, as),
      );
    }
  },

  'attached files': async (attack, count, seed) => {
    for (const [position, one] of sample(aDocument, count, seed).entries()) {
      const as = nth(moderators, position);
      await preview(attack, 'attached files', named(one), as, { file: one });
    }
  },

  'web pages and robots.txt': async (attack, count, seed) => {
    for (const [position, page] of sample(hostilePage, count, seed).entries()) {
      const url = attack.target.sites.publish(page);
      await preview(
        attack,
        'web pages and robots.txt',
        `${url} ${page.status} ${JSON.stringify(page.headers)} ${page.bytes.length} bytes`,
        nth(moderators, position),
        { url },
      );
    }
  },

  'files of the folder': async (attack, count, seed) => {
    const documents = sample(aDocument, count, seed);
    const beside = sample(yaml.sidecar, count, seed);
    for (let from = 0; from < count; from += FILES) {
      for (let at = from; at < Math.min(count, from + FILES); at++) {
        const { filename, bytes } = documents[at] as HostileFile;
        const path = `hostile/${at}${/\.\w+$/.exec(filename)?.[0] ?? '.md'}`;
        await attack.write(path, bytes);
        if (at % 3 === 0) await attack.write(`${path}.yaml`, beside[at] ?? '');
      }
      await refresh(attack, 'files of the folder', Math.min(FILES, count - from), `files ${from} and after`);
    }
  },

  'glossary, judged and known questions': async (attack, count, seed) => {
    const all = [
      ['glossary.yaml', yaml.glossary],
      ['questions.yaml', yaml.judgedQuestions],
      ['asked/harbour.yaml', yaml.askedQuestions],
    ] as const;
    const texts = all.map(([path, arbitrary]) =>
      sample(arbitrary, count, seed).map((text) => ({ path, text })),
    );
    for (let round = 0; round < count / all.length; round++) {
      for (const kind of texts) await attack.write(kind[round]?.path ?? '', kind[round]?.text ?? '');
      const input = texts.map((kind) => kind[round]?.text).join('\n…\n');
      await refresh(attack, 'glossary, judged and known questions', all.length, input);
    }
  },
};

function sample<T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): T[] {
  return count === 0 ? [] : fc.sample(arbitrary, { numRuns: count, seed });
}

const aQuestion = fc.tuple(
  fc.constantFrom(...scripts).chain((script) => questionIn(script)),
  fc.boolean(),
);

const aDocument = fc.oneof(changedFile, floodedFile, yaml.frontMatter);

/** Files of the folder that are read at one refresh. */
const FILES = 100;

/** Adds a document, and does something with its preview: looks on, publishes or discards it. */
async function preview(
  attack: Attack,
  kind: string,
  input: string,
  as: Where,
  options: Record<string, OptionValue>,
): Promise<void> {
  const { playground } = attack.target;
  const added = await attack.attempt(kind, input, as, () =>
    playground.use({ command: 'knowledge add', options, ...as }),
  );
  const shown = added?.followUps.at(-1) ?? added?.message;
  if (!shown) return;
  const labels = [copy.reply.next, copy.knowledge.preview.publish, copy.knowledge.preview.discard];
  const label = nth(labels, input.length);
  const text = JSON.stringify(shown.components);
  if (!text.includes(`"label":${JSON.stringify(label)}`)) return;
  const id = button(shown, label);
  await attack.attempt(kind, `${input}: ${label}`, as, () => playground.press(shown, id, as));
}

/** A refresh from the folder as it is, by moderators of the home server; what it would change is not published. */
async function refresh(attack: Attack, kind: string, inputs: number, input: string): Promise<void> {
  const { playground } = attack.target;
  const as: Where = { user: 'moderator', guild: 'home' };
  const act = () =>
    playground.use({ command: 'knowledge refresh', options: { collection: 'shared' }, ...as });
  const refreshed = await attack.attempt(kind, input, as, act, inputs);
  const shown = refreshed && (await whole(refreshed));
  if (
    shown &&
    JSON.stringify(shown.components).includes(`"label":${JSON.stringify(copy.knowledge.preview.discard)}`)
  ) {
    await whole(await playground.press(shown, button(shown, copy.knowledge.preview.discard), as));
  }
  await attack.tidy();
}

function named({ filename, bytes }: HostileFile): string {
  return `${filename}, ${bytes.length} bytes, beginning ${JSON.stringify(Buffer.from(bytes).toString().slice(0, 80))}`;
}
