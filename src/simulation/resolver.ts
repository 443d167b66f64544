import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { DealEventInput } from '../facts';
import { DateTime, type Request } from '../graphql';
import { termsBook } from '../terms';
import { SCENARIO_EVENTS_MAX, ScenarioInput, Simulation } from './inputs';
import { simulate } from './scenario';
import { whatIf } from './whatIf';

@ArgsType()
class WhatIfArgs {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(200)
  deal!: string;

  @Field(() => [DealEventInput], { description: 'The facts that are added, at most 500; they may lie in the future.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(SCENARIO_EVENTS_MAX)
  events!: DealEventInput[];

  @Field(() => DateTime, { nullable: true, description: 'As at this instant; now when left out.' })
  effectiveAt?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Under this version of a plan, such as `standard-2`; under its own when left out.',
  })
  @IsOptional()
  @MaxLength(200)
  planVersion?: string | null;
}

@Resolver()
export class SimulationResolver {
  @Query(() => Simulation, { description: 'What would follow from these facts; nothing is stored.' })
  async simulate(
    @Arg('scenario', { description: 'The deal and its facts.' }) scenario: ScenarioInput,
    @Ctx() { db }: Request,
  ): Promise<Simulation> {
    return simulate(scenario, await termsBook(db));
  }

  @Query(() => Simulation, {
    description:
      'What would change for a stored deal if these facts were added, or it were paid by another version of a plan; ' +
      'nothing is stored.',
  })
  whatIf(@Args() args: WhatIfArgs, @Ctx() request: Request): Promise<Simulation> {
    return whatIf(request, args);
  }
}
