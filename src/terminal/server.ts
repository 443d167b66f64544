import { readSecret } from '../settings/secret';
import { Ending, EXIT } from './exit';

/** Where a server is asked, and who asks. */
export interface Server {
  url: string;
  token: string;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const ANSWERS_WITHIN_MS = 60_000;
/** What a header can carry, and more than a token is made of. */
const TOKEN = /^[\x21-\x7e]+$/;
/** Those errors of a whole answer that say that nobody has judged the request itself. */
const UNHEARD: readonly unknown[] = ['UNAUTHENTICATED', 'UNAVAILABLE'];

/** The server that the environment names. Throws an Ending where it names nobody. */
export function serverOf(env: NodeJS.ProcessEnv): Server {
  const url = env.BATON_URL || 'http://localhost:4000';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Ending(EXIT.usage, `BATON_URL=${url} is no URL such as http://localhost:4000`);
  const token = env.BATON_TOKEN_FILE ? readSecret(env.BATON_TOKEN_FILE) : env.BATON_TOKEN?.trim();
  if (!token) throw new Ending(EXIT.unreachable, 'BATON_TOKEN is not set: the server would not know you');
  if (!TOKEN.test(token)) throw new Ending(EXIT.unreachable, 'BATON_TOKEN is more than a token: it has blanks in it');
  return { url: url.replace(/\/+(graphql\/*)?$/, ''), token };
}

/** Asks the server. Throws an Ending where it cannot be reached, does not know who asks, or refuses. */
export async function ask<Data>({ url, token }: Server, query: string, variables: object): Promise<Data> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query, variables });
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal }).catch(() => {
    throw new Ending(EXIT.unreachable, `Nobody answers at ${url}`);
  });
  const answer = (await response.json().catch(() => null)) as Answer<Data> | null;
  const [first] = answer?.errors ?? [];
  if (first)
    throw new Ending(UNHEARD.includes(first.extensions?.code) ? EXIT.unreachable : EXIT.refused, first.message);
  if (!answer?.data) throw new Ending(EXIT.unreachable, `${url} answers, but it is not Baton`);
  return answer.data;
}
