import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Commitment } from '../commitments';
import { DealEvent, eventOfDeal } from '../facts';
import { outcome, type Request } from '../graphql';
import { Risk } from '../risks';
import { reportCommitment } from './commitment';
import {
  ReportCommitmentDiscoveredInput,
  ReportCommitmentDiscoveredPayload,
  ReportRiskMaterialisedInput,
  ReportRiskMaterialisedPayload,
} from './inputs';
import { reportRisk } from './risk';

@Resolver(() => Risk)
export class RiskDiscoveryResolver {
  @Mutation(() => ReportRiskMaterialisedPayload, {
    description:
      'Records that a risk has materialised. Whether it was declared, the submitted packages say: one that was not ' +
      'is the fault RISKS_NOT_SURFACED.',
  })
  reportRiskMaterialised(
    @Arg('input', { description: 'The risk.' }) input: ReportRiskMaterialisedInput,
    @Ctx() request: Request,
  ): Promise<ReportRiskMaterialisedPayload> {
    return outcome(() => reportRisk(request, input));
  }

  @FieldResolver(() => DealEvent, {
    nullable: true,
    description: 'The fact by which it was reported to have materialised; null while it was not.',
  })
  reportedBy(@Root() { dealId, eventId }: Risk, @Ctx() request: Request): Promise<DealEvent | null> | null {
    return eventId === null ? null : eventOfDeal(request, dealId, eventId);
  }
}

@Resolver(() => Commitment)
export class CommitmentDiscoveryResolver {
  @Mutation(() => ReportCommitmentDiscoveredPayload, {
    description:
      'Records that a commitment has come up. Whether it was written down, the submitted packages say: one that was ' +
      'not is the fault COMMITMENT_NOT_WRITTEN_DOWN.',
  })
  reportCommitmentDiscovered(
    @Arg('input', { description: 'The commitment.' }) input: ReportCommitmentDiscoveredInput,
    @Ctx() request: Request,
  ): Promise<ReportCommitmentDiscoveredPayload> {
    return outcome(() => reportCommitment(request, input));
  }

  @FieldResolver(() => DealEvent, {
    nullable: true,
    description: 'The fact by which it was reported to have come up; null while it was not.',
  })
  reportedBy(@Root() { dealId, eventId }: Commitment, @Ctx() request: Request): Promise<DealEvent | null> | null {
    return eventId === null ? null : eventOfDeal(request, dealId, eventId);
  }
}
