export { columnsOfRows } from './cell';
export { placeOf } from './reading';
export { RowsResolver } from './resolver';
export { ROWS } from './sources';
