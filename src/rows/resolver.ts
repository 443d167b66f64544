import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Request } from '../graphql';
import { RowArgs, type RowsPage, rowsOf } from './page';
import { readRows } from './reading';
import { CommissionRow, CommitmentRow, DealRow, RiskRow, SlaRow } from './rows';
import { ROWS } from './sources';

const CommissionRows = rowsOf('CommissionRow', () => CommissionRow);
const DealRows = rowsOf('DealRow', () => DealRow);
const SlaRows = rowsOf('SlaRow', () => SlaRow);
const RiskRows = rowsOf('RiskRow', () => RiskRow);
const CommitmentRows = rowsOf('CommitmentRow', () => CommitmentRow);

const IN_ORDER = 'in the order of their changes, for reading what has changed since: a plain column a value.';

@Resolver()
export class RowsResolver {
  @Query(() => CommissionRows, { description: `Payments as flat rows, ${IN_ORDER}` })
  commissionRows(@Args() args: RowArgs, @Ctx() request: Request): Promise<RowsPage<CommissionRow>> {
    return readRows(request, ROWS.commission, args);
  }

  @Query(() => DealRows, { description: `Deals as flat rows, ${IN_ORDER}` })
  dealRows(@Args() args: RowArgs, @Ctx() request: Request): Promise<RowsPage<DealRow>> {
    return readRows(request, ROWS.deal, args);
  }

  @Query(() => SlaRows, { description: `Clocks as flat rows, ${IN_ORDER}` })
  slaRows(@Args() args: RowArgs, @Ctx() request: Request): Promise<RowsPage<SlaRow>> {
    return readRows(request, ROWS.sla, args);
  }

  @Query(() => RiskRows, { description: `Risks as flat rows, ${IN_ORDER}` })
  riskRows(@Args() args: RowArgs, @Ctx() request: Request): Promise<RowsPage<RiskRow>> {
    return readRows(request, ROWS.risk, args);
  }

  @Query(() => CommitmentRows, { description: `Commitments as flat rows, ${IN_ORDER}` })
  commitmentRows(@Args() args: RowArgs, @Ctx() request: Request): Promise<RowsPage<CommitmentRow>> {
    return readRows(request, ROWS.commitment, args);
  }
}
