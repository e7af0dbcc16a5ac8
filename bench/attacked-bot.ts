import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BotSetting, ToBot, Usage } from './bot-process.js';
import type { Stall } from './stalls.js';

/** A bot in another process. */
export interface AttackedBot {
  /** A minute goes by for it. */
  minute(): void;
  /** How long it stood still since this was asked last. */
  stall(): Promise<Stall>;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts it, with at most 2 GB; if it ends by itself, so does this process. */
export async function forkBot(setting: BotSetting): Promise<AttackedBot> {
  const path = fileURLToPath(new URL('bot-process.js', import.meta.url));
  const bot: ChildProcess = fork(path, [JSON.stringify(setting)], {
    execArgv: ['--max-old-space-size=2048', '--expose-gc'],
  });
  let isStopping = false;
  bot.on('exit', (code, signal) => {
    if (!isStopping) throw new Error(`the bot ended by itself: ${code ?? signal}`);
  });
  const say = (message: ToBot) => bot.send(message);
  const asked = async (what: ToBot): Promise<unknown> => {
    const answer = once(bot, 'message');
    say(what);
    return (await answer)[0];
  };
  await once(bot, 'message');
  return {
    minute: () => void say('minute'),
    stall: () => asked('stall') as Promise<Stall>,
    usage: () => asked('usage') as Promise<Usage>,
    async stop() {
      isStopping = true;
      say('end');
      await once(bot, 'exit');
    },
  };
}
