import { millisecondsInSql, type Queryable } from '../database';
import { type Instant, isoOf, type Role } from '../rules';
import { hashOf, looksLikeSecret } from './secret';

/** Who a key speaks for, and what it may ask. */
export interface RecognisedKey {
  keyId: string;
  personKey: string;
  role: Role;
  /** The only documents that it may ask; null for any query. */
  documents: readonly string[] | null;
  /** Epoch milliseconds. */
  expiresAt: Instant;
}

/** The key of a secret, noted as used; undefined for none that is good now, or whose person has another role. */
export async function recogniseKey(db: Queryable, secret: string, now: Instant): Promise<RecognisedKey | undefined> {
  if (!looksLikeSecret(secret)) return undefined;
  const [row] = await db.query<RecognisedKey & { isNoted: boolean }>(
    RECOGNISE,
    [hashOf(secret), isoOf(now)],
    'recognise_api_key',
  );
  if (!row) return undefined;
  const { isNoted, ...key } = row;
  if (!isNoted) await db.query(NOTE, [key.keyId, isoOf(now)], 'note_api_key_use');
  return key;
}

/** A use is noted once a minute, so that reading does not become writing. */
const RECOGNISE = `
  select k.id as "keyId", k.person as "personKey", k.role, k.documents,
    ${millisecondsInSql('k.expires_at')} as "expiresAt",
    coalesce(k.last_used_at > $2::timestamptz - interval '1 minute', false) as "isNoted"
  from api_key k join person p on p.key = k.person and p.role = k.role
  where k.secret_hash = $1 and k.revoked_at is null and k.expires_at > $2::timestamptz`;

const NOTE = `
  update api_key set last_used_at = $2
  where id = $1 and (last_used_at is null or last_used_at <= $2::timestamptz - interval '1 minute')`;
