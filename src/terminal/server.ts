import { Ending, EXIT } from './exit';

/** A server, as the commands ask it. */
export interface Server {
  url: string;
  token: string | undefined;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The server that the environment names. Throws an Ending where it names nobody. */
export function serverOf(env: NodeJS.ProcessEnv): Server {
  const url = env.BATON_URL || 'http://localhost:4000';
  if (!URL.canParse(url)) throw new Ending(EXIT.usage, `BATON_URL=${url} is no URL`);
  if (!env.BATON_TOKEN) throw new Ending(EXIT.unreachable, 'BATON_TOKEN is not set: the server would not know you');
  return { url, token: env.BATON_TOKEN };
}

/** Asks the server. Throws an Ending where it cannot be reached, does not know who asks, or refuses. */
export async function ask<Data>({ url, token }: Server, query: string, variables: object): Promise<Data> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(new URL('/graphql', url), { method: 'POST', headers, body }).catch(() => {
    throw new Ending(EXIT.unreachable, `Nobody answers at ${url}`);
  });
  const { data, errors } = (await response.json().catch(() => {
    throw new Ending(EXIT.unreachable, `${url} answers, but it is not Baton`);
  })) as Answer<Data>;
  const [first] = errors ?? [];
  if (first) {
    const isUnknown = first.extensions?.code === 'UNAUTHENTICATED' || first.extensions?.code === 'UNAVAILABLE';
    throw new Ending(isUnknown ? EXIT.unreachable : EXIT.refused, first.message);
  }
  return data!;
}
