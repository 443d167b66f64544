export { type CellKind, cellInSql, columnsOfRows } from './cell';
export { placeOf, rowsSettledUntil } from './reading';
export { RowsResolver } from './resolver';
export { ROWS } from './sources';
