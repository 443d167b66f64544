import type { Database } from '../database';
import { type Instant, isoOf } from '../rules';

/** For how long what is personal is kept; 0 for as long as there is the database. */
export interface Retention {
  contactsMonths: number;
  mailsDays: number;
  auditMonths: number;
}

const DAY_MS = 86_400_000;
const DEALS_AT_ONCE = 50;
const DETAILS_AT_ONCE = 1_000;

/** Erases what is older than is kept, some at a time in a transaction each. */
export async function keepNoLonger(
  db: Database,
  { contactsMonths, mailsDays, auditMonths }: Retention,
  now: Instant,
): Promise<void> {
  if (contactsMonths > 0) await untilNoMore(db, CLOSED, monthsBefore(now, contactsMonths), DEALS_AT_ONCE);
  if (mailsDays > 0) await untilNoMore(db, MAILS, now - mailsDays * DAY_MS, DEALS_AT_ONCE);
  if (auditMonths > 0) await untilNoMore(db, DETAILS, monthsBefore(now, auditMonths), DETAILS_AT_ONCE);
}

async function untilNoMore(db: Database, erase: Statement, before: Instant, most: number): Promise<void> {
  for (let erased = most; erased === most; ) {
    const [row] = await db.query<{ erased: number }>(erase.text, [isoOf(before), most], erase.name);
    erased = row!.erased;
  }
}

interface Statement {
  name: string;
  text: string;
}

/** The same day of an earlier month in UTC, or the last day of that month. */
function monthsBefore(now: Instant, months: number): Instant {
  const day = new Date(now);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months + 1, 0)).getUTCDate();
  const date = Math.min(day.getUTCDate(), last);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, date) + (now % DAY_MS);
}

const CLOSED = { name: 'erase_closed_deals', text: 'select erase_closed_deals($1, $2) as erased' };
const MAILS = { name: 'erase_mails', text: 'select erase_mails($1, $2) as erased' };
const DETAILS = {
  name: 'erase_old_details',
  text: `select redact_audit(array(
    select d.number from audit_detail d join audit_entry a using (number)
    where a.at < $1 order by d.number limit $2), null, 'RETENTION') as erased`,
};
