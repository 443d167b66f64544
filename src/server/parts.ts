import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Database } from '../database';
import type { Drive, PayrollHeader, Post } from '../graphql';
import type { Feed } from '../live';
import type { Role } from '../rules';
import type { TrafficSettings } from '../settings';
import type { Files } from './download';
import type { Identity } from './identity';

/** What the GraphQL end of the server is made of. */
export interface GraphQLParts {
  schema: GraphQLSchema;
  db: Database;
  identity: Identity;
  drive: Drive;
  post: Post;
  /** Reports as files. */
  files: Files;
  /** Roles that may ask trusted documents only. */
  trustedOnlyRoles: readonly Role[];
  /** The columns of the payroll file where nobody asks for others. */
  payrollColumns?: readonly PayrollHeader[] | undefined;
  /** What changes, for subscribers; without it there are no web sockets. */
  feed?: Feed;
  traffic: TrafficSettings;
  logger: Logger;
}
