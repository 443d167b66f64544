import { v7 as uuidv7 } from 'uuid';
import type { DealChange, Projection, Step } from '../facts';
import { type Calendar, isoOf } from '../rules';
import type { TermsBook } from '../terms';
import { closedPeriods, monthOf, openPeriod } from './periods';

/** What is posted as held of one payment. */
interface Posted {
  dealId: string;
  tranche: string;
  payee: string;
  minor: string;
}

/** An entry that is to be posted. */
interface Entry {
  deal_id: string;
  id: string;
  tranche: string;
  payee: string;
  currency: string;
  amount_minor: string;
  effective_at: string;
  recorded_at: string;
  effective_in: string;
  learned_in: string;
  event_id: string;
  plan_version: string;
}

/**
 * Posts, for each fact, the difference that it makes to what is earned and held: a tranche comes to be held, or is let
 * go, at facts alone (rules.md §7, §8).
 */
export function projectHeldBack(book: TermsBook): Projection {
  return async (tx, changes) => {
    const told = changes.filter(({ steps }) => steps.length > 0);
    if (told.length === 0) return;
    const posted = await tx.query<Posted>(POSTED, [told.map(({ deal }) => deal.dealId)], 'held_posted');
    const entries = told.flatMap((change) =>
      entriesOf(
        change,
        posted.filter(({ dealId }) => dealId === change.deal.dealId),
        book.termsOf(change.deal).calendar,
      ),
    );
    if (entries.length === 0) return;
    const closed = await closedPeriods(tx);
    const placed = entries.map(({ effective_in, learned_in, ...entry }) => ({
      ...entry,
      period: openPeriod(effective_in, learned_in, closed),
    }));
    await tx.query(POST, [JSON.stringify(placed)], 'post_held');
  };
}

function entriesOf({ deal, steps }: DealChange, posted: readonly Posted[], calendar: Calendar): Entry[] {
  const held = new Map(posted.map(({ tranche, payee, minor }) => [nameOf(tranche, payee), BigInt(minor)]));
  return steps.flatMap((step) => {
    const wanted = new Map(
      step.payments
        .filter(({ status }) => status === 'HELD')
        .map(({ tranche, payee, amount }) => [nameOf(tranche, payee), amount]),
    );
    return [...new Set([...held.keys(), ...wanted.keys()])].flatMap((name) => {
      const difference = (wanted.get(name) ?? 0n) - (held.get(name) ?? 0n);
      if (difference === 0n) return [];
      held.set(name, (held.get(name) ?? 0n) + difference);
      return [entryOf(name, difference, step, deal.currency, calendar)];
    });
  });
}

function entryOf(name: string, difference: bigint, step: Step, currency: string, calendar: Calendar): Entry {
  const { event, planVersion } = step;
  const [tranche, payee] = JSON.parse(name) as [string, string];
  return {
    deal_id: event.dealId,
    id: uuidv7(),
    tranche,
    payee,
    currency,
    amount_minor: String(difference),
    effective_at: isoOf(event.occurredAt),
    recorded_at: isoOf(event.recordedAt),
    effective_in: monthOf(event.occurredAt, calendar),
    learned_in: monthOf(event.recordedAt, calendar),
    event_id: event.id,
    plan_version: planVersion,
  };
}

function nameOf(tranche: string, payee: string): string {
  return JSON.stringify([tranche, payee]);
}

const POSTED = `
  select deal_id as "dealId", tranche, payee, sum(amount_minor)::text as minor from held_entry
  where deal_id = any($1) group by deal_id, tranche, payee having sum(amount_minor) <> 0`;

const POST = `
  insert into held_entry (deal_id, id, tranche, payee, currency, amount_minor, effective_at, recorded_at, period,
    event_id, plan_version)
  select deal_id, id, tranche, payee, currency, amount_minor, effective_at, recorded_at, period, event_id, plan_version
  from jsonb_to_recordset($1::jsonb) as entry (deal_id uuid, id uuid, tranche text, payee text, currency char(3),
    amount_minor bigint, effective_at timestamptz, recorded_at timestamptz, period text, event_id uuid,
    plan_version text)`;
