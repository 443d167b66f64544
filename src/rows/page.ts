import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, type ClassType, Extensions, Field, Int, ObjectType } from 'type-graphql';
import { DateTime, PageInfo } from '../graphql';

/** The largest page of rows. */
const ROWS_MAX = 1_000;

@ArgsType()
export class RowArgs {
  @Field(() => DateTime, { nullable: true, description: 'Rows that changed at this instant or later.' })
  updatedFrom?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Rows that changed before this instant.' })
  updatedTo?: number | null;

  @Field(() => Int, { description: `How many to give, 1 to ${ROWS_MAX}.` })
  @Extensions({ pageSizeMax: ROWS_MAX })
  @Min(1)
  @Max(ROWS_MAX)
  first: number = 500;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to go on: `pageInfo.endCursor` of a page, also of one read long ago.',
  })
  @IsOptional()
  @MaxLength(1_000)
  after?: string | null;
}

/** A page of rows, as its resolver returns it. */
export interface RowsPage<Row> {
  nodes: Row[];
  pageInfo: PageInfo;
  settledUntil: string;
}

/** The GraphQL class of a page of rows of a type, such as `CommissionRows`. */
export function rowsOf<Row extends object>(name: string, row: () => ClassType<Row>): ClassType<RowsPage<Row>> {
  @ObjectType(`${name}s`, { description: `A page of rows, in the order of their changes.`, simpleResolvers: true })
  class Rows implements RowsPage<Row> {
    @Field(() => [row()], { description: 'The rows, by `updatedAt` and then `id`.' })
    nodes!: Row[];

    @Field(() => PageInfo, {
      description: 'Where the page stands. After its last row comes an empty page, until something changes.',
    })
    pageInfo!: PageInfo;

    @Field(() => DateTime, {
      description:
        'Every change before this instant is there to be read: who reads by `updatedFrom` begins here the next time.',
    })
    settledUntil!: string;
  }
  return Rows;
}
