import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, enumeration, Money, Month, Role, SlaCode, TrancheCode } from '../graphql';
import type { Role as RoleName, SlaCode as SlaName, TrancheCode as TrancheName } from '../rules';

/** As many deals as are named for a reason: whoever needs more asks for the deals. */
export const DEALS_NAMED_MAX = 20;

/** Why money may come later than expected, or not at all. */
export type ForecastReasonName = 'HELD' | 'CLOCK' | 'STEP_LATE' | 'RISK';

export const ForecastReason = enumeration<ForecastReasonName>(
  'ForecastReason',
  'Why money may come later than expected, or not at all.',
  {
    HELD: 'It is earned and held: it comes once what holds it is done or waived.',
    CLOCK: "A clock of the AE's is breached: it will hold or cut what is earned until that is done.",
    STEP_LATE: 'The step that earns it should have been done by now.',
    RISK: 'The deal has a likely risk that is not settled.',
  },
);

@ObjectType({ description: 'How much may not come as expected, for one reason.', simpleResolvers: true })
export class ForecastPart {
  @Field(() => ForecastReason, { description: 'Why.' })
  reason!: ForecastReasonName;

  @Field(() => SlaCode, {
    nullable: true,
    description: 'The clock that holds it, or will. Null for other reasons, and while the handoff was not triggered.',
  })
  sla!: SlaName | null;

  @Field(() => Role, { nullable: true, description: 'Whose clock it is.' })
  accountable!: RoleName | null;

  @Field(() => Int, { description: 'Of how many payments.' })
  payments!: number;

  @Field(() => Money, { description: 'How much they are, before any cut.' })
  amount!: Money;

  @Field(() => [ID], { description: `The keys of the deals, at most ${DEALS_NAMED_MAX}.` })
  deals!: string[];
}

@ObjectType({ description: 'What one payee is expected to get of one tranche in one month.' })
export class ForecastRow {
  @Field(() => Month, {
    nullable: true,
    simple: true,
    description:
      'The month, by the timelines of the deals: what is late is expected now. Null while nothing says when, such as ' +
      'before a handoff is triggered.',
  })
  month!: string | null;

  @Field(() => ID, { simple: true, description: "The payee's key." })
  payeeKey!: string;

  @Field(() => TrancheCode, { simple: true, description: 'The tranche.' })
  tranche!: TrancheName;

  @Field(() => Int, { simple: true, description: 'How many payments.' })
  payments!: number;

  @Field(() => Money, { simple: true, description: 'What they are, before any cut.' })
  expected!: Money;

  @Field(() => Money, { simple: true, description: 'Of it what is at risk, for any reason; each payment once.' })
  atRisk!: Money;

  @Field(() => [String], {
    simple: true,
    description: 'The facts that it waits for, each once; none where all is done and a clock holds it.',
  })
  waitingFor!: string[];

  @Field(() => [ForecastPart], {
    simple: true,
    description: 'Why, clock by clock; what is at risk for two reasons is in both.',
  })
  reasons!: ForecastPart[];
}

@ObjectType({ description: 'What is expected to be released in which month, from where the deals stand now.' })
export class CommissionForecast {
  @Field(() => DateTime, { simple: true, description: 'When the deals stood so.' })
  knownAt!: number;

  @Field(() => [ForecastRow], {
    simple: true,
    description: 'By month, what has none last; then payee, tranche, currency.',
  })
  rows!: ForecastRow[];
}
