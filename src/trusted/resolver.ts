import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { trustedDocuments } from './library';

@ObjectType({ description: 'A reviewed query that can be asked by its id alone.', simpleResolvers: true })
export class TrustedDocument {
  @Field(() => String, { description: 'What it is asked by: `documentId` of a GET or a POST to `/graphql`.' })
  id!: string;

  @Field(() => String, { description: 'What it answers.' })
  description!: string;

  @Field(() => String, { description: 'The query itself; its variables are given as ever.' })
  query!: string;
}

@Resolver()
export class TrustedDocumentResolver {
  @Query(() => [TrustedDocument], {
    description:
      'The queries that can be asked by their id, by POST and by GET, also by API keys that may ask no other.',
  })
  trustedDocuments(): TrustedDocument[] {
    return [...trustedDocuments().values()];
  }
}
