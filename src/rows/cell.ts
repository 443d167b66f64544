import type { GraphQLScalarType } from 'graphql';
import { Field, Int } from 'type-graphql';
import { isoInSql } from '../database';
import { CalendarDate, DateTime, Decimal } from '../graphql';

/** What a column of rows holds. */
export type CellKind = 'text' | 'amount' | 'integer' | 'boolean' | 'date' | 'instant';

/** A column of a row type: its name in GraphQL, that of its view, and what it holds. */
export interface RowColumn {
  name: string;
  column: string;
  kind: CellKind;
}

/** A scalar of GraphQL, or an object of names that is registered as an enumeration. */
type CellType = () => GraphQLScalarType | object;

/** How a cell differs from one that always has a value of its kind. */
interface CellOptions {
  nullable?: boolean;
  /** An enumeration for a text. */
  type?: CellType;
}

// biome-ignore lint/complexity/noBannedTypes: classes, as decorators see them.
const columns = new Map<Function, RowColumn[]>();

/** A field of a row type, which is a column of its view. */
export function Cell(kind: CellKind, description: string, { nullable = false, type }: CellOptions = {}) {
  return (row: object, name: string): void => {
    Field(type ?? TYPE[kind], { description, nullable })(row, name);
    const known = columns.get(row.constructor) ?? [];
    known.push({ name, column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), kind });
    columns.set(row.constructor, known);
  };
}

/** The columns of a row type, in their order. */
// biome-ignore lint/complexity/noBannedTypes: classes, as decorators see them.
export function columnsOfRows(type: Function): readonly RowColumn[] {
  return columns.get(type) ?? [];
}

/** SQL for the value of a column as the API gives it. */
export function cellInSql({ column, kind }: RowColumn): string {
  if (kind === 'instant') return isoInSql(column);
  return kind === 'amount' || kind === 'date' ? `${column}::text` : column;
}

const TYPE: Readonly<Record<CellKind, CellType>> = {
  text: () => String,
  amount: () => Decimal,
  integer: () => Int,
  boolean: () => Boolean,
  date: () => CalendarDate,
  instant: () => DateTime,
};
