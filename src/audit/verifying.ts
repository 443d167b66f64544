import { createHash } from 'node:crypto';
import { isoInSql, type Queryable } from '../database';
import { type Anchor, keptAnchors } from './anchors';

/** What is wrong with the audit log, first of all. */
export interface Flaw {
  kind: 'ALTERED' | 'MISSING' | 'REORDERED' | 'CUT' | 'DETAIL_ALTERED' | 'DETAIL_MISSING' | 'ANCHOR_DIFFERS';
  /** Where in the chain, from 1 on. */
  place: number;
  /** The number of the entry; null where nobody knows it any more. */
  number: number | null;
  words: string;
}

/** What a look at the whole log gave. */
export interface Verified {
  sealed: number;
  /** Entries that no seal covers yet: those of the last second, or of transactions that still run. */
  unsealed: number;
  /** Entries whose details were taken away, as entries of their own say. */
  redacted: number;
  anchors: number;
  head: string;
  flaw: Flaw | null;
}

/** A seal with the entry that it is of. */
interface Sealed {
  place: number;
  number: number;
  hash: Buffer;
  /** The text that is hashed; null where there is no such entry. */
  text: string | null;
  digest: Buffer | null;
  /** The digest of the detail as it is now; null where there is none. */
  detail: Buffer | null;
}

const PAGE = 2_000;

/**
 * Goes through the whole chain, a page at a time, and names the first entry that was altered, is missing or was moved,
 * and what was cut off its end. `given` are anchors that were kept elsewhere; those of the database are tried as well.
 * `db` must be one state of the database.
 */
export async function verifyLog(db: Queryable, given: readonly Anchor[] = []): Promise<Verified> {
  const anchors = [...(await keptAnchors(db)), ...given];
  const walk = new Walk(anchors);
  for (let after = 0; ; ) {
    const page = await pageAfter(db, after);
    const flaw = walk.follow(page);
    if (flaw || page.length === 0) {
      const last = flaw ?? walk.ending() ?? (await unexplained(db));
      return { ...(await countsOf(db)), ...walk.seen(), flaw: last };
    }
    after = page.at(-1)!.place;
  }
}

/** The chain as far as it was followed. */
class Walk {
  private place = 0;
  private hash: Buffer = Buffer.alloc(0);

  constructor(private readonly anchors: readonly Anchor[]) {}

  /** The first flaw of a page; undefined where there is none. */
  follow(page: readonly Sealed[]): Flaw | undefined {
    for (const [index, sealed] of page.entries()) {
      const flaw = this.flawOf(sealed, page.slice(index + 1, index + 100));
      if (flaw) return flaw;
      this.place = sealed.place;
      this.hash = sealed.hash;
      const anchor = this.anchors.find(({ place, hash }) => place === this.place && hash !== this.hash.toString('hex'));
      if (anchor) return this.differs(anchor, sealed.number);
    }
    return undefined;
  }

  seen(): { sealed: number; head: string; anchors: number } {
    return { sealed: this.place, head: this.hash.toString('hex'), anchors: this.anchors.length };
  }

  /** What the anchors know beyond the end. */
  ending(): Flaw | null {
    const beyond = this.anchors.filter(({ place }) => place > this.place).sort((a, b) => b.place - a.place)[0];
    if (!beyond) return null;
    const { place, takenAt } = beyond;
    const words = `the chain ends at ${this.place}; on ${takenAt} it went on to ${place}: its end was cut`;
    return { kind: 'CUT', place: this.place + 1, number: null, words };
  }

  private flawOf(sealed: Sealed, following: readonly Sealed[]): Flaw | undefined {
    const { place, number, text, digest, detail } = sealed;
    if (place !== this.place + 1) return missing(this.place + 1, null, `the chain goes on at ${place}`);
    if (text === null) return missing(place, number, 'its seal is there, the entry is not');
    if (!this.next(text).equals(sealed.hash)) return this.explained(sealed, following);
    if (detail && digest && !detail.equals(digest))
      return { kind: 'DETAIL_ALTERED', place, number, words: `the details of entry ${number} were altered` };
    return undefined;
  }

  /** A text that gives the hash of another's seal was moved there; else it was altered. */
  private explained({ place, number, hash }: Sealed, following: readonly Sealed[]): Flaw {
    const moved = following.find(({ text }) => text !== null && this.next(text).equals(hash));
    if (!moved) return { kind: 'ALTERED', place, number, words: `entry ${number} was altered, or its seal` };
    const words = `entry ${number} is in the place of entry ${moved.number}: they were reordered`;
    return { kind: 'REORDERED', place, number, words };
  }

  private differs({ place, takenAt }: Anchor, number: number): Flaw {
    const words = `the hash is another than on ${takenAt}: something up to here was altered and sealed again`;
    return { kind: 'ANCHOR_DIFFERS', place, number, words };
  }

  private next(text: string): Buffer {
    return createHash('sha256').update(this.hash).update(text).digest();
  }
}

function missing(place: number, number: number | null, why: string): Flaw {
  return { kind: 'MISSING', place, number, words: `the entry at ${place} is missing: ${why}` };
}

async function pageAfter(db: Queryable, after: number): Promise<Sealed[]> {
  return db.query<Sealed>(PAGE_AFTER, [after, PAGE], 'audit_page');
}

/** Details that are gone, and no entry says that they were taken away. */
async function unexplained(db: Queryable): Promise<Flaw | null> {
  const [gone] = await db.query<{ place: number; number: number }>(UNEXPLAINED, [], 'audit_unexplained');
  if (!gone) return null;
  const words = `the details of entry ${gone.number} are gone, and no erasure says so`;
  return { kind: 'DETAIL_MISSING', ...gone, words };
}

async function countsOf(db: Queryable): Promise<{ unsealed: number; redacted: number }> {
  const [counts] = await db.query<{ unsealed: number; redacted: number }>(COUNTS, [], 'audit_counts');
  return counts!;
}

/** As the function `audit_canonical` of the database has it, which whoever owns the database could replace. */
const TEXT = `jsonb_build_array(e.number, e.transaction::text, ${isoInSql('e.at')}, e.kind, e.person, e.role, e.api_key,
  e.address, e.correlation_id, e.action, e.subjects, e.login, encode(e.digest, 'hex'))::text`;

const PAGE_AFTER = `
  select s.place::float8 as place, s.number::float8 as number, s.hash,
    case when e.number is not null then ${TEXT} end as text, e.digest,
    sha256(d.salt || convert_to(d.content, 'UTF8')) as detail
  from audit_seal s left join audit_entry e using (number) left join audit_detail d using (number)
  where s.place > $1 order by s.place limit $2`;

const COUNTS = `
  select (select count(*) from audit_entry e where not exists (select from audit_seal s where s.number = e.number)
    )::float8 as unsealed,
    (select count(*) from audit_entry e
      where e.digest is not null and not exists (select from audit_detail d where d.number = e.number))::float8
      as redacted`;

const UNEXPLAINED = `
  select s.place::float8 as place, e.number::float8 as number
  from audit_entry e join audit_seal s using (number)
  where e.digest is not null and not exists (select from audit_detail d where d.number = e.number)
    and e.number not in (select unnest(subjects)::bigint from audit_entry where kind = 'ERASURE')
  order by s.place limit 1`;
