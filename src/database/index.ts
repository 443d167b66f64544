export { columnsOf } from './columns';
export type { DatabaseOptions } from './data-source';
export { Database, openDatabase, type Queryable } from './database';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded';
export { isoInSql, millisecondsInSql } from './instants';
export { migrate } from './migrate';
export { DatabaseUnavailable } from './unavailable';
