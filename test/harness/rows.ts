import { columnsOfRows, ROWS } from '../../src/rows';
import type { Api, Asker } from './api';
import { answered } from './deals';

/** The row types, by the beginning of their query's name. */
export type RowKind = keyof typeof ROWS;

/** A row with all its columns. */
export type Row = Record<string, unknown> & { id: string; updatedAt: string; deleted: boolean };

/** A page of rows. */
export interface Rows {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  settledUntil: string;
}

/** The query for a page of a row type with all its columns. */
export function rowsQuery(kind: RowKind): string {
  const columns = columnsOfRows(ROWS[kind].type).map(({ name }) => name);
  return `query Rows($first: Int!, $after: String, $updatedFrom: DateTime, $updatedTo: DateTime) {
    rows: ${kind}Rows(first: $first, after: $after, updatedFrom: $updatedFrom, updatedTo: $updatedTo) {
      nodes { ${columns.join(' ')} } pageInfo { hasNextPage endCursor } settledUntil } }`;
}

/** A page of rows. */
export async function readRows(
  api: Pick<Api, 'ask'>,
  kind: RowKind,
  variables: { first?: number; after?: string | null; updatedFrom?: string; updatedTo?: string } = {},
  asker: Asker = 'an-1',
): Promise<Rows> {
  const answer = await api.ask<{ rows: Rows }>(asker, rowsQuery(kind), { first: 1_000, ...variables });
  return answered(answer).rows;
}

/** All rows since a cursor, page after page until one is empty, as a BI tool reads them. */
export async function readAllRows(
  api: Pick<Api, 'ask'>,
  kind: RowKind,
  first: number,
  after: string | null = null,
): Promise<{ rows: Row[]; cursor: string | null }> {
  const rows: Row[] = [];
  for (let cursor = after; ; ) {
    const { nodes, pageInfo } = await readRows(api, kind, { first, after: cursor });
    if (nodes.length === 0) return { rows, cursor };
    rows.push(...nodes);
    cursor = pageInfo.endCursor;
  }
}
