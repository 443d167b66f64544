import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Problem } from '../../graphql';
import { HandoffDocument } from './document';

const ID_LENGTH_MAX = 200;

@InputType({ description: 'A document that is to be written to the shared drive, once more if it lies there.' })
export class WriteHandoffDocumentInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => Int, { description: 'The revision of its package.' })
  revision!: number;
}

@ObjectType({ description: 'The document that was to be written.', simpleResolvers: true })
export class WriteHandoffDocumentPayload {
  @Field(() => HandoffDocument, { nullable: true, description: 'The document; null when it was not written.' })
  document?: HandoffDocument | null;

  @Field(() => [Problem], { description: 'Why it was not written; empty when all went well.' })
  errors!: Problem[];
}
