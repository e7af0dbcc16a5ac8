import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

const GATEWAY = /\/gateway\/bot$/;
/** Long enough for shards that begin together; whoever tries again waits for longer. */
const KNOWN_MS = 900;

/**
 * Asks Discord where the gateway is once for all shards that connect at the same time: each client asks for itself, and
 * Discord answers that a few times a minute only.
 */
export function askGatewayOnce(makeRequest: MakeRequest, now = () => performance.now()): MakeRequest {
  let last: { readonly since: number; readonly asked: Promise<() => Answer> } | undefined;

  return async (url, init) => {
    if (!GATEWAY.test(url)) return makeRequest(url, init);
    if (!last || now() - last.since > KNOWN_MS)
      last = { since: now(), asked: makeRequest(url, init).then(repeatable) };
    const { asked } = last;
    try {
      const answer = (await asked)();
      if (answer.ok) return answer;
      last = undefined;
      return answer;
    } catch (error) {
      last = undefined;
      throw error;
    }
  };
}

/** An answer as often as one likes. */
async function repeatable(answer: Answer): Promise<() => Answer> {
  const { status } = answer;
  const headers = [...answer.headers.entries()] as [string, string][];
  const body = await answer.text();
  return () => new Response(body, { status, headers }) as Answer;
}
