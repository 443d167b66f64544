import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Problem } from '../graphql';
import { BulkExport, ExportFormat, type ExportFormatName, RowType, type RowTypeName } from './bulkExport';

const ID_LENGTH_MAX = 300;
const VARIABLES_LENGTH_MAX = 10_000;

@InputType({ description: 'What is to be in a file: either `rows` or `documentId`.' })
export class StartBulkExportInput {
  @Field(() => RowType, { nullable: true, description: 'All rows of this type.' })
  rows?: RowTypeName | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'All that a trusted document gives, page after page, as JSON Lines: one that asks one list, with `$after`.',
  })
  @IsOptional()
  @MaxLength(ID_LENGTH_MAX)
  documentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its variables without `after`: an object as JSON.' })
  @IsOptional()
  @MaxLength(VARIABLES_LENGTH_MAX)
  variables?: string | null;

  @Field(() => ExportFormat, { description: 'What it is to be written as.' })
  format!: ExportFormatName;
}

@InputType({ description: 'An export that is not wanted any more.' })
export class DiscardBulkExportInput {
  @Field(() => ID, { description: 'The `id` of the export.' })
  @MaxLength(ID_LENGTH_MAX)
  bulkExport!: string;
}

@ObjectType({ description: 'The export that something was done with.', simpleResolvers: true })
export class BulkExportPayload {
  @Field(() => BulkExport, { nullable: true, description: 'The export as it is now; null where there is none.' })
  bulkExport?: BulkExport | null;

  @Field(() => [Problem], { description: 'Why nothing was done; empty when all went well.' })
  errors!: Problem[];
}
