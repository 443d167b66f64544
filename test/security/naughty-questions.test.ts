import { ROLES, type Role } from '../../src/rules';
import { authority } from '../../src/server/authority/table';
import { apiSchema } from '../../src/server/schema';
import { type Api, type Asker, PEOPLE, startApi } from '../harness/api';
import { LEAKS } from '../harness/leaks';
import { NAUGHTY, NO_TEXTS } from '../harness/naughty';
import { placesOf, samplesOf, selectionOf, withAt } from '../harness/places';
import { makeGround } from './everyMutation';

const RULES = authority.Query as Readonly<Record<string, readonly Role[]>>;
const EXPECTED = ['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'LIMIT_EXCEEDED'];

/** Each place of each argument of each query at which a text is given. */
const PLACES = Object.values(apiSchema().getQueryType()!.getFields()).flatMap((field) =>
  field.args.flatMap((argument) =>
    placesOf(argument.type).map(({ path }) => {
      const where = [argument.name, ...path].join('.');
      return { name: `${field.name}(${where})`, field, argument, path, errorPath: path.join('.') || argument.name };
    }),
  ),
);

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await makeGround(api);
});
afterAll(() => api.stop());

/** Somebody who may ask a query, of those who see most. */
function askerOf(query: string): Asker {
  const role = (['FINANCE', 'ADMIN', ...ROLES] as const).find((one) => RULES[query]!.includes(one))!;
  return Object.entries(PEOPLE).find(([, of]) => of === role)![0] as Asker;
}

function ask({ field, argument, path }: (typeof PLACES)[number], text: string) {
  const samples = samplesOf(field.args);
  const given = { ...samples, [argument.name]: withAt(argument.type, samples[argument.name], path, text) };
  const used = field.args.filter(({ name }) => name in given);
  const variables = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const values = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = `query (${variables}) { ${field.name}(${values}) ${selectionOf(field.type, 2)} }`;
  return api.ask(askerOf(field.name), query, given);
}

test('there are many places to try', () => {
  expect(PLACES.length).toBeGreaterThan(100);
});

describe.each(PLACES)('$name', (place) => {
  test('refuses what is no text, and says where', async () => {
    for (const text of NO_TEXTS) {
      const { data, errors } = await ask(place, text);
      expect(data ?? null).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: place.errorPath } }]);
    }
  });

  test('finds nothing by a naughty text, or says what is wrong with it', async () => {
    for (const text of NAUGHTY) {
      const { data, errors = [] } = await ask(place, text);
      expect(data ?? errors).toBeTruthy();
      for (const { message, extensions } of errors) {
        expect(EXPECTED).toContain(extensions.code);
        expect(message).not.toMatch(LEAKS);
        if (extensions.code === 'BAD_USER_INPUT') expect(extensions.path).toBeTruthy();
      }
    }
  });
});
