import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { demandFilled, isUuid, Refusal, type Request, readGlobalId } from '../graphql';
import { findPerson } from '../people';
import { type Instant, isoOf, type Role } from '../rules';
import { trustedDocuments } from '../trusted';
import { ApiKey, type ApiKeyRow } from './apiKey';
import type { CreateApiKeyInput, RotateApiKeyInput } from './inputs';
import { KEY, lockKey } from './loading';
import { hashOf, newSecret } from './secret';

const HOUR_MILLISECONDS = 3_600_000;
const LIFE_DAYS_MAX = 366;

/** A key with its secret, which nobody can be shown again. */
export interface Issued {
  apiKey: ApiKey;
  secret: string;
}

/** What a key is made of. */
interface Draft {
  name: string;
  personKey: string;
  role: Role;
  documents: string[] | null;
  expiresAt: Instant;
  replacesId: string | null;
}

/** Makes a key. Throws BAD_USER_INPUT at `person`, `documents.0` or `expiresAt` for what there is not or cannot be. */
export async function createApiKey(request: Request, input: CreateApiKeyInput): Promise<Issued> {
  demandFilled(input, 'name');
  demandLife(input.expiresAt, request.now);
  const documents = input.documents ?? null;
  documents?.forEach(demandTrusted);
  const person = await findPerson(request.db, input.person);
  if (!person) throw new Refusal('BAD_USER_INPUT', `There is no person "${input.person}"`, 'person');
  const { name, expiresAt } = input;
  const draft = { name, personKey: person.key, role: person.role, documents, expiresAt, replacesId: null };
  return issue(request.db, request, draft);
}

/** Makes the successor of a key, which goes on for the overlap. Throws CONFLICT at `apiKey` for one that is no more. */
export function rotateApiKey(request: Request, input: RotateApiKeyInput): Promise<Issued> {
  const { now } = request;
  demandLife(input.expiresAt, now);
  const id = readKeyId(input.apiKey);
  return request.db.transaction(async (tx) => {
    const old = await demandKey(tx, id, input.apiKey);
    if (old.revokedAt !== null || Date.parse(old.expiresAt) <= now)
      throw new Refusal('CONFLICT', 'it opens nothing any more: create another', 'apiKey');
    const [successor] = await tx.query('select from api_key where replaces = $1', [id], 'api_key_successor');
    if (successor) throw new Refusal('CONFLICT', 'it was replaced already: rotate its successor', 'apiKey');
    await tx.query(SHORTEN, [id, isoOf(now + input.overlapHours * HOUR_MILLISECONDS)], 'shorten_api_key');
    return issue(tx, request, { ...old, expiresAt: input.expiresAt, replacesId: old.keyId });
  });
}

/** Revokes a key; one that was revoked already stays as it is. */
export function revokeApiKey({ db, viewer, now }: Request, given: string): Promise<{ apiKey: ApiKey }> {
  const id = readKeyId(given);
  return db.transaction(async (tx) => {
    await demandKey(tx, id, given);
    await tx.query(REVOKE, [id, isoOf(now), viewer.personKey], 'revoke_api_key');
    return { apiKey: new ApiKey((await lockKey(tx, id))!) };
  });
}

async function issue(tx: Queryable, { viewer, now }: Request, draft: Draft): Promise<Issued> {
  const { name, personKey, role, documents, expiresAt, replacesId } = draft;
  const secret = newSecret();
  const [row] = await tx.query<ApiKeyRow>(
    INSERT,
    [
      uuidv7(),
      name,
      personKey,
      role,
      documents,
      hashOf(secret),
      isoOf(now),
      viewer.personKey,
      isoOf(expiresAt),
      replacesId,
    ],
    'create_api_key',
  );
  return { apiKey: new ApiKey(row!), secret };
}

function demandLife(expiresAt: Instant, now: Instant): void {
  if (expiresAt <= now) throw new Refusal('BAD_USER_INPUT', `${isoOf(expiresAt)} has passed`, 'expiresAt');
  if (expiresAt > now + LIFE_DAYS_MAX * 24 * HOUR_MILLISECONDS)
    throw new Refusal('BAD_USER_INPUT', `a key lives for at most ${LIFE_DAYS_MAX} days: rotate it then`, 'expiresAt');
}

function demandTrusted(document: string, index: number): void {
  if (trustedDocuments().has(document)) return;
  throw new Refusal('BAD_USER_INPUT', `There is no trusted document "${document}"`, `documents.${index}`);
}

async function demandKey(tx: Queryable, id: string, given: string): Promise<ApiKeyRow> {
  const key = await lockKey(tx, id);
  if (!key) throw new Refusal('NOT_FOUND', `There is no API key "${given}"`, 'apiKey');
  return key;
}

function readKeyId(given: string): string {
  const { type, parts } = readGlobalId(given, 'apiKey');
  const [id] = parts;
  if (type === 'ApiKey' && parts.length === 1 && isUuid(id)) return id;
  throw new Refusal('BAD_USER_INPUT', `"${given}" is not the id of an ApiKey`, 'apiKey');
}

const INSERT = `
  insert into api_key as k (id, name, person, role, documents, secret_hash, created_at, created_by, expires_at,
    replaces)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${KEY}`;
const SHORTEN = `
  update api_key
  set expires_at = least(expires_at, greatest($2::timestamptz, created_at + interval '1 millisecond')) where id = $1`;
const REVOKE = 'update api_key set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null';
