import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Deal } from '../deals';
import { outcome, type Page, PageArgs, type Request } from '../graphql';
import { clientEmailPages, forwardClientEmail, logClientEmail } from './clientEmails';
import {
  ClientEmailConnection,
  ForwardClientEmailInput,
  LogClientEmailInput,
  LogClientEmailPayload,
  SendIntroEmailInput,
  SendMailPayload,
} from './inputs';
import { introEmail, sendIntro } from './intro';
import { type ClientEmail, IntroEmail } from './objects';

@Resolver(() => Deal)
export class DealIntroductionResolver {
  @Mutation(() => SendMailPayload, {
    description:
      'Sends the introduction to the client, with the account manager in copy, and records that once the mail server ' +
      'has taken it. It is sent once, and once more for each account manager who takes over.',
  })
  async sendIntroEmail(
    @Arg('input', { description: 'The mail.' }) input: SendIntroEmailInput,
    @Ctx() request: Request,
  ): Promise<SendMailPayload> {
    return { warnings: [], ...(await outcome(() => sendIntro(request, input))) };
  }

  @Mutation(() => LogClientEmailPayload, {
    description:
      'Records that the client wrote to the AE. After the call it is a fault (AE_STILL_CONTACT) until it is forwarded.',
  })
  logClientEmail(
    @Arg('input', { description: 'The email.' }) input: LogClientEmailInput,
    @Ctx() request: Request,
  ): Promise<LogClientEmailPayload> {
    return outcome(() => logClientEmail(request, input));
  }

  @Mutation(() => SendMailPayload, {
    description:
      'Forwards an email of the client to the account manager, answers the client in one line who their contact is ' +
      'now, and records that once the mail server has taken both.',
  })
  async forwardClientEmail(
    @Arg('input', { description: 'Which email.' }) input: ForwardClientEmailInput,
    @Ctx() request: Request,
  ): Promise<SendMailPayload> {
    return { warnings: [], ...(await outcome(() => forwardClientEmail(request, input))) };
  }

  @FieldResolver(() => IntroEmail, { description: 'The introduction to the client, from our template, to be edited.' })
  introEmail(@Root() deal: Deal, @Ctx() request: Request): Promise<IntroEmail> {
    return introEmail(deal, request);
  }

  @FieldResolver(() => ClientEmailConnection, {
    description: 'Emails of the client that reached the AE, in the order of receiving.',
  })
  clientEmails(
    @Root() { dealId }: Deal,
    @Args() page: PageArgs,
    @Ctx() { loading }: Request,
  ): Promise<Page<ClientEmail>> {
    return loading.by(clientEmailPages).load({ dealId, page });
  }
}
