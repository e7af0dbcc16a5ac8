import { copy } from '../../copy/en.js';
import { customId } from '../../discord/custom-id.js';
import type { Filled, Form } from '../../discord/form.js';
import { DEFAULT_PACE } from '../../discord/rate-limit.js';
import type { Line } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import type { ReadForm, SettingsPage } from './settings-page.js';

const words = copy.knowledge.settings;
const MOST_A_MINUTE = 60;

/** Who sees answers, how many a member may ask for, and whether questions are kept. */
export const answersSettings: SettingsPage = { form: answersForm, read: readAnswers, lines: answersLines };

function answersForm({ answersPrivate, questionsPerMinute, questionLog }: GuildSettings): Form {
  const { answers } = words;
  return {
    title: answers.title,
    customId: customId('knowledge', 'settings', 'answers'),
    fields: [
      {
        ...either('visibility', ['public', 'private'], answersPrivate !== true),
        label: answers.visibility,
        hint: answers.visibilityHint,
      },
      {
        kind: 'line',
        name: 'pace',
        label: answers.pace,
        hint: answers.paceHint,
        isRequired: true,
        most: 3,
        value: `${questionsPerMinute ?? DEFAULT_PACE}`,
      },
      { ...either('log', ['on', 'off'], questionLog !== false), label: answers.log, hint: answers.logHint },
    ],
  };
}

/** A choice of two that are called in copy as they are here. */
function either(
  name: string,
  [first, second]: readonly ['public', 'private'] | readonly ['on', 'off'],
  isFirst: boolean,
) {
  const choices = [first, second].map((value) => ({ label: words.answers[value], value }));
  return { kind: 'choice', name, isRequired: true, choices, value: isFirst ? first : second } as const;
}

async function readAnswers(current: GuildSettings, { visibility, pace, log }: Filled): Promise<ReadForm> {
  const perMinute = Number(pace);
  const isPace = Number.isInteger(perMinute) && perMinute >= 1 && perMinute <= MOST_A_MINUTE;
  return {
    next: {
      ...current,
      answersPrivate: visibility === 'private',
      questionLog: log !== 'off',
      ...(isPace && { questionsPerMinute: perMinute }),
    },
    faults: isPace ? [] : [words.badPace(pace ?? '')],
  };
}

function answersLines({ answersPrivate, questionsPerMinute, questionLog }: GuildSettings): Line[] {
  return [
    words.visibility(answersPrivate === true),
    words.pace(questionsPerMinute ?? DEFAULT_PACE),
    words.log(questionLog !== false),
  ];
}
