import { existsSync, readdirSync } from 'node:fs';
import { type GraphQLField, getNullableType, isInputObjectType } from 'graphql';
import { globalId } from '../../src/graphql';
import { ROLES, type Role } from '../../src/rules';
import { authority } from '../../src/server/authority/table';
import { apiSchema } from '../../src/server/schema';
import { type Api, type ApiAnswer, type Asker, PEOPLE, startApi } from '../harness/api';
import { EVERY_MUTATION, type Ground, makeGround } from './everyMutation';

const MUTATIONS = Object.values(apiSchema().getMutationType()!.getFields());
const RULES = authority.Mutation as Readonly<Record<string, readonly Role[]>>;
const NO_DEAL = '01900000-0000-7000-8000-000000000000';

let api: Api;
let ground: Ground;
beforeAll(async () => {
  api = await startApi();
  ground = await makeGround(api);
});
afterAll(() => api.stop());

/** The first person of a role: the deal is theirs, as far as one can be. */
const somebodyOf = (role: Role) => Object.entries(PEOPLE).find(([, of]) => of === role)![0] as Asker;

const inputOf = (name: string, of: Ground) => EVERY_MUTATION[name]!.input(of);

function call(by: Asker, { name, args }: GraphQLField<unknown, unknown>, input: object): Promise<ApiAnswer> {
  return api.ask(
    by,
    `mutation ($input: ${args[0]!.type}) { ${name}(input: $input) { errors { code message path } } }`,
    { input },
  );
}

/** What is wrong, whether the role or the input is. */
function codesOf({ data, errors }: ApiAnswer): string[] {
  const [payload] = Object.values(data ?? {}) as { errors: { code: string }[] }[];
  return (payload?.errors ?? errors!.map(({ extensions }) => extensions)).map(({ code }) => code);
}

/** All that is stored, table by table, but for what is noted of what was tried; and the files on the drive. */
async function stored(): Promise<unknown> {
  const names = await api.db.query<{ name: string }>(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename <> 'migrations' and tablename not like 'audit_%' order by 1`,
  );
  expect(names.length).toBeGreaterThan(15);
  const counts = names.map(
    ({ name }) => `select '${name}', count(*), md5(string_agg(t::text, ' ' order by t::text)) from ${name} t`,
  );
  const { driveDirectory: drive } = api;
  return [
    await api.db.query(counts.join(' union all ')),
    existsSync(drive) ? readdirSync(drive, { recursive: true }) : [],
  ];
}

test('every mutation is tried, and has its roles', () => {
  const names = MUTATIONS.map(({ name }) => name).sort();
  expect(Object.keys(EVERY_MUTATION).sort()).toEqual(names);
  expect(Object.keys(RULES).sort()).toEqual(names);
  for (const name of names.filter((one) => !one.endsWith('BulkExport')))
    expect(ROLES.filter((role) => !RULES[name]!.includes(role))).toContain('ANALYST');
});

describe.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('%s', (name, mutation) => {
  const forbidden = ROLES.filter((role) => !RULES[name]!.includes(role));
  const isForSellers = RULES[name]!.includes('ACCOUNT_EXECUTIVE');
  const given = () => inputOf(name, ground);

  test.each(forbidden)('is not for the role %s, and writes nothing', async (role) => {
    const before = await stored();
    const { data, errors } = await call(somebodyOf(role), mutation, given());
    expect(data).toBeNull();
    expect(errors!.map(({ extensions }) => extensions)).toMatchObject([{ code: 'FORBIDDEN', path: name }]);
    expect(await stored()).toEqual(before);
  });

  if (isForSellers)
    test("tells an AE of another's deal what it tells of a deal that there is not, and writes nothing", async () => {
      const before = await stored();
      const isOfDeal = JSON.stringify(given()) !== JSON.stringify(ofNoDeal(given()));
      expect(isOfDeal || name === 'openDeal').toBe(true);
      // A document that is asked again is compiled: the first answer may tell more.
      await call('ae-3', mutation, ofNoDeal(given()));
      const [real, none] = [await call('ae-3', mutation, given()), await call('ae-3', mutation, ofNoDeal(given()))];
      expect(withoutIds(real)).toBe(withoutIds(none));
      expect(codesOf(real)).toEqual([isOfDeal ? 'NOT_FOUND' : 'FORBIDDEN']);
      expect(await stored()).toEqual(before);
    });

  if (isForSellers)
    test('is not for an AE who only has a part of the commission, and writes nothing', async () => {
      const before = await stored();
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(codesOf(await call('ae-2', mutation, given())).join());
      expect(await stored()).toEqual(before);
    });

  test('takes the very same input from somebody who may', async () => {
    const { by, before: prepare } = EVERY_MUTATION[name]!;
    expect(RULES[name]).toContain(PEOPLE[by]);
    const own = await makeGround(api);
    await prepare?.(api, own);
    const before = await stored();
    expect(codesOf(await call(by, mutation, inputOf(name, own)))).toEqual([]);
    expect(await stored()).not.toEqual(before);
  });

  test('takes one input and has its failures in its payload', () => {
    expect(mutation.args.map((arg) => arg.name)).toEqual(['input']);
    expect(isInputObjectType(getNullableType(mutation.args[0]!.type))).toBe(true);
  });
});

/** Every global id, which tells of which deal it is. */
const IDS = /\b[A-Za-z0-9_-]{40,}\b/g;

/** The same input, of a deal that there is not. */
function ofNoDeal(input: object): object {
  const [, dealId = ''] = readIdOf(ground.deal.id);
  const text = JSON.stringify(input).replaceAll(IDS, (id) => {
    const [type = '', ...parts] = readIdOf(id);
    return globalId(type, ...parts.map((part) => (part === dealId ? NO_DEAL : part)));
  });
  return JSON.parse(text) as object;
}

function readIdOf(id: string): string[] {
  return Buffer.from(id, 'base64url').toString().split(':');
}

function withoutIds(answer: ApiAnswer): string {
  return JSON.stringify(answer).replaceAll(IDS, '<id>');
}
