import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Verdict } from '../answer/gate.js';
import type { GiveWay } from '../index/snapshot.js';
import { type EndStage, tellNobody } from '../index/stages.js';
import type { Arrival } from './arrivals.js';

/** What can become of an interaction; all but the first two are told to whom it concerns, as far as Discord lets us. */
export const OUTCOMES = ['replied', 'gone', 'unknown', 'preparing', 'busy', 'restarting', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Told of what the bot does for members, so that it can be counted and timed. It never learns a question, nor the id of a
 * server, a member or a message.
 */
export interface Observer {
  /** For one question that begins now. */
  timeStages(): StageTimer;
  questionAnswered(verdict: Verdict): void;
  /** @param command One of ours, with its buttons, selects and forms; or `unknown`. */
  interactionEnded(command: string, outcome: Outcome, ms: number): void;
  /** One that was not answered, as it was delivered before or too old for it. */
  interactionPassedOver(why: Exclude<Arrival, 'new'>): void;
}

/** What {@link answerQuestion} calls while it works. */
export interface StageTimer {
  readonly giveWay: GiveWay;
  readonly endStage: EndStage;
}

const UNTIMED: StageTimer = { giveWay: nextTurn, endStage: tellNobody };

/** Counts nothing, where nobody looks. */
export const unobserved: Observer = {
  timeStages: () => UNTIMED,
  questionAnswered() {},
  interactionEnded() {},
  interactionPassedOver() {},
};
