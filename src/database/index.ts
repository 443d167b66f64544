export type { DatabaseOptions } from './data-source';
export { Database, openDatabase, type Queryable } from './database';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded';
export { migrate } from './migrate';
export { DatabaseUnavailable, withLossesNamed } from './unavailable';
