import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate, RiskLikelihood } from '../../graphql';
import type { RiskFlagged as Flagged, RiskLikelihood as Likelihood } from '../../rules';

@ObjectType({ description: 'A row of section F: a risk as it was handed over.', simpleResolvers: true })
export class RiskFlagged implements Flagged {
  @Field(() => String, { nullable: true, description: 'What may go wrong.' })
  description!: string | null;

  @Field(() => RiskLikelihood, { nullable: true, description: 'How likely it was then.' })
  likelihood!: Likelihood | null;

  @Field(() => String, { nullable: true, description: 'What the AE suggested against it.' })
  mitigation!: string | null;
}

@ObjectType({ description: 'A row of section G: a promise as it was handed over.', simpleResolvers: true })
export class CommitmentMade {
  @Field(() => String, { nullable: true, description: 'The exact words in which it was promised.' })
  words!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it was promised, at the client.' })
  promisedTo!: string | null;

  /** The key of who promised it. */
  promisedByKey!: string | null;

  @Field(() => Int, { nullable: true, description: 'The delivery week in which it was due; null where in none.' })
  dueWeek!: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which it was due; null where on none.' })
  dueOn!: string | null;
}
