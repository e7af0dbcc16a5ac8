import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { CannotListen, plain, startWeb, type Web } from '../../src/operations/web.js';

const HOST = '127.0.0.1';
const errors: unknown[] = [];
let web: Web | undefined;

afterEach(async () => {
  await web?.stop();
  web = undefined;
});

async function open(): Promise<string> {
  const pages = new Map([
    ['/good', async () => plain(200, 'good')],
    ['/bad', async () => Promise.reject(new Error('out of order'))],
  ]);
  web = await startWeb({ host: HOST, port: 0 }, pages, (error) => errors.push(error));
  return `http://${HOST}:${web.address.port}`;
}

/** What comes back for these bytes until the connection is closed. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(web?.address.port ?? 0, HOST);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

test('a page is read by its path, whatever is asked behind it', async () => {
  const at = await open();
  const response = await fetch(`${at}/good?now`);
  expect([response.status, await response.text()]).toEqual([200, 'good\n']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const head = await fetch(`${at}/good`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5', '']);
});

test('other paths are told what there is', async () => {
  const at = await open();
  for (const path of ['/', '/good/', '/..%2f', '/constructor']) {
    const response = await fetch(at + path);
    expect([response.status, await response.text()]).toEqual([404, 'there is /good, /bad\n']);
  }
});

test('a page that fails says so without saying why; why is told to the log', async () => {
  const response = await fetch(`${await open()}/bad`);
  expect([response.status, await response.text()]).toEqual([500, 'failed; the log says why\n']);
  expect(errors).toEqual([new Error('out of order')]);
});

test('nothing can be sent: other methods and bodies are refused, and not read', async () => {
  const at = await open();
  const posted = await fetch(`${at}/good`, { method: 'POST', body: 'x' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  // The connection is closed with the answer, long before what was announced has come.
  const announced = `GET /good HTTP/1.1\r\nhost: ${HOST}\r\ncontent-length: 1000000000\r\n\r\nx`;
  expect(await raw(announced)).toMatch(/^HTTP\/1\.1 413 (.|\r\n)*connection: close/i);
  const chunked = `GET /good HTTP/1.1\r\nhost: ${HOST}\r\ntransfer-encoding: chunked\r\n\r\n5\r\n`;
  expect(await raw(chunked)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await raw(`GET /${'x'.repeat(10_000)} HTTP/1.1\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
});

test('a request that never ends is cut off', async () => {
  await open();
  expect(await raw('GET /good HTTP/1.1\r\nhost: ')).toMatch(/^HTTP\/1\.1 408 /);
});

test('a port that is taken', async () => {
  await open();
  const again = startWeb({ host: HOST, port: web?.address.port ?? 0 }, new Map(), () => {});
  await expect(again).rejects.toThrow(CannotListen);
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
