import { type Database, millisecondsInSql, type Queryable } from '../database';
import {
  Calendar,
  type CalendarFacts,
  type CommissionPlan,
  type Instant,
  type LaterCalendar,
  type SlaPolicy,
  type Terms,
  type Zone,
} from '../rules';

/** What a deal says of the terms that it is judged by. */
export interface DealTerms {
  planCode: string;
  calendarCode: string;
  accountExecutive: string;
}

/** The latest version that a deal's calendar had when it was read. */
export interface KnownCalendar {
  calendarCode: string;
  calendarVersion: number;
}

/** A version of a calendar as it is stored: the first was there before anybody could record it. */
interface StoredCalendar extends CalendarFacts {
  recordedAt: Instant | null;
}

/** Every plan, SLA policy and calendar, in memory: they are few, and asked for with every deal. */
export class TermsBook {
  constructor(
    private readonly plans: ReadonlyMap<string, readonly CommissionPlan[]>,
    private readonly policies: readonly SlaPolicy[],
    private readonly calendars: ReadonlyMap<string, Calendar>,
  ) {}

  /** The calendar of that code: its first version, with those that came later. */
  calendar(code: string): Calendar | undefined {
    return this.calendars.get(code);
  }

  /** Whether it has all that deals were judged by when they were read. */
  knows(deals: readonly KnownCalendar[]): boolean {
    return deals.every(({ calendarCode, calendarVersion }) => {
      const calendar = this.calendars.get(calendarCode);
      return calendar !== undefined && calendar.latest.version >= calendarVersion;
    });
  }

  /** The same book with one version of a calendar in the place of all; undefined where it has no such version. */
  withCalendarVersion(code: string, version: number): TermsBook | undefined {
    const calendar = this.calendar(code);
    const all = calendar ? [calendar.alone, ...calendar.later.map((later) => later.calendar)] : [];
    const only = all.find((one) => one.version === version);
    return only && new TermsBook(this.plans, this.policies, new Map(this.calendars).set(code, only));
  }

  /** The zones of all calendars. */
  get zones(): readonly Zone[] {
    return [...this.calendars.values()].map(({ zone }) => zone);
  }

  /** The versions of a plan, oldest first; none where there is no such plan. */
  plan(code: string): readonly CommissionPlan[] {
    return this.plans.get(code) ?? [];
  }

  /** A version by its name, such as `standard-2`; undefined where there is none. */
  planVersion(version: string): CommissionPlan | undefined {
    return [...this.plans.values()].flat().find((plan) => plan.version === version);
  }

  /** The same book with one plan in the place of all versions of a plan. */
  withPlan(code: string, plan: CommissionPlan): TermsBook {
    return new TermsBook(new Map(this.plans).set(code, [plan]), this.policies, this.calendars);
  }

  /** The versions of the SLA policy, oldest first. */
  get slaPolicies(): readonly SlaPolicy[] {
    return this.policies;
  }

  /** What a deal is judged by. A deal's codes are checked when it is opened: an unknown one is a fault. */
  termsOf({ planCode, calendarCode, accountExecutive }: DealTerms): Terms {
    const calendar = this.calendar(calendarCode);
    if (!calendar) throw new Error(`there is no calendar ${calendarCode}`);
    return { plans: this.plan(planCode), policies: this.policies, calendar, accountExecutive };
  }
}

/** Another server may add a version; none counts before the day after, so that a minute is soon enough. */
const READ_AGAIN_AFTER_MS = 60_000;

const books = new WeakMap<Database, { book: Promise<TermsBook>; readAt: number }>();

/**
 * The book by which deals are judged: a version of a calendar counts from when it was recorded, so that a book which
 * does not know what a deal was read with is read again.
 */
export async function termsFor(db: Database, deals: readonly KnownCalendar[]): Promise<TermsBook> {
  const book = await termsBook(db);
  if (book.knows(deals)) return book;
  forgetTerms(db);
  return termsBook(db);
}

/** The same within a transaction, of which nobody else may see what it reads. */
export async function termsWithin(tx: Queryable, book: TermsBook, deals: readonly KnownCalendar[]): Promise<TermsBook> {
  return book.knows(deals) ? book : readBook(tx);
}

/** The book of a database, read once a minute. */
export function termsBook({ shared: db }: Database): Promise<TermsBook> {
  const known = books.get(db);
  const now = performance.now();
  if (known && now - known.readAt < READ_AGAIN_AFTER_MS) return known.book;
  const book = readBook(db);
  books.set(db, { book, readAt: now });
  book.catch(() => books.delete(db));
  return book;
}

/** Has the book read again, after a version was added. */
export function forgetTerms({ shared: db }: Database): void {
  books.delete(db);
}

async function readBook(db: Queryable): Promise<TermsBook> {
  const plans = await db.query<CommissionPlan & { code: string }>(PLANS);
  const policies = await db.query<SlaPolicy>(POLICIES);
  const calendars = await db.query<StoredCalendar>(CALENDARS);
  const byCode = new Map<string, CommissionPlan[]>();
  for (const { code, ...plan } of plans) byCode.set(code, [...(byCode.get(code) ?? []), plan]);
  return new TermsBook(byCode, policies, calendarsOf(calendars));
}

/** The last version of each calendar that was there before any was recorded, with those that came later. */
function calendarsOf(stored: readonly StoredCalendar[]): Map<string, Calendar> {
  const calendars = new Map<string, Calendar>();
  for (const first of stored.filter(({ recordedAt }) => recordedAt === null)) {
    const later = stored.flatMap(({ recordedAt, ...facts }): LaterCalendar[] =>
      facts.code === first.code && recordedAt !== null ? [{ recordedAt, calendar: new Calendar(facts) }] : [],
    );
    calendars.set(first.code, new Calendar(first, later));
  }
  return calendars;
}

const PLANS = `
  select code, code || '-' || version as version, effective_from::text as "effectiveFrom", rate_bp as "rateBp",
    tranches, effects, on_cancel as "onCancel"
  from commission_plan order by code, version`;

const POLICIES = `
  select code || '-' || version as version, effective_from::text as "effectiveFrom", allowances,
    call_after_assignment as "callAfterAssignment"
  from sla_policy order by version`;

/** Every version of each calendar, oldest first. */
const CALENDARS = `
  select code, version, zone, covers_from::text as "from", covers_to::text as "to",
    array(select day ->> 'date' from jsonb_array_elements(holidays) as day) as holidays,
    ${millisecondsInSql('recorded_at')} as "recordedAt"
  from calendar order by code, version`;
