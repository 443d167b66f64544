import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { commissionReport } from './commissionReport';
import { CommissionReportArgs } from './inputs';
import { CommissionReport, CommissionReportRow } from './report';

@Resolver(() => CommissionReportRow)
export class ReportingResolver {
  @Query(() => CommissionReport, {
    description:
      'Finance: totals of the lines of a month, grouped, as known at an instant. Asked again with the same knownAt, ' +
      'the same answer. An AE gets their own.',
  })
  commissionReport(@Args() args: CommissionReportArgs, @Ctx() request: Request): Promise<CommissionReport> {
    return commissionReport(request, args);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who is paid, when grouped by payee.' })
  payee(@Root() { payeeKey }: CommissionReportRow, @Ctx() { loading }: Request): Promise<Person> | null {
    return payeeKey === null ? null : loading.by(peopleByKey).load(payeeKey);
  }
}
