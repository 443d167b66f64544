import type { Batch } from '../graphql';
import { FAULT_CODES, type HandoffFault } from '../rules';

/** The faults of each stored deal as of its latest fact; one SQL statement. */
export const faultsOfDeals: Batch<string, HandoffFault[]> = async ({ db }, dealIds) => {
  const rows = await db.query<HandoffFault & { dealId: string }>(FAULTS, [dealIds], 'faults');
  const byDeal = new Map(dealIds.map((dealId): [string, HandoffFault[]] => [dealId, []]));
  rows.sort((a, b) => FAULT_CODES.indexOf(a.code) - FAULT_CODES.indexOf(b.code));
  for (const fault of rows) byDeal.get(fault.dealId)?.push(fault);
  return dealIds.map((dealId) => byDeal.get(dealId)!);
};

const FAULTS = `select deal_id as "dealId", code, evidence from handoff_fault where deal_id = any($1)`;
