import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import type { Form, Modal } from '../../src/discord/form.js';
import type { Message } from '../../src/discord/render.js';
import type { Reply } from '../../src/discord/reply.js';
import { PATIENCE_MS, type Responder, respond } from '../../src/discord/respond.js';

const reply = (line: string): Reply => ({ tone: 'answer', blocks: [{ kind: 'text', line }] });

/** Writes down what was done with an interaction. */
function recorder(): Responder & { readonly done: string[] } {
  const done: string[] = [];
  const note = (what: string) => async (message?: Message | Modal) => {
    done.push(message ? `${what} ${textOf(message)}` : what);
  };
  return {
    done,
    defer: note('defer'),
    show: note('show'),
    aside: note('aside'),
    further: note('further'),
    post: note('post'),
    open: note('open'),
  };
}

function textOf(message: Message | Modal): string {
  if ('title' in message) return message.title;
  const [container] = message.components;
  if (container?.type !== ComponentType.Container) return '';
  return container.components
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
    .join();
}

/** A reply that is still being worked on. */
function pending() {
  let resolve: (reply: Reply) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<Reply>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}

const never = new Promise<never>(() => {});
const patient = () => never;

test('a reply that is there is shown, without waiting', async () => {
  const responder = recorder();
  await respond(reply('now'), responder, copy, patient);
  expect(responder.done).toEqual(['show now']);
});

test('a reply that comes in time is not deferred', async () => {
  const responder = recorder();
  await respond(Promise.resolve(reply('soon')), responder, copy, patient);
  expect(responder.done).toEqual(['show soon']);
});

test('a reply that takes too long is deferred once, well before Discord gives up', async () => {
  const responder = recorder();
  const { promise, resolve } = pending();
  const waited: number[] = [];
  const delivered = respond(promise, responder, copy, async (ms) => {
    waited.push(ms);
  });
  await expect.poll(() => responder.done).toEqual(['defer']);
  resolve(reply('late'));
  await delivered;
  expect(responder.done).toEqual(['defer', 'show late']);
  expect(waited).toEqual([PATIENCE_MS]);
  expect(PATIENCE_MS).toBeLessThan(2500);
});

test('long work shows how far it is, each message in place of the one before', async () => {
  const responder = recorder();
  await respond(
    (async function* () {
      yield reply('1 of 2');
      yield reply('2 of 2');
      yield reply('done');
    })(),
    responder,
    copy,
    patient,
  );
  expect(responder.done).toEqual(['show 1 of 2', 'show 2 of 2', 'show done']);
});

test('an error of the command reaches the caller, before and after deferring', async () => {
  const responder = recorder();
  await expect(respond(Promise.reject(new Error('no')), responder, copy, patient)).rejects.toThrow('no');
  const { promise, reject } = pending();
  const delivered = respond(promise, responder, copy, async () => {});
  await expect.poll(() => responder.done).toEqual(['defer']);
  reject(new Error('late no'));
  await expect(delivered).rejects.toThrow('late no');
});

test('if deferring fails, that is the error, and a later one of the command is not left unhandled', async () => {
  const { promise, reject } = pending();
  const responder: Responder = { ...recorder(), defer: () => Promise.reject(new Error('gone')) };
  await expect(respond(promise, responder, copy, async () => {})).rejects.toThrow('gone');
  reject(new Error('unheard'));
});

const form: Form = {
  title: 'A form',
  customId: 'work:save',
  fields: [{ kind: 'line', name: 'what', label: 'What', most: 10 }],
};

test('a form is opened', async () => {
  const responder = recorder();
  await respond(form, responder, copy, patient);
  expect(responder.done).toEqual(['open A form']);
});

test('a form that comes too late for Discord is not opened, and the one who asked is told', async () => {
  const responder = recorder();
  const delivered = respond(
    new Promise<Form>((resolve) => setImmediate(resolve, form)),
    responder,
    copy,
    async () => {},
  );
  await delivered;
  expect(responder.done).toEqual(['defer', `aside ${copy.reply.formTooLate}`]);
});

test('what is said aside leaves the message as it is', async () => {
  const responder = recorder();
  await respond({ ...reply('psst'), isAside: true }, responder, copy, patient);
  expect(responder.done).toEqual(['aside psst']);
});

test('what goes on below leaves the message before as it is', async () => {
  const responder = recorder();
  const replies = (async function* () {
    yield reply('first');
    yield { ...reply('second'), isFurther: true };
  })();
  await respond(replies, responder, copy, patient);
  expect(responder.done).toEqual(['show first', 'further second']);
});
