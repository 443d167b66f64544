import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '../database';
import type { Viewer } from '../graphql';

/** Who does something, and from where. */
export interface Doer {
  viewer: Viewer;
  /** The address that the request came from; null for work that nobody waits for. */
  address: string | null;
  correlationId: string;
}

/** Something that is to be noted. */
export interface Noted {
  kind: 'CALL' | 'REFUSAL' | 'READ';
  /** The mutation, the operation of a query, or the path of a file. */
  action: string;
  /** Ids and keys of what it is about. */
  subjects: readonly string[];
  /** What there is to say about it; it can be taken away later, without the chain noticing. */
  content: unknown;
}

const SALT_BYTES = 16;
const SUBJECTS_MAX = 1_000;
const ACTION_LENGTH_MAX = 100;
const CONTENT_LENGTH_MAX = 32_000;

/** Appends an entry to the audit log. Throws as `query` does: what cannot be noted must not be done. */
export async function appendEntry(
  db: Queryable,
  { viewer, address, correlationId }: Doer,
  noted: Noted,
): Promise<void> {
  const salt = randomBytes(SALT_BYTES);
  const content = contentOf(noted.content);
  const digest = createHash('sha256').update(salt).update(content).digest();
  const { personKey, role, apiKey } = viewer;
  const subjects = noted.subjects.slice(0, SUBJECTS_MAX);
  const who = [personKey, role, apiKey?.keyId ?? null, address, correlationId];
  await db.query(
    APPEND,
    [noted.kind, ...who, noted.action.slice(0, ACTION_LENGTH_MAX), subjects, digest, salt, content],
    'append_audit_entry',
  );
}

/** As JSON; of what is too long its length and digest, by which the very same can be recognised. */
function contentOf(content: unknown): string {
  const whole = JSON.stringify(content, storable);
  if (whole.length <= CONTENT_LENGTH_MAX) return whole;
  return JSON.stringify({ length: whole.length, sha256: createHash('sha256').update(whole).digest('hex') });
}

/** NUL and halves of pairs, which PostgreSQL does not store, JSON writes as escapes by itself. */
function storable(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

const APPEND = `
  with entry as (
    insert into audit_entry (kind, person, role, api_key, address, correlation_id, action, subjects, digest)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning number)
  insert into audit_detail (number, salt, content) select number, $10, $11 from entry`;
