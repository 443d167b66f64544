import type { Queryable } from '../database';
import type { Batch } from '../graphql';
import { type CommitmentMade, type RiskFlagged, written } from '../rules';

/**
 * Sections F and G of a package: the deal's risks and commitments that somebody wrote down before they came up, in the
 * order of writing down.
 */
export interface Listed {
  risks: readonly RiskFlagged[];
  commitments: readonly CommitmentMade[];
  /** Their rows as JSON, in the same order: to be frozen with what was submitted. */
  rows: { risks: readonly object[]; commitments: readonly object[] };
}

interface RiskRow {
  description: string;
  likelihood: RiskFlagged['likelihood'];
  mitigation: string | null;
}

interface CommitmentRow {
  words: string;
  promised_to: string;
  promised_by: string;
  due_week: number | null;
  due_on: string | null;
}

/** Sections F and G of deals, in their order; one SQL statement. */
export const listedOfDeals: Batch<string, Listed> = ({ db }, dealIds) => listedWithin(db, dealIds);

/** The same, within a transaction. */
export async function listedWithin(tx: Queryable, dealIds: readonly string[]): Promise<Listed[]> {
  const rows = await tx.query<{ dealId: string; risks: RiskRow[]; commitments: CommitmentRow[] }>(
    LISTED,
    [dealIds],
    'package_listed',
  );
  const byDeal = new Map(rows.map((row) => [row.dealId, row]));
  return dealIds.map((dealId) => {
    const { risks, commitments } = byDeal.get(dealId)!;
    return { risks: risks.map(riskOf), commitments: commitments.map(commitmentOf), rows: { risks, commitments } };
  });
}

function riskOf({ description, likelihood, mitigation }: RiskRow): RiskFlagged {
  return { description: written(description), likelihood, mitigation: mitigation && written(mitigation) };
}

function commitmentOf({ words, promised_to, promised_by, due_week, due_on }: CommitmentRow): CommitmentMade {
  return {
    words: written(words),
    promisedTo: written(promised_to),
    promisedBy: promised_by,
    dueWeek: due_week,
    dueOn: due_on,
  };
}

/**
 * In SQL, whether `risk c` or `commitment c` belongs to section F or G. What surfaced later without having been
 * declared was not flagged or promised in the sales cycle: it is a fault.
 */
export const DECLARED = `not exists (
      select from deal_event e
      where e.deal_id = c.deal_id and e.id = c.event_id and e.details -> 'declared' = 'false' and not exists (
        select from deal_event x
        where x.deal_id = e.deal_id and x.refers_to = e.id and x.type = 'EVENT_RETRACTED'))`;

function rowsInSql(table: string): string {
  return `coalesce((
    select jsonb_agg(to_jsonb(c) order by c.created_at, c.id) from ${table} c
    where c.deal_id = asked.id and ${DECLARED}), '[]')`;
}

const LISTED = `
  select asked.id as "dealId", ${rowsInSql('risk')} as risks, ${rowsInSql('commitment')} as commitments
  from unnest($1::uuid[]) as asked (id)`;
