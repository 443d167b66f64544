import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, type ClassType, Extensions, Field, Int, ObjectType } from 'type-graphql';

/** The largest page of a connection. */
export const PAGE_SIZE_MAX = 100;

/** The arguments of every connection. Lists with a filter or an order extend it. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: `How many to give, 1 to ${PAGE_SIZE_MAX}.` })
  @Extensions({ pageSizeMax: PAGE_SIZE_MAX })
  @Min(1)
  @Max(PAGE_SIZE_MAX)
  first: number = 20;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to go on: `pageInfo.endCursor` of a page.',
  })
  @IsOptional()
  @MaxLength(1_000)
  after?: string | null;
}

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first object of the page; null when empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last object of the page; null when empty.' })
  endCursor!: string | null;
}

/** One object of a page with its cursor. */
export interface Edge<T> {
  cursor: string;
  node: T;
}

/** A page of a list, as a connection's resolver returns it. */
export interface Page<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
}

/**
 * The GraphQL class of a connection: `export const DealConnection = connectionOf('Deal', () => Deal)` makes the types
 * `DealConnection` and `DealEdge`. Resolvers return a `Page` for it.
 */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list, with its cursor.` })
  class ConnectionEdge implements Edge<T> {
    @Field(() => String, { description: 'Its place in the list, for `after`.' })
    cursor!: string;

    @Field(node, { description: `The ${name}.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} objects.` })
  class Connection implements Page<T> {
    @Field(() => [ConnectionEdge], { description: 'The objects of the page, each with its cursor.' })
    edges!: ConnectionEdge[];

    @Field(() => [node()], { description: 'The objects of the page.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
    pageInfo!: PageInfo;
  }

  return Connection;
}

/**
 * A page out of the rows that a keyset query found. The query asks for one row more than `first`: it is cut off here
 * and only says that there is a next page.
 */
export function pageOf<T>(
  found: readonly T[],
  page: Pick<PageArgs, 'first' | 'after'>,
  cursorOf: (node: T) => string,
): Page<T> {
  const nodes = found.slice(0, page.first);
  return new LazyPage(nodes, found.length > page.first, Boolean(page.after), cursorOf);
}

/** The same page of what its rows are shown as. */
export function mapPage<Row, T>(page: Page<Row>, shown: (row: Row) => T): Page<T> {
  const nodes = page.nodes.map(shown);
  return {
    nodes,
    get edges() {
      return page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! }));
    },
    get pageInfo() {
      return page.pageInfo;
    },
  };
}

/** Cursors are made only for who asks for them: most readers take `nodes` and `hasNextPage`. */
class LazyPage<T> implements Page<T> {
  private knownEdges: Edge<T>[] | undefined;
  private knownInfo: PageInfo | undefined;

  constructor(
    readonly nodes: T[],
    private readonly hasNextPage: boolean,
    private readonly hasPreviousPage: boolean,
    private readonly cursorOf: (node: T) => string,
  ) {}

  get edges(): Edge<T>[] {
    this.knownEdges ??= this.nodes.map((node) => ({ cursor: this.cursorOf(node), node }));
    return this.knownEdges;
  }

  get pageInfo(): PageInfo {
    this.knownInfo ??= {
      hasNextPage: this.hasNextPage,
      hasPreviousPage: this.hasPreviousPage,
      startCursor: this.cursorAt(0),
      endCursor: this.cursorAt(this.nodes.length - 1),
    };
    return this.knownInfo;
  }

  private cursorAt(index: number): string | null {
    const node = this.nodes[index];
    return node === undefined ? null : this.cursorOf(node);
  }
}
