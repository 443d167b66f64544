import { type Api, introducePeople, startApi } from '../harness/api';
import { HOSTILE } from '../harness/hostile';
import { LEAKS } from '../harness/leaks';

let api: Api;
let token: string;
beforeAll(async () => {
  api = await startApi(introducePeople);
  token = await api.tokenOf('fin-1');
});
afterAll(() => api.stop());

async function send(body: string) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
  };
  const reply = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
  return { status: reply.status, text: await reply.text() };
}

/** Who asks is looked up now and then, whatever they ask. */
const ofAsker = (statement: string) => /from person p where p.key = any\(\$1\)/.test(statement);

describe.each(HOSTILE)('$name', ({ body }) => {
  test('is refused, clearly and before any SQL', async () => {
    for (const _interpretedThenCompiled of [1, 2, 3]) {
      let answer = { status: 0, text: '' };
      const statements = await api.statementsOf(async () => {
        answer = await send(body);
      });
      expect(statements.filter((statement) => !ofAsker(statement))).toEqual([]);
      const { data, errors } = JSON.parse(answer.text) as { data?: object; errors: { message: string }[] };
      expect([200, 400, 413]).toContain(answer.status);
      expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeLessThanOrEqual(21);
      for (const { message } of errors) expect(message).toMatch(/\w{3}/);
      expect(answer.text.length).toBeLessThan(25_000);
      expect(answer.text).not.toMatch(LEAKS);
    }
  });
});

test('after all of them the server answers as before', async () => {
  expect(JSON.parse((await send('{"query":"{ viewer { key } }"}')).text)).toMatchObject({
    data: { viewer: { key: 'fin-1' } },
  });
});
