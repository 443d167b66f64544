import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { outcome, type Request } from '../graphql';
import { importDocument } from './importing';
import { ImportHandoffDocumentInput, ImportHandoffDocumentPayload } from './inputs';

@Resolver()
export class ImportResolver {
  @Mutation(() => ImportHandoffDocumentPayload, {
    description:
      "Makes a document that was written in an editor the draft of a deal's package, with its risks and commitments; " +
      'all or nothing. Unknown and missing parts are told by line. An AE does so for their own deals.',
  })
  async importHandoffDocument(
    @Arg('input', { description: 'The document.' }) input: ImportHandoffDocumentInput,
    @Ctx() request: Request,
  ): Promise<ImportHandoffDocumentPayload> {
    return { findings: [], missing: [], ...(await outcome(() => importDocument(request, input))) };
  }
}
