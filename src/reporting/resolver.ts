import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { commissionReport } from './commissionReport';
import { handoffHealth } from './handoffHealth';
import { HandoffHealth, HandoffHealthArgs, HandoffHealthRow } from './health';
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

@Resolver(() => HandoffHealthRow)
export class HandoffHealthResolver {
  @Query(() => HandoffHealth, {
    description:
      'How the handoffs that were triggered in an interval went: how many clocks were met in time, how long each ' +
      'step took, and which faults occurred, by person. An AE gets their own.',
  })
  handoffHealth(@Args() args: HandoffHealthArgs, @Ctx() request: Request): Promise<HandoffHealth> {
    return handoffHealth(request, args);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who it is; null for nobody, and for all.' })
  person(@Root() { personKey }: HandoffHealthRow, @Ctx() { loading }: Request): Promise<Person> | null {
    return personKey === null ? null : loading.by(peopleByKey).load(personKey);
  }
}
