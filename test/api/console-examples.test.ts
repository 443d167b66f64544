import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, validate } from 'graphql';
import { apiSchema } from '../../src/server/schema';

const FOLDER = path.join(__dirname, '..', '..', 'src', 'console', 'examples');

test.each(readdirSync(FOLDER))('the example %s is a question that the schema answers', (file) => {
  expect(validate(apiSchema(), parse(readFileSync(path.join(FOLDER, file), 'utf8')))).toEqual([]);
});
