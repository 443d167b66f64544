import { isoInSql, type Queryable } from '../database';
import { type Instant, isoOf } from '../rules';

/** The head of the chain at an instant: whoever keeps it elsewhere can tell that nothing before it was changed. */
export interface Anchor {
  /** How many entries were sealed. */
  place: number;
  /** The hash of the last of them, in hexadecimal; empty while there is none. */
  hash: string;
  takenAt: string;
}

/** The head of the chain now. */
export async function headOf(db: Queryable, now: Instant): Promise<Anchor> {
  const [head] = await db.query<{ place: string; hash: string }>(HEAD, [], 'audit_head');
  return { place: Number(head?.place ?? 0), hash: head?.hash ?? '', takenAt: isoOf(now) };
}

/** Keeps the head as the anchor of its day (UTC). Undefined where the day has one, or there is nothing to hold. */
export async function takeAnchor(db: Queryable, now: Instant): Promise<Anchor | undefined> {
  const head = await headOf(db, now);
  if (head.place === 0) return undefined;
  const values = [head.takenAt.slice(0, 10), head.place, Buffer.from(head.hash, 'hex'), head.takenAt];
  const [taken] = await db.query(TAKE, values, 'take_audit_anchor');
  return taken ? head : undefined;
}

/** The anchors that the database keeps, the first first. */
export function keptAnchors(db: Queryable): Promise<Anchor[]> {
  return db.query<Anchor>(KEPT, [], 'audit_anchors');
}

const HEAD = `select place, encode(hash, 'hex') as hash from audit_seal order by place desc limit 1`;
const TAKE = `
  insert into audit_anchor (day, place, hash, taken_at) values ($1, $2, $3, $4) on conflict do nothing returning day`;
const KEPT = `
  select place::float8 as place, encode(hash, 'hex') as hash, ${isoInSql('taken_at')} as "takenAt"
  from audit_anchor order by place`;
