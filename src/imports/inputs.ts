import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumeration, Problem } from '../graphql';
import { type Finding, type FindingCode as FindingCodeName, HandoffPackage, MissingItem } from '../packages';

const ID_LENGTH_MAX = 200;
const DOCUMENT_LENGTH_MAX = 200_000;

export const FindingCode = enumeration<FindingCodeName>(
  'FindingCode',
  'What is the matter with a part of a document.',
  {
    UNKNOWN_PART: 'It has no place in a package: it would be lost.',
    MISSING_PART: 'It is not there.',
    REPEATED_PART: 'It is there twice.',
    UNREADABLE_VALUE: 'What it says cannot be read.',
    WRONG_VALUE: 'What it says cannot be.',
  },
);

export const FindingSeverity = enumeration<Finding['severity']>('FindingSeverity', 'How bad a finding is.', {
  ERROR: 'Nothing of the document is imported.',
  WARNING: 'It is imported; somebody should look at this.',
});

@ObjectType({ description: 'Something noticed in a document, and where.', simpleResolvers: true })
export class DocumentFinding {
  @Field(() => Int, { description: 'The line, from 1.' })
  line!: number;

  @Field(() => FindingSeverity, { description: 'How bad it is.' })
  severity!: Finding['severity'];

  @Field(() => FindingCode, { description: 'What is the matter.' })
  code!: FindingCodeName;

  @Field(() => String, { nullable: true, description: 'The item, as in `missing`: `clientBasics.legalName`.' })
  path!: string | null;

  @Field(() => String, { description: 'What is the matter, for people.' })
  message!: string;
}

@InputType({ description: 'A handoff document, written by our template, that is to become the package of a deal.' })
export class ImportHandoffDocumentInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => Int, {
    description: 'The `version` of the package that you saw, 0 for a deal without one; else nothing is imported.',
  })
  expectedVersion!: number;

  @Field(() => String, { description: 'The document in Markdown, at most 200,000 characters.' })
  @MaxLength(DOCUMENT_LENGTH_MAX)
  markdown!: string;
}

@ObjectType({ description: 'What became of a document.', simpleResolvers: true })
export class ImportHandoffDocumentPayload {
  @Field(() => HandoffPackage, {
    nullable: true,
    description: 'The package as it is now: a draft, not yet submitted; null when nothing was imported.',
  })
  handoffPackage?: HandoffPackage | null;

  @Field(() => [DocumentFinding], { description: 'What was noticed in the document, by line.' })
  findings!: DocumentFinding[];

  @Field(() => [MissingItem], { description: 'What the package still lacks to be submitted.' })
  missing!: MissingItem[];

  @Field(() => [Problem], { description: 'Why nothing was imported; empty when all went well.' })
  errors!: Problem[];
}
