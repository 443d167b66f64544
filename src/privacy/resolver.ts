import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { outcome, type Request } from '../graphql';
import { eraseContact } from './erasing';
import { EraseContactInput, EraseContactPayload } from './inputs';

@Resolver()
export class PrivacyResolver {
  @Mutation(() => EraseContactPayload, {
    description:
      "Erases a client's contact for good: from packages and their revisions, mails, notes, risks, commitments, the " +
      'details of the audit log, documents on the drive, and exports. Money, dates and the chain of the log stay.',
  })
  async eraseContact(
    @Arg('input', { description: 'Whom.' }) input: EraseContactInput,
    @Ctx() request: Request,
  ): Promise<EraseContactPayload> {
    return { warnings: [], ...(await outcome(() => eraseContact(request, input))) };
  }
}
