import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { eventGlobalId } from '../facts';
import { type Page, PageArgs, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { commissionReport } from './commissionReport';
import { commissionStatement, statementLines, wordsOf } from './commissionStatement';
import { commissionForecast } from './forecast';
import { handoffHealth } from './handoffHealth';
import { HandoffHealth, HandoffHealthArgs, HandoffHealthRow } from './health';
import { CommissionReportArgs } from './inputs';
import { CommissionLiability, CommissionLiabilityArgs, CommissionLiabilityRow, commissionLiability } from './liability';
import { CommissionForecast, ForecastRow } from './prospects';
import { CommissionReport, CommissionReportRow } from './report';
import { CommissionStatement, CommissionStatementArgs, StatementLine, StatementLineConnection } from './statement';

@Resolver(() => CommissionReportRow)
export class ReportingResolver {
  @Query(() => CommissionReport, {
    description:
      'Finance: what moved in a month or in several, grouped, as known at an instant, from the opening balance to ' +
      'the closing one. Asked again with the same knownAt, the same answer. An AE gets their own.',
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

@Resolver(() => CommissionStatement)
export class CommissionStatementResolver {
  @Query(() => CommissionStatement, {
    description:
      "A payee's statement for a month, as known at an instant, with each line in words. An AE gets their own.",
  })
  commissionStatement(@Args() args: CommissionStatementArgs, @Ctx() request: Request): Promise<CommissionStatement> {
    return commissionStatement(request, args);
  }

  @FieldResolver(() => Person, { description: 'Who is paid.' })
  payee(@Root() { payeeKey }: CommissionStatement, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(payeeKey);
  }

  @FieldResolver(() => StatementLineConnection, { description: 'Its lines, in the order in which they count.' })
  lines(
    @Root() statement: CommissionStatement,
    @Args() page: PageArgs,
    @Ctx() request: Request,
  ): Promise<Page<StatementLine>> {
    return statementLines(request, statement, page);
  }
}

@Resolver(() => StatementLine)
export class StatementLineResolver {
  @FieldResolver(() => String, {
    description:
      'How it came about, in words: the shares, the fee, the plan, and why it was released when it was. Told as it ' +
      'was known when the line was posted.',
  })
  words(@Root() line: StatementLine, @Ctx() request: Request): Promise<string> {
    return wordsOf(line, request);
  }

  @FieldResolver(() => ID, { description: 'The event that caused it, for `node`.' })
  event(@Root() { row }: StatementLine): string {
    return eventGlobalId(row.dealId, row.eventId);
  }
}

@Resolver(() => CommissionLiabilityRow)
export class CommissionLiabilityResolver {
  @Query(() => CommissionLiability, {
    description:
      'What commission is owed at the end of a day, by payee: released and not paid, held, and not yet earned. It is ' +
      'what an accountant accrues at the end of a month. An AE gets their own.',
  })
  commissionLiability(@Args() args: CommissionLiabilityArgs, @Ctx() request: Request): Promise<CommissionLiability> {
    return commissionLiability(request, args);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who is owed; null for all together.' })
  payee(@Root() { payeeKey }: CommissionLiabilityRow, @Ctx() { loading }: Request): Promise<Person> | null {
    return payeeKey === null ? null : loading.by(peopleByKey).load(payeeKey);
  }
}

@Resolver(() => ForecastRow)
export class CommissionForecastResolver {
  @Query(() => CommissionForecast, {
    description:
      'What is expected to be released in which month, by the timelines of the deals, and what of it is at risk and ' +
      'why. An AE gets their own.',
  })
  commissionForecast(@Ctx() request: Request): Promise<CommissionForecast> {
    return commissionForecast(request);
  }

  @FieldResolver(() => Person, { description: 'Who is paid.' })
  payee(@Root() { payeeKey }: ForecastRow, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(payeeKey);
  }
}
