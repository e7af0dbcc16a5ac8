import { ComponentType } from 'discord.js';
import { type Component, isSelect } from '../../playground/rules/components.js';
import { commands, messageCommands } from '../../src/commands/commands.js';
import {
  type As,
  componentsOf,
  ELSEWHERE,
  type Given,
  type GivenForm,
  type GivenMessage,
  type Handlers,
  openHandlers,
} from '../support/handlers.js';

// All that the bot shows, shown once in one language: each command in several ways, then each button, select and form of what came
// of it. The documents are in words of no language, so that each word of a reply that is in some language is the bot's own.

/** What came of each step, by its name, which is the same in every language. */
export type Tour = ReadonlyMap<string, readonly Given[]>;

function document(title: string, sentences: readonly string[], more = ''): string {
  const fields = `publisher: Krellum\nauthor: Ombra Tusk\nurl: https://krellum.example/x\npublished: 2023-01-02${more}`;
  const [first, ...others] = sentences.map((sentence) => `${sentence}[^a][^b][^c]`);
  return `---\ntitle: ${title}\n${fields}\n---\n\n${first}\n\n# Fendric\n\n${others.join('\n\n')}\n
[^a]: Krellum, 2023-01-02, <https://krellum.example/y>
[^b]: Dastiv, 2023-02-02, <https://dastiv.example/y>
[^c]: Ulmar, 2023-02-03, <https://ulmar.example/y>\n`;
}

const ANSWER = 'Zorvane gralled Plimtor norviq 2025-07-25.';
const QUESTION = 'zorvane gralled plimtor norviq?';
export const FILES: Readonly<Record<string, string>> = {
  'plimtor.md': document(
    'Plimtor Vexil',
    [
      ANSWER,
      'Plimtor vexil Quandry mirthol 2024-03-04.',
      'Quandry brasik Zorvane ultim 2023-11-30.',
      'Marnok fezzil Zorvane 2022-01-02.',
    ],
    '\nas_of: 2024-01',
  ),
  'brasik.md': document('Brasik Ultim', [
    'Wexlor drun Plimtor skarn 2025-02-01.',
    'Zorvane gralled Plimtor norviq 2021-07-25.',
    'Zorvane gralled Drummel norviq 2025-07-25.',
    'Zorvane norviq Plimtor haldri 2020-01-01.',
    'Zorvane plimtor gralled haldri skarn.',
    'Norviq plimtor zorvane wexlor drun.',
  ]),
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `kaltov-${at}.md`,
      document(`Kaltov ${at}`, [`Kaltov ${at} meldra Zorvane ${2000 + at}.`, `Hesk ${at} plimtor.`]),
    ]),
  ),
  'drummel.md': '',
  'skarn.md': '---\ntitle: Skarn\nwexfield: x\npublished: haldri\n---\n\nSkarn haldri wexlor.\n',
  'glossary.yaml': JSON.stringify({
    entities: [
      { name: 'Zorvane', kind: 'company', aliases: ['Zorv'], chinese: ['佐凡'] },
      { name: 'Plimtor', kind: 'alliance' },
    ],
  }),
  'asked/plimtor.yaml': JSON.stringify([
    { answer: ANSWER, asked: [QUESTION, 'gralled plimtor zorvane'] },
    { answer: 'Plimtor vexil Quandry mirthol 2024-03-04.', asked: ['plimtor vexil quandry mirthol?'] },
    { answer: 'Marnok fezzil Zorvane 2022-01-02.', asked: ['marnok fezzil zorvane?'] },
  ]),
};

const member = { userId: 'member', isManager: false };
const here = (content: string, name = 'norviq.md') => ({ file: { name, content } });
const ADDED = document('Norviq Drun', ['Drun haldri Zorvane 2024-05-06.', 'Skarn wexlor Drun.']);

type Use = readonly [command: string, options?: Readonly<Record<string, unknown>>, as?: As];

/** Each command in the ways in which it says other things. */
const USES: readonly Use[] = [
  ['ask', { question: QUESTION }, member],
  ['ask', { question: QUESTION, private: true }, member],
  ['ask', { question: 'zorvane gralled plimtor norviq 2019?' }, member],
  ['ask', { question: 'zorvane gralled plimtor 910D' }, member],
  ['ask', { question: 'zorvane plimtor skarn 910D 2019' }, member],
  ['ask', { question: 'wexlor drun haldri zorvane plimtor' }, member],
  ['ask', { question: 'zorvane plimtor' }, member],
  ['ask', { question: 'tromvald esquiv unbrell?' }, member],
  ['ask', { question: 'plimtor 2019-01-01 gralled hesk' }, { ...member, guildId: null }],
  ['search', { query: 'zorvane' }, member],
  [
    'search',
    { query: '"zorvane gralled" plimtor', document: 'plimtor', since: '2020', until: '2026' },
    member,
  ],
  ['search', { query: 'tromvald' }, member],
  ['search', { query: 'zorvane', since: 'tromvald' }, member],
  ['search', { query: 'zorvane', since: '2026', until: '2020' }, member],
  ['search', { query: 'zorvane', document: 'tromvald' }, member],
  ['timeline', {}, member],
  ['timeline', { topic: 'Zorvane', since: '2020', until: '2026' }, member],
  ['timeline', { topic: 'tromvald' }, member],
  ['timeline', { topic: 'Zorvanne' }, member],
  ['timeline', { since: '1900', until: '1901' }, member],
  ['profile', { name: 'Zorvane' }, member],
  ['profile', { name: 'Plimtor' }, member],
  ['profile', { name: 'Zorvnae' }, member],
  ['profile', { name: 'tromvald' }, member],
  ['sources', {}, member],
  ['sources', { document: 'plimtor' }, member],
  ['sources', { document: 'kaltov' }, member],
  ['sources', { document: 'tromvald' }, member],
  ['help', {}, member],
  ['help'],
  ['help', {}, { userId: 'owner', isManager: true }],
  ['knowledge status', {}, member],
  ['knowledge status', {}, { ...member, guildId: null }],
  ['knowledge status', { collection: 'shared' }, { guildId: ELSEWHERE }],
  ['knowledge list', { collection: 'server' }],
  ['knowledge history', { collection: 'server' }],
  ['knowledge rollback', { revision: 0, collection: 'server' }],
  ['knowledge rollback', { revision: 99 }],
  ['knowledge remove', { document: 'tromvald' }],
  ['knowledge remove', { document: 'plimtor' }],
  ['knowledge add', {}],
  ['knowledge add', { url: 'https://tromvald.example/' }],
  ['knowledge add', here('', 'tromvald.md')],
  ['knowledge add', here(ADDED)],
  ['knowledge add', here(ADDED.replace('wexlor', 'wexlor ultim').replace('Ombra', 'Umbra'))],
  ['knowledge add', here(document('Ulmar', ['Ulmar hesk.']))],
  ['knowledge remove', { document: 'norviq' }],
  ['knowledge refresh', { collection: 'server' }],
  ['knowledge refresh', { collection: 'shared' }],
  ['knowledge status'],
  ['knowledge status', { collection: 'server' }],
  ['knowledge list'],
  ['knowledge list', { collection: 'server' }],
  ['knowledge questions'],
  ['knowledge questions', { view: 'known' }],
  ['knowledge questions', { view: 'reports' }],
  ['knowledge settings', { page: 'moderation' }],
  ['knowledge settings', { page: 'answers' }],
  ['knowledge history', { collection: 'server' }],
  ['knowledge history'],
  ['knowledge rollback', { revision: 1 }],
  // Last, as its button deletes what was reported.
  ['privacy', {}, member],
  ['privacy', {}, { ...member, guildId: null }],
];

/** What the tour goes through: the commands' handlers, or the real client. */
export type Guide = Pick<
  Handlers,
  'use' | 'menu' | 'press' | 'choose' | 'submit' | 'bench' | 'posted' | 'end'
>;

/** The handlers over the documents of the tour, without Discord. */
export const withoutDiscord = (): Promise<Guide> => openHandlers({ files: FILES, ...NO_PAGES });

/** Goes through all there is to see, as somebody who reads `as.locale`. */
export async function tour(as: As, open: () => Promise<Guide> = withoutDiscord): Promise<Tour> {
  const seen = new Map<string, readonly Given[]>();
  const handlers = await open();
  /** How often something was used, of those that stand on the same kind of message. */
  const used = new Map<string, number>();

  async function step(name: string, who: As, make: Make): Promise<void> {
    handlers.bench.now = new Date(handlers.bench.now.getTime() + 61_000);
    const nth = used.get(name) ?? 0;
    used.set(name, nth + 1);
    const given = await make();
    seen.set(`${name} ${nth}`, given);
    const last = given.at(-1);
    if (last?.kind === 'message') await followMessage(last, who, make);
    if (last?.kind === 'form') await followForm(last, who, make);
  }

  async function followMessage(on: GivenMessage, who: As, make: Make): Promise<void> {
    for (const component of componentsOf(on.message.components).sort((a, b) => endOf(a) - endOf(b))) {
      const name = `${on.what} › ${kindOf(component)}`;
      if (!component.custom_id || (used.get(name) ?? 0) >= MOST_OF_A_KIND) continue;
      await step(name, who, async () => {
        const came = await follow(on, component, who);
        if (came.length > 0) return came;
        // Another message has taken its place: it is asked for again.
        const again = (await make()).at(-1);
        const same =
          again?.kind === 'message' &&
          componentsOf(again.message.components).find((one) => kindOf(one) === kindOf(component));
        return same ? follow(again, same, who) : [];
      });
    }
  }

  async function follow(on: GivenMessage, component: Component, who: As): Promise<readonly Given[]> {
    const { custom_id: id, options = [] } = component;
    if (!isSelect(component)) return handlers.press(on, id ?? '', who);
    return handlers.choose(on, id ?? '', [options[0]?.value ?? ''], who);
  }

  async function followForm(form: GivenForm, who: As, make: Make): Promise<void> {
    for (const fill of [filledRightly, filledWrongly]) {
      const name = `${form.what} filled in ${fill.name}`;
      if ((used.get(name) ?? 0) >= MOST_OF_A_KIND) continue;
      await step(name, who, async () => {
        const came = await handlers.submit(form, fill(form), who);
        if (came.length > 0) return came;
        const again = (await make()).at(-1);
        return again?.kind === 'form' ? handlers.submit(again, fill(again), who) : [];
      });
    }
  }

  for (const [command, options = {}, of] of USES) {
    const { file, ...shown } = options;
    const name = `${command} ${JSON.stringify({ ...shown, ...(file ? { file: (file as { name: string }).name } : {}) })} ${of?.userId ?? ''}`;
    const who = { ...as, ...of };
    await step(name, who, () => handlers.use(command, options, who));
  }
  for (const message of MESSAGES)
    for (const { definition } of messageCommands)
      await step(`${definition.name} ${message.slice(0, 20)}`, { ...as, ...member }, () =>
        handlers.menu(definition.name, message, { ...as, ...member }),
      );
  await step('one too many', { ...as, ...member }, () => tooMany(handlers, as));
  seen.set('posted', handlers.posted);
  await handlers.end();
  return seen;
}

type Make = () => Promise<readonly Given[]>;

const kindOf = ({ custom_id: id }: Component) => (id ?? '').split(':').slice(0, 2).join(':');

/** What ends a preview comes after all else that can be done with it. */
const ENDS = ['knowledge:publish', 'knowledge:discard'];
/** What takes nothing away comes before what does. */
const FIRST = 'knowledge:questions-csv';
const endOf = (component: Component) => (kindOf(component) === FIRST ? -2 : ENDS.indexOf(kindOf(component)));

/** What somebody may look for the sources of. */
const MESSAGES = [
  'Zorvane gralled Plimtor norviq 2025-07-25. Zorvane gralled Plimtor norviq 2019 910D. Tromvald esquiv unbrell?',
  Array.from({ length: 20 }, (_, at) => `Quandry brasik Zorvane ultim ${at}.`).join(' '),
  'Tromvald?',
  '!',
];

/** Of the web there is nothing. */
export const NO_PAGES = {
  fetchPage: async (file: string) =>
    ({ kind: 'failed', problem: { kind: 'page-gone', file, status: 404 } }) as const,
};

const MOST_OF_A_KIND = 2;

/** Buttons, selects and forms that the tour does not come by, as they stand only below what takes much to come together. */
export const SELDOM: ReadonlySet<string> = new Set([
  // Where another revision is live by now, or what a preview was made for is not.
  'ask:again',
  'knowledge:again',
  // Where there is more than a page has room for.
  'help:page',
  'knowledge:list',
  'knowledge:questions',
  'profile:page',
  'sources:document',
  'timeline:page',
  // What is posted when the bot joins, or by the schedule.
  'help:show',
  'knowledge:preview',
  'knowledge:report',
  // Where a live document cannot be read any more, or where questions were kept and are to be deleted.
  'knowledge:leave-out',
  'knowledge:log-off',
]);

/** Of all that can be pressed, chosen from and filled in, what was not. */
export function notUsed(seen: Tour): string[] {
  const used = new Set([...seen.values()].flat().map(({ what }) => what));
  const all = commands.flatMap(({ definition: { name }, buttons, selects, forms }) =>
    [buttons, selects, forms].flatMap((of) => Object.keys(of ?? {}).map((action) => `${name}:${action}`)),
  );
  return all.filter((one) => !used.has(one));
}

async function tooMany(handlers: Guide, as: As): Promise<readonly Given[]> {
  let given: readonly Given[] = [];
  for (let at = 0; at < 12; at++)
    given = await handlers.use('ask', { question: QUESTION }, { ...as, ...member });
  return given;
}

function filledRightly({ form }: GivenForm): Record<string, string> {
  return filled(form, (name) => RIGHT[name] ?? 'Hesk ulmar drun', 0);
}

function filledWrongly({ form }: GivenForm): Record<string, string> {
  return filled(form, () => 'tromvald', -1);
}

const RIGHT: Readonly<Record<string, string>> = {
  published: '2024-05-06',
  url: 'https://krellum.example/z',
  schedule: '0 6 * * 1',
  zone: 'Europe/Berlin',
  pace: '10',
  questionsPerMinute: '10',
};

function filled(
  form: GivenForm['form'],
  textOf: (name: string) => string,
  choice: number,
): Record<string, string> {
  const fields = componentsOf(form.components).flatMap(({ custom_id: name, type, options }) => {
    if (!name) return [];
    if (type === ComponentType.TextInput) return [[name, textOf(name)] as const];
    return [
      [name, options?.at(choice)?.value ?? (type === ComponentType.RoleSelect ? ROLE : CHANNEL)] as const,
    ];
  });
  return Object.fromEntries(fields);
}

const CHANNEL = '1400000000000000101';
const ROLE = '1400000000000000112';

/** The words that documents, questions and forms of the tour are made of, and names of files. */
export const WORDS_OF_THE_TOUR: ReadonlySet<string> = new Set(
  wordsIn(
    'zorvane zorv zorvanne zorvnae gralled plimtor norviq vexil quandry mirthol brasik ultim marnok fezzil wexlor drun skarn ' +
      'drummel haldri kaltov meldra hesk krellum ombra umbra tusk dastiv ulmar fendric tromvald esquiv unbrell wexfield md',
  ),
);

/** The words of Latin letters in a text, in small letters. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Latin}{2,}/gu) ?? [];
}

interface Shown {
  readonly content?: string;
  readonly label?: string | null;
  readonly placeholder?: string;
  readonly description?: string;
  readonly options?: readonly { readonly label?: string; readonly description?: string }[];
}

/** What is in no language: addresses, mentions and times, and citations in the form of a program. */
const IN_NO_LANGUAGE =
  /https?:\S+|<[@#t][^>]*>|^\{\{cite.*$|^@misc[\s\S]*?^\}$|^```diff$|\bserver\/notes(?:\/[\da-f]+)?\b/gm;

/** All that is read in a reply or form. */
export function textsOf(given: Given): string[] {
  if (given.kind === 'choices') return given.choices.map(({ name }) => name);
  const parts = given.kind === 'message' ? given.message.components : given.form.components;
  const title = given.kind === 'form' ? [given.form.title] : [];
  return [
    ...title,
    ...componentsOf(parts).flatMap((part) => {
      const { content, label, placeholder, description, options = [] } = part as Shown;
      return [
        content,
        label,
        placeholder,
        description,
        ...options.flatMap((one) => [one.label, one.description]),
      ];
    }),
  ].flatMap((text) => (typeof text === 'string' ? [text.replace(IN_NO_LANGUAGE, ' ')] : []));
}
