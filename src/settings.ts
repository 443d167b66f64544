import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROLES, type Role } from './rules';
import { type AuthSettings, type ClaimSettings, type OpenIdSettings, type PersonName, readAuth } from './settings/auth';
import { SettingsReader } from './settings/reader';
import { type RetentionSettings, readRetention } from './settings/retention';
import { readTraffic, type TrafficSettings } from './settings/traffic';

export type { AuthSettings, ClaimSettings, OpenIdSettings, PersonName, TrafficSettings };

const ENVIRONMENTS = ['development', 'test', 'production'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How much is logged: lines of this level and of the graver ones. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that can be set from outside, checked once at the start. */
export interface Settings {
  readonly environment: (typeof ENVIRONMENTS)[number];
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** A PostgreSQL of one's own; undefined starts the embedded one. Holds a password: never log it. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the folder for the embedded database and the local signing key. */
  readonly dataDirectory: string;
  /** Connections that the application keeps at most. */
  readonly poolSize: number;
  /** Whether the demonstration data is loaded into an empty database. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** Absolute path of the shared drive's folder. */
  readonly driveDirectory: string;
  /** Absolute path of the folder in which exports are kept; servers of one database need one that they share. */
  readonly exportDirectory: string;
  /** The mail server; undefined writes mails to the drive instead. Holds a password: never log it. */
  readonly smtpUrl: string | undefined;
  /** Which columns the payroll file has, as they were written: `readPayrollColumns` reads them. */
  readonly payrollColumns: string;
  /** Roles that may ask trusted documents only, no query of their own. */
  readonly trustedOnlyRoles: readonly Role[];
  readonly retention: RetentionSettings;
  readonly traffic: TrafficSettings;
  readonly auth: AuthSettings;
}

/**
 * Reads the settings from an environment such as `process.env`; an empty value is one that is not set.
 * Throws a StartFailure with a line for every setting that is wrong: its name, its value and what is accepted.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const reader = new SettingsReader(env);
  const environment = reader.oneOf('NODE_ENV', ENVIRONMENTS, 'development');
  const databaseUrl = reader.databaseUrl('DATABASE_URL');
  const dataDirectory = path.resolve(reader.text('DATA_DIR', path.join(projectRoot(), '.baton')));
  const settings: Settings = {
    environment,
    host: reader.host('HOST', '127.0.0.1'),
    port: reader.integer('PORT', 4000, { least: 0, most: 65_535 }),
    databaseUrl,
    dataDirectory,
    poolSize: reader.integer('POOL_SIZE', 10, { least: 2, most: 500 }),
    demo: reader.boolean('DEMO', databaseUrl === undefined && environment !== 'production'),
    logLevel: reader.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    driveDirectory: path.resolve(reader.text('DRIVE_DIR', path.join(dataDirectory, 'drive'))),
    exportDirectory: path.resolve(reader.text('EXPORT_DIR', path.join(dataDirectory, 'exports'))),
    smtpUrl: reader.smtpUrl('SMTP_URL'),
    payrollColumns: reader.text('PAYROLL_COLUMNS', ''),
    trustedOnlyRoles: reader.listOf('TRUSTED_ONLY_ROLES', ROLES),
    retention: readRetention(reader),
    traffic: readTraffic(reader),
    auth: readAuth(reader, environment === 'production'),
  };
  reader.throwIfAnyWasRefused();
  return settings;
}

/** The compiled code lies deeper than the source, so the root is found by what it holds. */
function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
