import type { MissingDetail } from '../answer/details/missing-details.js';
import { knowledge } from './knowledge.js';
import { date, plural } from './phrases.js';
import { problem, remark } from './problems.js';

/**
 * All that people read, in Discord, in logs and on the terminal. Plain text: rendering adds the Markdown.
 * An error says what happened and what to do next.
 */
export const copy = {
  ask: {
    description: 'Ask about China’s AI alliances: the answer is quoted from the documents, with sources',
    question: 'What you want to know',
    private: 'Show the answer only to you, and keep nothing of the question',
    asked: 'Question: ',
    unsure: 'This comes closest; check whether it answers you:',
    none: 'The documents don’t answer this.',
    missing: ({ asked, nearest, isNowhere }: Pick<MissingDetail, 'asked' | 'nearest' | 'isNowhere'>) =>
      `${asked} is ${isNowhere ? 'in none of the documents' : 'not in what comes closest'}${nearest === undefined ? '' : `; the closest is on ${nearest}`}.`,
    asOf: (day: string) => `As of ${date(day)}: what is quoted here goes no further`,
    next: 'Other words may find it: one question at a time, with the names that you know.',
    moderatorsSee: 'The moderators of this server see which questions had no answer.',
    about: 'I know about China’s AI alliances. Questions that I can answer, for instance:',
    examples: [
      'Which companies are in the Model-Chip Ecosystem Innovation Alliance?',
      'When was FlagOS 2.0 released?',
    ],
    closestButton: 'Closest passages',
    closest: 'Closest passages, which may help but are not an answer:',
    nothingNear:
      'Nothing in the documents comes close any more. Other words may find more; /sources lists what there is.',
    tooMany: (perMinute: number) =>
      `That is more than the ${plural(perMinute, 'question')} a minute that this server allows. You can ask again `,
    related: 'Ask a related question',
    up: '👍',
    down: '👎',
    thanks: 'Thank you, that was counted. Moderators see how often an answer helped, but not who said so.',
    notCounted: 'This server no longer keeps questions, so your thumb was not counted.',
  },

  sources: {
    description: 'List the documents behind the answers, or show the outline of one',
    document: 'A document, to see its outline',
    title: (count: number) => `${plural(count, 'document')} behind the answers`,
    none: 'There are no documents yet. The person who hosts this bot can add some to its knowledge folder.',
    paragraphs: (count: number) => plural(count, 'paragraph'),
    beforeHeadings: 'Opening',
    unknown: (asked: string) =>
      `I have no document called “${asked}”. Pick one from the list that appears as you type.`,
  },

  help: {
    description: 'What this bot can do, and how to use it',
    title: 'Answers you can check',
    about:
      'I answer questions about China’s AI alliances with passages quoted word for word from documents, each with ' +
      'its source. I write nothing of my own, and say so when the documents don’t answer.',
    commands: 'What you can do',
    tips: 'For better answers',
    tip: [
      'Ask one thing at a time, with the names you know: “Who is in the Model-Chip Ecosystem Innovation Alliance?”',
      'While you type, questions appear that the documents answer. Pick one, or ask in your own words.',
      'Words in bold are from your question. The line below a quotation says where it comes from.',
      'Answers are seen by everyone in the channel. With private: True, only you see yours.',
    ],
  },

  citation: {
    paragraph: (number: number) => `paragraph ${number}`,
    page: (page: number) => `page ${page}`,
    source: 'source',
    archived: 'archived copy',
    noSource: 'no source given',
    more: (count: number) => `and ${count} more`,
    moreItems: (count: number) => `${plural(count, 'more item')} in the list`,
    differing: { sources: 'Sources differ', times: 'At different times' },
    undated: 'no date given',
    asOf: (day: string) => `as of ${date(day)}`,
    alsoIn: (titles: readonly string[], count: number) =>
      `also in ${titles.join('; ')}${count > titles.length ? ` and ${count - titles.length} more` : ''}`,
    date,
  },

  reply: {
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: 'Previous',
    next: 'Next',
    formTooLate: 'The form took too long to open, and Discord no longer accepts it. Please try again.',
    shortened: 'Shortened: a message in Discord has no room for more.',
    failed: (errorId: string) =>
      `Something went wrong on my side. Please try again; if it happens again, tell the person who hosts this bot: error ${errorId}.`,
    unknownCommand: 'This command no longer exists. Reload Discord (Ctrl+R) to see the current ones.',
    preparing: 'The documents of this server are being prepared. Please try again in a moment.',
    staleButton: 'This belongs to an earlier version of me. Please use the command again.',
  },

  settings: {
    problems: (problems: readonly string[]) =>
      [
        'The settings need a change (environment or .env; see .env.example):',
        ...problems.map((one) => `  ${one}`),
      ].join('\n'),
    token: 'must be the bare token from the developer portal, without spaces and without “Bot ”',
    apiUrl: 'must be an http(s) address such as https://discord.com/api',
    apiUser: 'must have no user name and no password in it: the bot shows Discord its token alone',
    apiVersion: 'must be the base of the API: leave out the version (/v10)',
    homeGuild:
      'must be the id of a server, digits only: with developer mode on, right-click the server › Copy Server ID',
    databaseUrl:
      'must be file: and a path, such as file:data/bot.db, or an address that begins with postgres://',
    port: 'must be a number from 1 to 65535',
    semantic: 'must be on or off',
    amount: 'must be a whole number from 1 to 9999999',
    logLevel: (levels: readonly string[]) => `must be one of ${levels.join(', ')}`,
  },

  start: {
    ready: (address: string) => `Playground ready: ${address}`,
    tokenRefused:
      'Discord refused the token. Copy it again from the developer portal (Bot › Reset Token) into DISCORD_TOKEN.',
    unknownTask: (task: string) =>
      `There is no "${task}". Known: ask, knowledge, check, or nothing to start the bot.`,
    /** By the reason of a FolderError. */
    folder: {
      missing: (dir: string) =>
        `There is no folder "${dir}". Create it, or name another one in KNOWLEDGE_DIR.`,
      'not-a-folder': (dir: string) =>
        `"${dir}" is a file. Name the folder that holds the documents in KNOWLEDGE_DIR.`,
      unreadable: (dir: string) =>
        `The folder "${dir}" cannot be read. Allow this user to read it, or name another one in KNOWLEDGE_DIR.`,
      changed: (dir: string) =>
        `A file of the folder "${dir}" was changed while the folder was being read. Try again when nobody is writing to it.`,
    },
    model: {
      'no-folder': (dir: string) =>
        `There is no model in "${dir}": its config.json is missing. Name the folder of a model in EMBEDDING_MODEL, or leave that empty.`,
      'no-library': (dir: string) =>
        `The model in "${dir}" needs a package that is not installed. Run: npm install @huggingface/transformers`,
      unusable: (dir: string) =>
        `The model in "${dir}" cannot be loaded. It must be a sentence-embedding model as ONNX (onnx/model.onnx beside config.json and tokenizer.json).`,
    },
    database: {
      cannotOpen: (detail: string) =>
        `DATABASE_URL: the database cannot be opened (${detail}). Check the address, and that this user can write there.`,
      tooNew: (found: number, known: number) =>
        `DATABASE_URL: a later release of this bot wrote the database (schema ${found}; this one knows ${known}). Use that release, or a copy of the database from before.`,
    },
    refreshWaiting: (folder: string) =>
      `The folder "${folder}" differs from what is published. To publish it: /knowledge refresh, or npm run knowledge -- refresh --publish`,
    portTaken: (port: number) =>
      `PLAYGROUND_PORT: port ${port} is taken. Stop what is using it, choose another one, or leave the setting empty to get a free one.`,
    unreachable: (apiUrl: string, detail: string) =>
      `Discord cannot be reached at ${apiUrl} (${detail}). Check the network and DISCORD_API_URL.`,
  },

  check: {
    passed: (documents: number, known: number, judged: number) =>
      `Knowledge is in order: ${plural(documents, 'document')}, ${plural(known, 'known question')}, ${plural(judged, 'judged question')}.`,
    failed: (count: number) => `${plural(count, 'problem')} in the knowledge folder.`,
    noSource: (file: string, sentence: string) =>
      `${file}: no source for “${sentence}” (add a footnote to the sentence, or a url to the front matter).`,
    unknownDocument: (question: string, document: string) =>
      `questions.yaml: “${question}” expects the document "${document}", which does not exist.`,
  },

  problem,
  remark,
  knowledge,
} as const;
