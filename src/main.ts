import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pino, { type Logger } from 'pino';
import { Sealer } from './audit';
import { type Database, migrate, openDatabase, startEmbedded } from './database';
import { demonstrate } from './demonstration';
import { folderDrive } from './drive';
import { type DocumentPages, ExportDesk } from './exports';
import type { Drive } from './graphql';
import { Feed } from './live';
import { drivePost, smtpPost } from './mail';
import { readPayrollColumns } from './payruns';
import { Caretaker } from './privacy';
import { filesOf, reportFiles } from './server/download';
import { exportFiles } from './server/exports';
import { startGraphQL } from './server/graphql';
import { listen } from './server/http';
import { identityOf } from './server/known';
import { logWorkFaults } from './server/log';
import { apiSchema } from './server/schema';
import { Shutdown } from './server/shutdown';
import { readSettings, type Settings } from './settings';
import { StartFailure } from './start-failure';

/** Connections of the embedded server beside the application's: migrations, and somebody who looks in. */
const SPARE_CONNECTIONS = 10;

/** By how many percent of what is in use garbage may grow before it is collected; V8 alone would take up to 300. */
const GARBAGE_PERCENT = 40;

setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
const shutdown = new Shutdown();
shutdown.onSignals();
start().catch(fail);

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const payrollColumns = payrollColumnsOf(settings);
  const database = await openStore(settings);
  if (settings.demo) await demonstrate(database, Date.now());
  const drive = folderDrive(settings.driveDirectory);
  const logger = pino({ level: settings.logLevel });
  const { handler, sockets, pagesOf, stop } = await startGraphQL({
    schema: apiSchema(),
    db: database,
    drive,
    post: settings.smtpUrl ? smtpPost(settings.smtpUrl) : drivePost(drive),
    identity: identityOf(settings, database, logger),
    files: filesOf(reportFiles, exportFiles(settings.exportDirectory)),
    trustedOnlyRoles: settings.trustedOnlyRoles,
    payrollColumns,
    feed: new Feed(database, (fault) => logWorkFaults(logger)(fault, 'telling what changes')),
    traffic: settings.traffic,
    logger,
  });
  shutdown.add(stop);
  startExports(settings, database, pagesOf, logger);
  startSealer(database, logger);
  startCaretaker(settings, database, drive, logger);
  const server = await listen({ host: settings.host, port: settings.port, database, handler, sockets });
  shutdown.add(() => server.close());
  giveBackMemory();
  console.log(greeting(settings, server.url));
}

function startExports(
  { exportDirectory: folder }: Settings,
  db: Database,
  pagesOf: DocumentPages,
  logger: Logger,
): void {
  const desk = new ExportDesk({ db, folder, pagesOf, onFault: logWorkFaults(logger) });
  shutdown.add(() => desk.stop());
}

/** The anchor of each day goes into the log, which is kept elsewhere than the database. */
function startSealer(db: Database, logger: Logger): void {
  const sealer = new Sealer({
    db,
    onAnchor: (anchor) => logger.info({ anchor }, 'audit anchor'),
    onFault: logWorkFaults(logger),
  });
  shutdown.add(() => sealer.stop());
}

function startCaretaker({ retention }: Settings, db: Database, drive: Drive, logger: Logger): void {
  const caretaker = new Caretaker({ db, drive, retention, onFault: logWorkFaults(logger) });
  shutdown.add(() => caretaker.stop());
}

/** Throws a StartFailure for columns that there are not. */
function payrollColumnsOf({ payrollColumns: text }: Settings): ReturnType<typeof readPayrollColumns> {
  try {
    return readPayrollColumns(text);
  } catch (error) {
    throw new StartFailure(`PAYROLL_COLUMNS=${JSON.stringify(text)} is not accepted: ${(error as Error).message}`);
  }
}

/** What starting used is given back at once: an idle server would keep it for as long as it idles. */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

async function openStore(settings: Settings): Promise<Database> {
  const url = settings.databaseUrl ?? (await startOwnServer(settings));
  await migrate(url);
  const database = await openDatabase({ url, poolSize: settings.poolSize });
  shutdown.add(() => database.close());
  return database;
}

async function startOwnServer({ dataDirectory, poolSize }: Settings): Promise<string> {
  const connections = poolSize + SPARE_CONNECTIONS;
  const server = await startEmbedded({ dataDirectory, durable: true, connections });
  shutdown.add(() => server.stop());
  void server.died.then((reason) => fail(new StartFailure(reason)));
  return server.url('baton');
}

function greeting({ environment }: Settings, url: string): string {
  const where = `Baton listens on ${url}/graphql`;
  return environment === 'production' ? where : `${where}; a token for it: npm run --silent token -- FINANCE`;
}

async function fail(error: unknown): Promise<void> {
  if (shutdown.begun) return;
  console.error(error instanceof StartFailure ? error.message : error);
  await shutdown.exit(1);
}
