export { type CellKind, cellInSql, columnsOfRows } from './cell';
export { cellsOf, placeOf, rowsSettledUntil } from './reading';
export { RowsResolver } from './resolver';
export { ROWS } from './sources';
