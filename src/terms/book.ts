import type { Database, Queryable } from '../database';
import { Calendar, type CalendarFacts, type CommissionPlan, type SlaPolicy, type Terms, type Zone } from '../rules';

/** What a deal says of the terms that it is judged by. */
export interface DealTerms {
  planCode: string;
  calendarCode: string;
  accountExecutive: string;
}

/** Every plan, SLA policy and calendar, in memory: they are few, and asked for with every deal. */
export class TermsBook {
  constructor(
    private readonly plans: ReadonlyMap<string, readonly CommissionPlan[]>,
    private readonly policies: readonly SlaPolicy[],
    private readonly calendars: ReadonlyMap<string, Calendar>,
  ) {}

  /** The calendar of that code, in its latest version. */
  calendar(code: string): Calendar | undefined {
    return this.calendars.get(code);
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
  const calendars = await db.query<CalendarFacts>(CALENDARS);
  const byCode = new Map<string, CommissionPlan[]>();
  for (const { code, ...plan } of plans) byCode.set(code, [...(byCode.get(code) ?? []), plan]);
  return new TermsBook(byCode, policies, new Map(calendars.map((facts) => [facts.code, new Calendar(facts)])));
}

const PLANS = `
  select code, code || '-' || version as version, effective_from::text as "effectiveFrom", rate_bp as "rateBp",
    tranches, effects, on_cancel as "onCancel"
  from commission_plan order by code, version`;

const POLICIES = `
  select code || '-' || version as version, effective_from::text as "effectiveFrom", allowances,
    call_after_assignment as "callAfterAssignment"
  from sla_policy order by version`;

/** The latest version of each calendar. */
const CALENDARS = `
  select distinct on (code) code, zone, covers_from::text as "from", covers_to::text as "to",
    array(select day ->> 'date' from jsonb_array_elements(holidays) as day) as holidays
  from calendar order by code, version desc`;
