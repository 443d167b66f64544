import { type Audit, serverAudits } from 'graphql-http';
import { type Api, introducePeople, startApi } from '../harness/api';

let api: Api;
let headers: Record<string, string>;
beforeAll(async () => {
  api = await startApi(introducePeople);
  headers = { authorization: `Bearer ${await api.tokenOf('fin-1')}`, 'apollo-require-preflight': 'yes' };
});
afterAll(() => api.stop());

/** The audit of that name, asked as somebody who is signed in. */
const AUDITS = serverAudits({
  url: () => `${api.url}/graphql`,
  fetchFn: (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...headers, ...init?.headers } }),
});

test('there are as many audits as GraphQL over HTTP has', () => {
  expect(AUDITS).toHaveLength(61);
});

test.each(AUDITS.map((audit): [string, Audit] => [audit.name, audit]))('%s', async (_name, audit) => {
  const result = await audit.fn();
  expect('reason' in result ? `${result.status}: ${result.reason}` : result.status).toBe('ok');
});
