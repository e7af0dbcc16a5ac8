import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Verdict } from '../answer/gate.js';
import type { Observer, StageTimer } from '../discord/observer.js';
import { STAGES, type Stage } from '../index/stages.js';
import type { Metrics } from './metrics.js';

const VERDICTS: readonly Verdict[] = ['answered', 'unsure', 'none'];

/** Counts and times what the bot does for members. */
export function observeInteractions(metrics: Metrics): Observer {
  // A share of what was never counted is none, and an alert on it would say nothing.
  for (const verdict of VERDICTS) metrics.questions.inc({ verdict }, 0);
  return {
    timeStages: () => createStageTimer((stage, ms) => metrics.stages.observe({ stage }, ms / 1_000)),
    questionAnswered: (verdict) => metrics.questions.inc({ verdict }),
    interactionEnded(command, outcome, ms) {
      metrics.interactions.inc({ command, outcome });
      metrics.replies.observe({ command }, ms / 1_000);
    },
    interactionPassedOver: (why) => metrics.passedOver.inc({ why }),
  };
}

/**
 * Times the stages of one question, and tells of them when the last one has ended: of a question in parts, their sum. What
 * others had of the time while the question gave way is no stage's; it is told as `wait`.
 */
export function createStageTimer(
  tell: (stage: Stage | 'wait', ms: number) => void,
  now = () => performance.now(),
  giveWay: () => Promise<unknown> = nextTurn,
): StageTimer {
  const spent = new Map<Stage | 'wait', number>([['wait', 0]]);
  let since = now();
  const spend = (on: Stage | 'wait') => {
    const time = now();
    spent.set(on, (spent.get(on) ?? 0) + time - since);
    since = time;
  };
  return {
    async giveWay() {
      const begun = now();
      await giveWay();
      const waited = now() - begun;
      spent.set('wait', (spent.get('wait') ?? 0) + waited);
      since += waited;
    },
    endStage(stage) {
      spend(stage);
      if (stage === STAGES.at(-1)) for (const [one, ms] of spent) tell(one, ms);
    },
  };
}
