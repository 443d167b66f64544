export { columnsOf } from './columns';
export { Conditions } from './conditions';
export { Database, openDatabase, type Queryable, type Snapshot } from './database';
export { type EmbeddedServer, runningUrl, startEmbedded } from './embedded';
export { isoInSql, millisecondsInSql } from './instants';
export { Lifetime, WorkEnded } from './lifetime';
export { Listener } from './listening';
export { migrate } from './migrate';
export { DatabaseUnavailable } from './unavailable';
