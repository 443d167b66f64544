import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { apiSchema } from '../../src/server/schema';
import { breaksOf, deprecationsWithoutNotice } from '../../src/server/schema/breaks';
import { RELEASED_SDL_FILE, SDL_FILE, sdlOf } from '../../src/server/schema/sdl';

const ROOT = path.join(__dirname, '..', '..');
const schema = apiSchema();
const today = new Date().toISOString().slice(0, 10);
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

test('src/schema.graphql is the schema of the code: else run npm run schema', () => {
  expect(read(SDL_FILE)).toBe(sdlOf(schema));
});

test('every type, field, argument, input field and enum value has a description', () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  expect(own.filter((type) => !type.description).map(({ name }) => name)).toEqual([]);
  expect(own.flatMap(undescribedWithin)).toEqual([]);
});

test('no description is but a word, or ends without a full stop', () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  const poor = own.filter(({ description }) => description && !/[.?]$/.test(description)).map(({ name }) => name);
  expect(poor).toEqual([]);
});

describe('what was released to clients', () => {
  test('is kept, but for what was deprecated until a day that has come: else it cannot be released either', () => {
    expect(breaksOf(read(RELEASED_SDL_FILE), schema, today)).toEqual([]);
  });

  test('is deprecated with the day from which it may be gone', () => {
    const sdl = sdlOf(schema);
    expect(deprecationsWithoutNotice(sdl, sdl, today)).toEqual([]);
  });
});

function undescribedWithin(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return undescribed(type.name, type.getValues());
  if (isInputObjectType(type)) return undescribed(type.name, Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...undescribed(type.name, fields),
    ...fields.flatMap(({ name, args }) => undescribed(`${type.name}.${name}`, args)),
  ];
}

function undescribed(within: string, parts: readonly { name: string; description?: string | null }[]): string[] {
  return parts.filter(({ description }) => !description).map(({ name }) => `${within}.${name}`);
}
