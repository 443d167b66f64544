import { Roles0000000000001 } from './0001-roles';

/** All changes of the schema, in the order in which they are run; TypeORM takes the order from the names' last digits. */
export const migrations = [Roles0000000000001];
