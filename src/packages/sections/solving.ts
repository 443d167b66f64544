import { Field, InputType, ObjectType } from 'type-graphql';
import type { PackageSections } from '../../rules';

@ObjectType({
  description: 'Section C: what they are solving. An empty list says that there is nothing; null that nobody asked.',
  simpleResolvers: true,
})
@InputType('WhatTheyAreSolvingInput', {
  description: 'Section C. An item that is left out stays as it is; null empties it; a list replaces the one before.',
})
export class WhatTheyAreSolving implements Readonly<PackageSections['whatTheyAreSolving']> {
  @Field(() => String, { nullable: true, description: "What made them look for help, in the client's exact words." })
  trigger!: string | null;

  @Field(() => String, { nullable: true, description: 'What their board will be looking at in Week 12.' })
  successMeasure!: string | null;

  @Field(() => String, { nullable: true, description: 'What worked with the provider before us, if there was one.' })
  priorProviderWorked!: string | null;

  @Field(() => String, { nullable: true, description: 'What did not work with them.' })
  priorProviderDidNotWork!: string | null;

  @Field(() => [String], { nullable: true, description: 'What they said that they will not tolerate.' })
  redLines!: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Caveats, anxieties, internal politics worth knowing.' })
  softSignals!: string[] | null;
}
