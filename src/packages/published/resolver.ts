import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { dealsById } from '../../deals';
import { outcome, type Request } from '../../graphql';
import { HandoffPackage } from '../handoffPackage';
import { HandoffDocument } from './document';
import { WriteHandoffDocumentInput, WriteHandoffDocumentPayload } from './inputs';
import { writeDocument } from './publishing';
import { draftDocument, revisionDocument } from './rendering';

@ArgsType()
class DocumentArgs {
  @Field(() => Int, { nullable: true, description: 'Of this revision; of the draft as it is now when left out.' })
  revision?: number | null;
}

@Resolver(() => HandoffPackage)
export class HandoffDocumentResolver {
  @Mutation(() => WriteHandoffDocumentPayload, {
    description: 'Writes the document of a revision to the shared drive, where submitting could not.',
  })
  writeHandoffDocument(
    @Arg('input', { description: 'Which document.' }) input: WriteHandoffDocumentInput,
    @Ctx() request: Request,
  ): Promise<WriteHandoffDocumentPayload> {
    return outcome(() => writeDocument(request, input));
  }

  @FieldResolver(() => HandoffDocument, {
    nullable: true,
    description: 'The package as a document, of the draft or of a revision; null where there is no such revision.',
  })
  async document(
    @Root() { dealId }: HandoffPackage,
    @Args() { revision }: DocumentArgs,
    @Ctx() request: Request,
  ): Promise<HandoffDocument | null> {
    const deal = (await request.loading.by(dealsById).load(dealId))!;
    return typeof revision === 'number' ? revisionDocument(deal, revision, request) : draftDocument(deal, request);
  }
}
