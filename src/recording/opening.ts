import { v7 as uuidv7 } from 'uuid';
import type { Database, Queryable } from '../database';
import { STANDING, standingOf } from '../deals';
import { type DealChange, type DealHeader, stateOf } from '../facts';
import { Refusal, type Viewer } from '../graphql';
import { findPeople } from '../people';
import { type Instant, isoOf, minorDigits, type Role, RuleError } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import { nextKeys } from './numbering';
import { BESIDE_THE_DEAL } from './projections';

/** The plan of a deal for which finance has not chosen another. */
const STANDARD = 'standard';

/** What a deal is opened with. */
export interface DealToOpen {
  clientName: string;
  accountExecutive: string;
  deliveryLead?: string | null;
  currency: string;
  calendar: string;
  plan: string;
  /** When, for a deal that another system kept; the API never gives it. */
  openedAt?: Instant;
}

/**
 * Opens deals, each with the next key of its year, in one transaction and a constant number of statements.
 * Throws a Refusal or RuleError at the field that is wrong; then none is opened.
 */
export async function openDeals(
  db: Database,
  viewer: Viewer,
  given: readonly DealToOpen[],
  clock: () => Instant = Date.now,
): Promise<DealHeader[]> {
  const book = await termsBook(db);
  for (const deal of given) checkDeal(deal, viewer, book);
  return db.transaction(async (tx) => {
    await checkRoles(tx, given);
    const now = clock();
    const deals = given.map((deal) => headerOf(deal, now, book));
    const keys = await nextKeys(
      tx,
      deals.map((deal) => yearOf(deal, book)),
    );
    const opened = deals.map((deal, index): DealHeader => ({ ...deal, key: keys[index]! }));
    const changes = opened.map((deal) => changeOf(deal, book));
    const rows = changes.map((change, index) => rowOf(change, given[index]!, opened[index]!, viewer));
    await tx.query(INSERT, [JSON.stringify(rows)], 'open_deals');
    for (const project of BESIDE_THE_DEAL) await project(tx, changes);
    return opened;
  });
}

function checkDeal(deal: DealToOpen, { role, personKey }: Viewer, book: TermsBook): void {
  minorDigits(deal.currency);
  if (!book.calendar(deal.calendar)) throw new RuleError('calendar', `there is no calendar "${deal.calendar}"`);
  if (book.plan(deal.plan).length === 0) throw new RuleError('plan', `there is no commission plan "${deal.plan}"`);
  if (deal.clientName.trim() === '') throw new RuleError('clientName', 'a client has a name');
  if (role === 'ACCOUNT_EXECUTIVE' && deal.accountExecutive !== personKey)
    throw new Refusal('FORBIDDEN', 'an account executive opens deals of their own', 'accountExecutive');
  if (deal.plan !== STANDARD && role !== 'FINANCE' && role !== 'ADMIN')
    throw new Refusal('FORBIDDEN', 'finance says by which plan commission is paid', 'plan');
}

async function checkRoles(tx: Queryable, deals: readonly DealToOpen[]): Promise<void> {
  const keys = deals.flatMap(({ accountExecutive, deliveryLead }) => [accountExecutive, deliveryLead ?? '']);
  const people = await findPeople(tx, [...new Set(keys)]);
  const demand = (key: string, role: Role, path: string) => {
    const person = people.get(key);
    if (!person) throw new Refusal('BAD_USER_INPUT', `There is no person "${key}"`, path);
    if (person.role !== role) throw new Refusal('BAD_USER_INPUT', `${key} is ${person.role}, not ${role}`, path);
  };
  for (const { accountExecutive, deliveryLead } of deals) {
    demand(accountExecutive, 'ACCOUNT_EXECUTIVE', 'accountExecutive');
    if (deliveryLead) demand(deliveryLead, 'DELIVERY_LEAD', 'deliveryLead');
  }
}

function headerOf(
  { accountExecutive, deliveryLead, currency, calendar, plan, openedAt }: DealToOpen,
  now: Instant,
  book: TermsBook,
): Omit<DealHeader, 'key'> {
  const terms = { accountExecutive, planCode: plan, calendarCode: calendar };
  const opened = openedAt ?? now;
  return {
    ...terms,
    calendarVersion: book.calendar(calendar)!.latest.version,
    dealId: uuidv7(),
    currency,
    deliveryLead: deliveryLead ?? null,
    lastRecordedAt: null,
    openedAt: opened,
  };
}

function yearOf({ openedAt, calendarCode }: Omit<DealHeader, 'key'>, book: TermsBook): number {
  const { zone } = book.calendar(calendarCode)!;
  return Number(zone.dateOf(zone.dayOf(openedAt)).slice(0, 4));
}

function changeOf(deal: DealHeader, book: TermsBook): DealChange {
  const latest = stateOf(deal, [], book, { effectiveAt: deal.openedAt, knownAt: deal.openedAt });
  return { deal, steps: [], latest, at: deal.openedAt };
}

function rowOf(change: DealChange, { clientName }: DealToOpen, deal: DealHeader, { personKey }: Viewer) {
  return {
    ...standingOf(change),
    key: deal.key,
    client_name: clientName,
    currency: deal.currency,
    calendar_code: deal.calendarCode,
    plan_code: deal.planCode,
    account_executive: deal.accountExecutive,
    delivery_lead: deal.deliveryLead,
    opened_at: isoOf(deal.openedAt),
    opened_by: personKey,
  };
}

const OPENED = {
  key: 'text',
  client_name: 'text',
  currency: 'char(3)',
  calendar_code: 'text',
  plan_code: 'text',
  account_executive: 'text',
  delivery_lead: 'text',
  opened_at: 'timestamptz',
  opened_by: 'text',
  ...STANDING,
};
const columns = Object.keys(OPENED).join(', ');
const typed = Object.entries(OPENED).map(([column, type]) => `${column} ${type}`);

const INSERT = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as given (id uuid, ${typed.join(', ')})),
  keys as (insert into deal_key (key, deal_id) select key, id from given)
  insert into deal (id, ${columns}) select id, ${columns} from given`;
