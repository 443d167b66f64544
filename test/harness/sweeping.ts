import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import type { Database } from '../../src/database';

interface Column {
  table: string;
  column: string;
}

/** Every column that can hold words, of every table and view that there is. */
const COLUMNS = `
  select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as column
  from information_schema.columns
  where table_schema in ('public', 'reporting') and table_name <> 'migrations'
    and data_type in
      ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bytea', 'name', 'USER-DEFINED')
  order by 1, 2`;

/** Where any of some words is to be found, whatever the case: columns of the whole database. */
export async function columnsWith(db: Database, words: readonly string[]): Promise<string[]> {
  const columns = await db.query<Column>(COLUMNS);
  expect(columns.length).toBeGreaterThan(150);
  const counts = columns.map(
    ({ table, column }) => `select '${table}.${column}' as place, count(*)::int as found from ${table}
      where (case when pg_typeof(${column}) = 'bytea'::regtype then encode(${column}::text::bytea, 'escape')
        else ${column}::text end) ilike any ($1)`,
  );
  const patterns = [words.map((word) => `%${word}%`)];
  const rows = await db.query<{ place: string; found: number }>(counts.join(' union all '), patterns);
  return rows.filter(({ found }) => found > 0).map(({ place }) => place.replace('public.', ''));
}

/** The files below some folders in which any of some words is to be found, those of mails as they are read. */
export async function filesWith(folders: readonly string[], words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const file of filesBelow(folder)) if (await saysAny(path.join(folder, file), words)) found.push(file);
  return found;
}

/** All files below a folder, the hidden ones too. */
export function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => statSync(path.join(folder, name)).isFile());
}

async function saysAny(file: string, words: readonly string[]): Promise<boolean> {
  const bytes = readFileSync(file);
  const mail = file.endsWith('.eml') ? JSON.stringify(await simpleParser(bytes)) : '';
  const text = `${bytes.toString('utf8')}${mail}`.toLowerCase();
  return words.some((word) => text.includes(word.toLowerCase()));
}
