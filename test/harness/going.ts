import type { ApiAnswer } from './api';
import { onServer } from './database';

/** Backends of a database that run or wait in a statement of the application which matches. */
export const running = (url: string, like: string) =>
  onServer(
    url,
    `select pid from pg_stat_activity where datname = current_database() and state = 'active'
       and application_name = 'baton' and query ilike '%${like}%'`,
  );

/** Waits until something holds. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Begins a request, and gives how to go away from it. */
export function begin(url: string, token: string, query: string, variables: object) {
  const away = new AbortController();
  const answer = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal: away.signal,
  }).then((response) => response.json() as Promise<ApiAnswer>);
  answer.catch(() => {});
  return { answer, goAway: () => away.abort() };
}
