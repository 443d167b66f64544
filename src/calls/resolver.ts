import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Deal, dealsById } from '../deals';
import { outcome, type Request } from '../graphql';
import { assignAccountManager } from './assigning';
import { arrangedCall, handoffCall, invitedTo } from './call';
import { holdCall } from './holding';
import {
  AssignAccountManagerInput,
  HandoffActionPayload,
  HoldHandoffCallInput,
  NameDeliveryLeadInput,
  ScheduleHandoffCallInput,
  ScheduleHandoffCallPayload,
} from './inputs';
import { invitationOf } from './invitation';
import { nameDeliveryLead } from './leading';
import { HandoffCall } from './objects';
import { scheduleCall } from './scheduling';

@Resolver(() => Deal)
export class DealCallResolver {
  @Mutation(() => HandoffActionPayload, { description: 'Assigns the account manager, who owns the deal from then on.' })
  async assignAccountManager(
    @Arg('input', { description: 'Who.' }) input: AssignAccountManagerInput,
    @Ctx() request: Request,
  ): Promise<HandoffActionPayload> {
    return { warnings: [], ...(await outcome(() => assignAccountManager(request, input))) };
  }

  @Mutation(() => HandoffActionPayload, {
    description:
      'Names the delivery lead of a deal, or another one: who assigns the account manager and joins the call.',
  })
  async nameDeliveryLead(
    @Arg('input', { description: 'Who.' }) input: NameDeliveryLeadInput,
    @Ctx() request: Request,
  ): Promise<HandoffActionPayload> {
    return { warnings: [], ...(await outcome(() => nameDeliveryLead(request, input))) };
  }

  @Mutation(() => ScheduleHandoffCallPayload, {
    description:
      'Arranges the handoff call and invites AE, delivery lead and account manager; warns when that is after the ' +
      'deadline.',
  })
  async scheduleHandoffCall(
    @Arg('input', { description: 'When.' }) input: ScheduleHandoffCallInput,
    @Ctx() request: Request,
  ): Promise<ScheduleHandoffCallPayload> {
    return { warnings: [], ...(await outcome(() => scheduleCall(request, input))) };
  }

  @Mutation(() => HandoffActionPayload, {
    description:
      'Records the handoff call: who attended, what was agreed against each risk, and the onboarding dates. Once all ' +
      "three attended, the account manager is the client's contact.",
  })
  async holdHandoffCall(
    @Arg('input', { description: 'The call.' }) input: HoldHandoffCallInput,
    @Ctx() request: Request,
  ): Promise<HandoffActionPayload> {
    return { warnings: [], ...(await outcome(() => holdCall(request, input))) };
  }

  @FieldResolver(() => HandoffCall, {
    description: 'The handoff call: when it is to be, its agenda, when it was held.',
  })
  handoffCall(@Root() deal: Deal, @Ctx() request: Request): Promise<HandoffCall> {
    return handoffCall(deal, request);
  }
}

@Resolver(() => HandoffCall)
export class HandoffCallResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The invitation for calendars (`.ics`, RFC 5545) of the three who are to attend; null while it is not ' +
      'arranged, or one of them is not named.',
  })
  async invitation(@Root() { dealId }: HandoffCall, @Ctx() request: Request): Promise<string | null> {
    const deal = (await request.loading.by(dealsById).load(dealId))!;
    const arranged = await arrangedCall(deal, request);
    const { accountExecutive, deliveryLead, accountManager } = await invitedTo(deal, request);
    if (!arranged || !accountExecutive || !deliveryLead || !accountManager) return null;
    return invitationOf(deal, arranged, { accountExecutive, deliveryLead, accountManager });
  }
}
