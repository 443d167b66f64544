import { isoInSql, type Queryable } from '../database';
import type { Batch } from '../graphql';
import { ApiKey, type ApiKeyRow } from './apiKey';

/** The columns of `api_key k` for an `ApiKeyRow`. */
export const KEY = `k.id as "keyId", k.name, k.person as "personKey", k.role, k.documents,
  k.created_by as "createdByKey", ${isoInSql('k.created_at')} as "createdAt",
  ${isoInSql('k.expires_at')} as "expiresAt", ${isoInSql('k.revoked_at')} as "revokedAt",
  ${isoInSql('k.last_used_at')} as "lastUsedAt", k.replaces as "replacesId"`;

/** The keys of those UUIDs, in their order; null where there is none. */
export const apiKeysById: Batch<string, ApiKey | null> = async ({ db }, ids) => {
  const rows = await db.query<ApiKeyRow>(`select ${KEY} from api_key k where k.id = any($1)`, [ids], 'api_keys_by_id');
  const byId = new Map(rows.map((row) => [row.keyId, new ApiKey(row)]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The key of that UUID, locked until the transaction ends; undefined where there is none. */
export async function lockKey(tx: Queryable, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx.query<ApiKeyRow>(
    `select ${KEY} from api_key k where k.id = $1 for update`,
    [id],
    'lock_api_key',
  );
  return row;
}
