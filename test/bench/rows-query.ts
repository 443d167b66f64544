import 'reflect-metadata';
import { cellsOf, columnsOfRows, ROWS } from '../../src/rows';

/** After which row a page begins. */
export interface PlaceOfRows {
  updatedAt: string;
  id: string;
}

/** What a BI tool asks of a page of payments: all columns, and where to go on. */
export const QUERY = `
  query CommissionRows($first: Int!, $after: String) {
    commissionRows(first: $first, after: $after) {
      nodes { ${columnsOfRows(ROWS.commission.type)
        .map(({ name }) => name)
        .join(' ')} }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** How many rows a page has. */
export const PAGE = 1_000;

/** The same rows as one JSON text: $1 and $2 are the place after which they begin. A plan for any limit is slower. */
export const SQL = `
  select json_agg(r)::text as nodes from (
    select ${cellsOf(ROWS.commission)}
    from ${ROWS.commission.view} where (updated_at, id) > ($1::timestamptz, $2)
    order by updated_at, id limit ${PAGE}) as r`;
