import { begin, running, until } from '../harness/going';
import { type SmallServer, startSmallServer } from '../harness/small/server';

describe('a question', () => {
  const SLEEP = { text: 'select pg_sleep(25)::text as found' };
  const QUERY = 'query ($text: String!) { statement(text: $text) }';
  let server: SmallServer;
  beforeAll(async () => {
    server = await startSmallServer();
  });
  afterAll(() => server.stop());

  test('that takes too long is ended, and its SQL with it', async () => {
    const hasty = await startSmallServer(undefined, { operationSeconds: 1 });
    const { body, headers } = await hasty.ask(QUERY, SLEEP);
    const id = headers.get('x-correlation-id');
    const message = `It took longer than the 1 seconds that it may take. Nothing was changed; quote ${id}.`;
    expect(body.errors).toMatchObject([{ message, extensions: { code: 'UNAVAILABLE' } }]);
    await until(async () => (await running(hasty.databaseUrl, 'pg_sleep')).length === 0);
    expect(hasty.log).toContainEqual(expect.objectContaining({ msg: 'ended before it was done', correlationId: id }));
    await hasty.stop();
  });

  test('whose client has gone away is ended, and its SQL with it', async () => {
    const token = await server.tokenFor('p:FINANCE', 'FINANCE');
    const asked = begin(server.url, token, QUERY, SLEEP);
    await until(async () => (await running(server.databaseUrl, 'pg_sleep')).length === 1);
    asked.goAway();
    const begun = performance.now();
    await until(async () => (await running(server.databaseUrl, 'pg_sleep')).length === 0);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  test('that comes afterwards finds the database as before', async () => {
    for (let times = 0; times < 30; times++)
      expect((await server.ask(QUERY, { text: 'select 1 as found' })).body.data).toEqual({ statement: '1' });
  });

  test('of a hundred who all go away leaves the pool to others', async () => {
    const token = await server.tokenFor('p:FINANCE', 'FINANCE');
    const asked = Array.from({ length: 100 }, () => begin(server.url, token, QUERY, SLEEP));
    await until(async () => (await running(server.databaseUrl, 'pg_sleep')).length === 10);
    for (const { goAway } of asked) goAway();
    expect((await server.ask(QUERY, { text: 'select 1 as found' })).body.data).toEqual({ statement: '1' });
    await until(async () => (await running(server.databaseUrl, 'pg_sleep')).length === 0);
  });
});
