import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { DiscordError, notFound } from './discord-error.js';
import type { AnsweredRequest } from './exchange-log.js';
import { befall, type Faults, troubleFor } from './faults.js';
import type { Files } from './files.js';
import type { As } from './member/actors.js';
import { ClientRefusal } from './member/client-refusal.js';
import type { PageApi } from './page-api.js';
import { type RequestBody, readBody } from './rest/body.js';
import type { Rest } from './rest/rest.js';
import { isFromOwnPage, isTrusted, sendJson } from './server.js';
import type { UserName } from './world.js';

/** The compiled file lies in dist/playground/, the page's sources two folders up. */
const PAGE = new URL('../../playground/page/', import.meta.url);
const OWN = new URL('.', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
/** The same reading of Markdown that the tests use. */
const SHARED = ['markdown.js', 'markdown-inline.js'];
const ASSETS = new Map<string, URL>([
  ...pageFiles().map((name) => [`/${name}`, new URL(name, PAGE)] as const),
  ...SHARED.map((name) => [`/${name}`, new URL(name, OWN)] as const),
  ['/', new URL('index.html', PAGE)],
]);

function pageFiles(): string[] {
  const names = readdirSync(PAGE, { recursive: true, encoding: 'utf8' });
  return names.map((name) => name.replaceAll('\\', '/')).filter((name) => extname(name) in TYPES);
}

/** Nothing comes from elsewhere, nothing is inline, nobody may frame the page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface WebOptions {
  port: () => number;
  rest: Rest;
  pageApi: PageApi;
  files: Files;
  faults: Faults;
  /** Told of each request to the API. */
  onAnswer(request: AnsweredRequest): void;
}

/** Everything that the playground answers over HTTP: Discord's API, attachments, the page and what it asks. */
export function createWeb(options: WebOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('referrer-policy', 'no-referrer');
    try {
      await dispatch(request, response, options);
    } catch (error) {
      if (error instanceof DiscordError) return sendJson(response, error.status, error.body);
      if (error instanceof ClientRefusal) return sendJson(response, 400, { message: error.message });
      console.error(error);
      if (!response.headersSent) sendJson(response, 500, { message: '500: Internal Server Error', code: 0 });
    }
  };
}

async function dispatch(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebOptions,
): Promise<void> {
  const port = options.port();
  if (!isTrusted(request, port)) return sendJson(response, 403, { message: 'Forbidden', code: 0 });
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
  if (url.pathname.startsWith('/api/')) return onApi(request, response, url, options);
  if (url.pathname.startsWith('/page/')) return onPageApi(request, response, url, options.pageApi);
  if (url.pathname.startsWith('/attachments/')) return onAttachment(response, url.pathname, options.files);
  return onAsset(response, url.pathname);
}

async function onApi(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { rest, faults, onAnswer }: WebOptions,
): Promise<void> {
  const { method = 'GET' } = request;
  const path = url.pathname.replace(/^\/api(\/v10)?/, '');
  const trouble = troubleFor(faults, method, path);
  if (await befall(trouble, 'before', response)) return;
  let body: RequestBody | undefined;
  try {
    const result = await rest.handle({
      method,
      path,
      query: url.searchParams,
      authorization: request.headers.authorization,
      async body() {
        body = await readBody(request);
        return body;
      },
    });
    const status = result === undefined ? 204 : 200;
    onAnswer({ method, path, body, status });
    if (!(await befall(trouble, 'after', response))) sendJson(response, status, result);
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    onAnswer({ method, path, body, status: error.status, error: error.body });
    sendJson(response, error.status, error.body);
  }
}

/** What the page asks. To do something, the request must come from the page itself. */
async function onPageApi(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, searchParams: query }: URL,
  pageApi: PageApi,
): Promise<void> {
  const [, , name = '', argument = ''] = pathname.split('/');
  if (request.method === 'POST') {
    if (!isFromOwnPage(request)) return sendJson(response, 403, { message: 'Forbidden' });
    return sendJson(response, 200, await pageApi.act(name, await readBody(request)));
  }
  if (name === 'events') return pageApi.streamEvents(response);
  if (name === 'exchange-events') return pageApi.streamExchanges(response);
  if (name === 'exchanges') return sendJson(response, 200, pageApi.exchanges());
  if (name === 'state') return sendJson(response, 200, pageApi.state());
  if (name === 'channels') return sendJson(response, 200, pageApi.channel(argument));
  if (name === 'commands') return sendJson(response, 200, pageApi.commands(asIn(query)));
  throw notFound();
}

/** Who looks, and where, as the page says it in an address. */
function asIn(query: URLSearchParams): As {
  const { user = '', place = '', locale } = Object.fromEntries(query);
  return { user: user as UserName, place, ...(locale && { locale }) };
}

/** An attachment is always a download, so that a page in it cannot run with the rights of this one. */
function onAttachment(response: ServerResponse, path: string, files: Files): void {
  const upload = files.read(path.split('/')[3] ?? '');
  if (!upload) throw notFound();
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' })
    .end(upload.bytes);
}

async function onAsset(response: ServerResponse, path: string): Promise<void> {
  const file = ASSETS.get(path);
  if (!file) throw notFound();
  const type = TYPES[extname(file.pathname)];
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(await readFile(file));
}
