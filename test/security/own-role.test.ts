import type { GraphQLField } from 'graphql';
import { apiSchema } from '../../src/server/schema';
import { type Api, type Asker, startApi } from '../harness/api';
import { EVERY_MUTATION, makeGround } from './everyMutation';

const MUTATIONS = Object.values(apiSchema().getMutationType()!.getFields());

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const people = () => api.db.query('select key, role, email from person order by key');
const call = (by: Asker, { name, args }: GraphQLField<unknown, unknown>, input: object) =>
  api.ask(by, `mutation ($input: ${args[0]!.type}) { ${name}(input: $input) { errors { code } } }`, { input });

test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
  '%s changes nobody’s role, key or address',
  async (name, mutation) => {
    const { by, input, before: prepare } = EVERY_MUTATION[name]!;
    const ground = await makeGround(api);
    await prepare?.(api, ground);
    const before = await people();
    expect(await call(by, mutation, input(ground))).toMatchObject({ data: { [name]: { errors: [] } } });
    expect(await people()).toEqual(before);
  },
);

test('the application may not change a person at all, nor take one away', async () => {
  const [rights] = await api.db.query<Record<string, unknown>>(
    `select current_user <> tableowner as is_guest,
            has_table_privilege('person', 'UPDATE') or has_any_column_privilege('person', 'UPDATE') as updates,
            has_table_privilege('person', 'DELETE') or has_table_privilege('person', 'TRUNCATE') as deletes
     from pg_tables where schemaname = 'public' and tablename = 'person'`,
  );
  expect(rights).toEqual({ is_guest: true, updates: false, deletes: false });
  await expect(api.db.query(`update person set role = 'ADMIN' where key = 'ae-1'`)).rejects.toThrow(
    'permission denied',
  );
});
