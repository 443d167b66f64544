import type { GraphQLField } from 'graphql';
import { apiSchema } from '../../src/server/schema';
import { type Api, type ApiAnswer, startApi } from '../harness/api';
import { LEAKS } from '../harness/leaks';
import { bundled, NAUGHTY, NO_TEXTS } from '../harness/naughty';
import { type Place, placesOf, selectionOf, withAt } from '../harness/places';
import { EVERY_MUTATION, type Ground, makeGround } from './everyMutation';

type Mutation = GraphQLField<unknown, unknown>;
const MUTATIONS = Object.values(apiSchema().getMutationType()!.getFields());

/** Texts that are read and not kept: what was meant by them is. */
const READ_ONLY: Readonly<Record<string, readonly string[]>> = {
  importHandoffDocument: ['markdown'],
  eraseContact: ['alsoKnownAs.0'],
};

/** A package has no blanks around its texts, as its description in the schema says. */
const isTrimmed = ({ name }: Mutation, text: string) => name === 'saveHandoffPackage' && text !== text.trim();

let api: Api;
let ground: Ground;
/** How often something was done on the ground since it was made: so many versions later is what it is done to. */
let done = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** A payload: what was done, or why not. */
interface Payload extends Record<string, unknown> {
  errors: { code: string; message: string; path: string }[];
}

async function call({ name, args, type }: Mutation, place: Place, text: string): Promise<ApiAnswer> {
  const { by, input } = EVERY_MUTATION[name]!;
  const accepted = input(ground) as { expectedVersion?: number };
  const now = accepted.expectedVersion === undefined ? {} : { expectedVersion: accepted.expectedVersion + done };
  const given = withAt(args[0]!.type, { ...accepted, ...now }, place.path, text);
  const query = `mutation ($input: ${args[0]!.type}) { ${name}(input: $input) ${selectionOf(type, 4)} }`;
  return api.ask(by, query, { input: given });
}

/** Why something was refused, each with its path; undefined where it was done. Fails for anything else. */
function refusalsOf({ name }: Mutation, answer: ApiAnswer) {
  expect(JSON.stringify(answer.errors ?? [])).not.toMatch(LEAKS);
  const payload = answer.data?.[name] as Payload | undefined;
  const problems = payload
    ? payload.errors
    : answer.errors!.flatMap(({ message, extensions: { code, path = '', problems: all = [] } }) => [
        { code, message, path: all[0]?.path ?? path },
      ]);
  for (const { code, path } of problems) {
    expect(['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'LIMIT_EXCEEDED']).toContain(code);
    if (code === 'BAD_USER_INPUT') expect(path).not.toBe('');
  }
  return problems.length > 0 ? problems : undefined;
}

/** Asks, on a ground of its own where what was done before is in the way. */
async function ask(mutation: Mutation, place: Place, text: string): Promise<ApiAnswer> {
  const answer = await call(mutation, place, text);
  const refusals = refusalsOf(mutation, answer);
  if (!refusals) done += 1;
  if (done === 0 || !refusals || refusals.every(({ code }) => code === 'BAD_USER_INPUT')) return answer;
  await prepare(mutation);
  const again = await call(mutation, place, text);
  if (!refusalsOf(mutation, again)) done += 1;
  return again;
}

async function prepare({ name }: Mutation): Promise<void> {
  ground = await makeGround(api);
  await EVERY_MUTATION[name]!.before?.(api, ground);
  done = 0;
}

/** Whether a text is somewhere in what is stored, all of it and nothing else. */
async function isStored(text: string): Promise<boolean> {
  const tables = await api.db.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
  );
  const rows = tables.map(({ name }) => `select to_jsonb(t) as row from ${name} t`).join(' union all ');
  const leaf = `select 1 from (${rows}) as all_rows where row::text like $1
    and jsonb_path_exists(row, '$.** ? (@ == $text)', jsonb_build_object('text', $2::text)) limit 1`;
  const likely = `%${text.slice(0, 1)}%`;
  return (await api.db.query(leaf, [likely, text])).length > 0;
}

function isWithin(value: unknown, text: string): boolean {
  if (typeof value !== 'object' || value === null) return value === text;
  return Object.values(value).some((inner) => isWithin(inner, text));
}

/** Tries texts at a place: each is kept as it is, or refused. Gives whether any was kept. */
async function tryAll(mutation: Mutation, place: Place, texts: readonly string[]): Promise<boolean> {
  let kept = false;
  for (const text of texts) {
    const answer = await ask(mutation, place, text);
    if (refusalsOf(mutation, answer)) continue;
    kept = true;
    if (READ_ONLY[mutation.name]?.includes(place.path.join('.')) || isTrimmed(mutation, text)) continue;
    const where = { mutation: mutation.name, path: place.path.join('.'), text };
    expect({ ...where, exact: isWithin(answer.data, text) || (await isStored(text)) }).toEqual({
      ...where,
      exact: true,
    });
  }
  return kept;
}

describe.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('%s', (_name, mutation) => {
  const places = placesOf(mutation.args[0]!.type);

  beforeAll(() => prepare(mutation));

  test.each(places.map((place) => [place.path.join('.'), place] as const))(
    'refuses at %s what is no text, and says where',
    async (_path, place) => {
      for (const text of NO_TEXTS) {
        const { data, errors } = await call(mutation, place, text);
        expect(data ?? null).toBeNull();
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: place.path.join('.') } }]);
      }
    },
  );

  test.each(places.map((place) => [place.path.join('.'), place] as const))(
    'keeps at %s every text as it is, or refuses it',
    async (_path, place) => {
      if (!['String', 'ID'].includes(place.scalar)) {
        expect(await tryAll(mutation, place, NAUGHTY)).toBe(false);
        return;
      }
      for (const lengthMax of [2_000, 90]) if (await tryAll(mutation, place, bundled(lengthMax))) return;
      await tryAll(mutation, place, NAUGHTY);
    },
    60_000,
  );
});
