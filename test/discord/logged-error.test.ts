import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { loggedError } from '../../src/logged-error.js';

// What of an error stands in the log, for whoever reads it.

const token = `${'aW50ZXJhY3Rpb246'.repeat(5)}-_x`;
const id = '1297111000222333444';

/** What Discord throws for a refused reply: the whole reply hangs on it, and the token is in its address. */
function refused(code: number, status: number, path: string, errors?: object): DiscordAPIError {
  const url = `https://discord.com/api/v10${path}?with_response=false`;
  const body = { json: { data: { content: 'Question: who leaked it?' } }, files: [] };
  return new DiscordAPIError(
    { code, message: 'Invalid Form Body', errors } as never,
    code,
    status,
    'POST',
    url,
    body,
  );
}

describe('an error of Discord', () => {
  test('has its code, status, method and route, and no reply, id or token', () => {
    const error = refused(50_035, 400, `/interactions/${id}/${token}/callback`, {
      data: {
        content: { _errors: [{ code: 'BASE_TYPE_CHOICES', message: 'Value "who leaked it?" is not one' }] },
      },
    });
    const logged = loggedError(error);
    expect(logged).toMatchObject({
      type: 'DiscordAPIError[50035]',
      message: 'Invalid Form Body; data.content[BASE_TYPE_CHOICES]',
      code: 50_035,
      status: 400,
      method: 'POST',
      route: '/api/v10/interactions/:id/:token/callback',
    });
    expect(logged.stack).toMatch(/^ {4}at .*logged-error\.test/);
    expect(JSON.stringify(logged)).not.toMatch(/leaked|\d{15}|aW50ZX/);
  });

  test.each([
    [`/webhooks/${id}/${token}/messages/@original`, '/api/v10/webhooks/:id/:token/messages/@original'],
    [`/channels/${id}/messages`, '/api/v10/channels/:id/messages'],
    [`/applications/${id}/commands`, '/api/v10/applications/:id/commands'],
  ])('of %s names the route %s', (path, route) => {
    expect(loggedError(refused(0, 500, path)).route).toBe(route);
  });
});

test('what caused an error is logged like it, however long the chain', () => {
  const cause: Error = new Error(`no row ${id}`);
  cause.cause = cause;
  const logged = loggedError(new Error('cannot be read', { cause }));
  expect(logged.cause).toMatchObject({ type: 'Error', message: 'no row […]' });
  expect(JSON.stringify(logged)).not.toContain(id);
});

test('a message of several lines is in neither message nor stack beyond its first line', () => {
  const logged = loggedError(new Error('broken\n    at who leaked it?\nwho leaked it?'));
  expect(logged.message).toBe('broken');
  expect(JSON.stringify(logged)).not.toContain('leaked');
});

test('what a message quotes is left out, but for the name of a thing', () => {
  let failure: unknown;
  try {
    JSON.parse('who leaked it?');
  } catch (error) {
    failure = error;
  }
  expect(loggedError(failure).message).toMatch(/not valid JSON/);
  expect(loggedError(failure).message).not.toContain('leaked');
  const names = 'relation "questions" has no column "key"';
  expect(loggedError(new Error(names)).message).toBe(names);
  for (const quoted of [
    '"field" is not "who leaked it"',
    '"she said "who leaked it" to me"',
    'no "who leaked it',
  ])
    expect(loggedError(new Error(`wrong: ${quoted}`)).message).not.toContain('leaked');
});

test('the token of a bot, and of an interaction, is left out wherever it stands', () => {
  const bot = 'MTI5NzExMTAwMDIyMjMzMzQ0NA.Gx1Yz2.abcdefghijklmnopqrstuvwxyz0123456789AB';
  expect(loggedError(new Error(`login with ${bot} failed for ${token}`)).message).toBe(
    'login with […] failed for […]',
  );
});

test('what is thrown and is no error says of what kind it is, and no more', () => {
  expect(loggedError({ kind: 'no-sentence', question: 'who leaked it?' })).toEqual({ type: 'no-sentence' });
  expect(loggedError('who leaked it?')).toEqual({ type: 'string' });
});
