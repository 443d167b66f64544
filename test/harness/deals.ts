import {
  type FactInput,
  OpenDealDocument,
  type OpenDealInput,
  RecordEventsDocument,
} from '../api/generated/operations';
import type { Api, ApiAnswer, Asker } from './api';

/** A fact and when it happened, as RFC 3339. */
export type Told = readonly [occurredAt: string, fact: FactInput];

/** A deal that was opened: its global id, and its key. */
export interface Opened {
  id: string;
  key: string;
}

/** What an operation answered; throws what was wrong where it did not. */
export function answered<Data>({ data, errors }: ApiAnswer<Data>): Data {
  if (errors || !data) throw new Error(`not answered: ${JSON.stringify(errors)}`);
  return data;
}

/** Opens a deal of `ae-1` and `dl-1`, unless said otherwise. */
export async function openDeal(api: Api, input: Partial<OpenDealInput> = {}): Promise<Opened> {
  const whole = { clientName: 'Larch & Finch Ltd', accountExecutive: 'ae-1', deliveryLead: 'dl-1', ...input };
  const { openDeal } = answered(await api.run('ad-1', OpenDealDocument, { input: whole }));
  if (!openDeal.deal) throw new Error(`not opened: ${JSON.stringify(openDeal.errors)}`);
  return openDeal.deal;
}

/** Records facts of one deal in one call, by default as finance; returns the ids of the events. */
export async function record(api: Api, deal: string, told: readonly Told[], by: Asker = 'fin-1'): Promise<string[]> {
  const events = told.map(([occurredAt, fact]) => ({ deal, event: { occurredAt, fact } }));
  const { recordEvents } = answered(await api.run(by, RecordEventsDocument, { input: { events } }));
  if (!recordEvents.events) throw new Error(`not recorded: ${JSON.stringify(recordEvents.errors)}`);
  return recordEvents.events.map(({ id }) => id);
}

/**
 * A handoff with something of everything: a fee of 48,000.00 of which `ae` gets 70% and `second` 30% of the commission,
 * the first tranche released in March 2026, the second held by a package that never came and by an introduction that
 * was never sent, and a fault, because the call was held without the package.
 */
export function heldHandoff(ae: string, second: string): Told[] {
  const payees = [
    { person: ae, shareBp: 7_000 },
    { person: second, shareBp: 3_000 },
  ];
  return [
    ['2026-03-02T09:00:00Z', { feeAgreed: { amount: '48000.00' } }],
    ['2026-03-02T09:01:00Z', { splitAgreed: { payees } }],
    ['2026-03-02T10:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-03-02T11:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-03-03T09:00:00Z', { depositInvoiced: { amount: '19200.00' } }],
    ['2026-03-03T10:00:00Z', { closedWon: { missingFields: [] } }],
    ['2026-03-04T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-03-09T14:00:00Z', { callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] } }],
    ['2026-03-10T09:00:00Z', { kickoffConfirmed: { weekOne: '2026-03-16' } }],
    ['2026-03-24T15:00:00Z', { workshopDelivered: { week: 2, attended: 12 } }],
  ];
}
