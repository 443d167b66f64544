import type { RowSource } from './reading';
import { CommissionRow, CommitmentRow, DealRow, RiskRow, SlaRow } from './rows';

/** All row types with the views behind them. A view that changes what a column means gets another number. */
export const ROWS = {
  commission: { name: 'commissionRows', type: CommissionRow, view: 'reporting.commission_rows_v1' },
  deal: { name: 'dealRows', type: DealRow, view: 'reporting.deal_rows_v1' },
  sla: {
    name: 'slaRows',
    type: SlaRow,
    view: 'reporting.sla_rows_v1',
    parts: ['reporting.sla_rows_written_v1', 'reporting.sla_rows_run_out_v1'],
  },
  risk: { name: 'riskRows', type: RiskRow, view: 'reporting.risk_rows_v1' },
  commitment: { name: 'commitmentRows', type: CommitmentRow, view: 'reporting.commitment_rows_v1' },
} as const satisfies Record<string, RowSource<{ id: string; updatedAt: string }>>;
