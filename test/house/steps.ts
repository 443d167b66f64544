import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../src/database';
import { CAST } from '../../src/demonstration/cast';
import { type Api, type Asker, PEOPLE } from '../harness/api';

/** A question in a document for readers, and the answer that the document says it gets. */
export interface Step {
  title: string;
  asker: Asker;
  role: string;
  /** When it is asked, in epoch milliseconds; undefined where that does not matter. */
  at: number | undefined;
  query: string;
  answer: unknown;
}

const ROOT = path.join(__dirname, '..', '..');
const WHO = /# as (?<role>\w+)(?: (?<person>[a-z]+-\d+))?(?: at (?<at>\S+))?\n/;
const QUESTION = new RegExp(
  `\`\`\`graphql\n${WHO.source}(?<query>.*?)\`\`\`\n\n\`\`\`json\n(?<answer>.*?)\`\`\``,
  'gs',
);

/** The questions of a document, each with the bold title that it stands below. */
export function stepsOf(document: string): Step[] {
  const text = readFileSync(path.join(ROOT, document), 'utf8');
  return [...text.matchAll(QUESTION)].map(({ index, groups }) => {
    const { role = '', person, at, query = '', answer = '' } = groups!;
    const asker = (person ?? Object.entries(PEOPLE).find(([, known]) => known === role)?.[0]) as Asker;
    const title = [...text.slice(0, index).matchAll(/\*\*(\d+\. .*?)\*\*/gs)].at(-1)?.[1] ?? '';
    return { title, asker, role, at: at ? Date.parse(at) : undefined, query, answer: JSON.parse(answer) as unknown };
  });
}

/** Stands in a document for an id, which is another each time. */
const STAND_IN = /‹\w+›/g;

/** Plays steps against an API, one after the other: what an answer names by a stand-in, later questions may name. */
export class Playing {
  private readonly ids = new Map<string, string>();

  constructor(private readonly api: Api) {}

  /** Asks a step; gives what was answered, and what was to be expected with the ids of this time. */
  async ask({ asker, query, answer }: Step): Promise<{ given: unknown; expected: unknown }> {
    const known = query.replaceAll(STAND_IN, (name) => this.ids.get(name) ?? name);
    const { data, errors } = await this.api.ask(asker, known);
    const given = errors ? { errors } : data;
    return { given, expected: this.withIds(answer, given) };
  }

  private withIds(expected: unknown, given: unknown): unknown {
    if (typeof expected === 'string' && expected.match(STAND_IN)?.[0] === expected) {
      const id = this.ids.get(expected) ?? (typeof given === 'string' ? given : expected);
      this.ids.set(expected, id);
      return id;
    }
    if (typeof expected !== 'object' || expected === null) return expected;
    const of = (key: string | number) => (given as Record<string | number, unknown> | null | undefined)?.[key];
    if (Array.isArray(expected)) return expected.map((one, index) => this.withIds(one, of(index)));
    return Object.fromEntries(Object.entries(expected).map(([key, one]) => [key, this.withIds(one, of(key))]));
  }
}

/** Makes the people of the documents known to a database. */
export async function letTheCastIn(db: Database): Promise<void> {
  await db.query(
    `insert into person (key, name, email, role)
     select key, name, email, role
     from jsonb_to_recordset($1::jsonb) as member (key text, name text, email text, role text)`,
    [JSON.stringify(CAST)],
  );
}
