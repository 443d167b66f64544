import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type ServerProgram } from './child';
import { ProgramFailed } from './failure';
import { readPidFile } from './pid-file';
import type { ServerPlace } from './place';
import { executable } from './program';
import { interrupt } from './survivor';

const POLL_MS = 10;
/** Long enough for recovery after a crash, which replays at most what max_wal_size holds. */
const READY_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 10_000;
const ATTEMPTS = 5;
/** The port was taken between our look and PostgreSQL's, or the last processes of a crashed server are just ending. */
const PASSES = /could not create any TCP\/IP sockets|pre-existing shared memory block/;

/** How the server is to run. */
export interface PostmasterOptions {
  readonly programs: string;
  /** False trades what a crash of the machine loses for speed: for tests only. */
  readonly durable: boolean;
  /** Connections that it takes at most. */
  readonly connections: number;
}

/** A running PostgreSQL server. */
export interface Postmaster {
  readonly port: number;
  /** Resolves with the reason if it ends without being stopped. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the cluster, at a free port of 127.0.0.1. Throws a ProgramFailed where it does not start. */
export async function startPostmaster(place: ServerPlace, options: PostmasterOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(place, options);
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof ProgramFailed && PASSES.test(error.output))) throw error;
      await sleep(POLL_MS * 10);
    }
  }
}

async function startOnce(place: ServerPlace, options: PostmasterOptions): Promise<Postmaster> {
  const port = await freePort();
  const server = launch(executable(options.programs, 'postgres'), serverArguments(place, options, port), place.account);
  const endWithUs = () => server.process.kill('SIGINT');
  process.once('exit', endWithUs);
  const forget = () => process.removeListener('exit', endWithUs);
  void server.ended.then(forget, forget);
  await untilReady(server, place.cluster);
  return postmaster(server, port, options.programs);
}

function postmaster(server: ServerProgram, port: number, programs: string): Postmaster {
  let asked = false;
  const died = new Promise<string>((resolve) => {
    server.ended.catch((error: Error) => asked || resolve(`PostgreSQL died: ${error.message.trim()}`));
  });
  const stopIt = () => {
    asked = true;
    return stop(server, programs);
  };
  return { port, died, stop: stopIt };
}

function serverArguments(place: ServerPlace, { durable, connections }: PostmasterOptions, port: number): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    `max_connections=${connections}`,
    // Errors of statements reach Baton anyway; written here as well, they would bring their values into a log.
    'log_min_messages=fatal',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return ['-D', place.cluster, ...settings.flatMap((setting) => ['-c', setting])];
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function untilReady(server: ServerProgram, cluster: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!isReady(server, cluster)) {
    if (hasEnded(server)) throw await failureOf(server);
    if (Date.now() > deadline) server.process.kill('SIGQUIT');
    await sleep(POLL_MS);
  }
}

function isReady(server: ServerProgram, cluster: string): boolean {
  const file = readPidFile(cluster);
  return file?.ready === true && file.pid === server.process.pid;
}

function hasEnded({ process: { pid, exitCode, signalCode } }: ServerProgram): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

async function failureOf(server: ServerProgram): Promise<unknown> {
  return server.ended.then(
    () => new ProgramFailed('postgres', 'it was asked to stop', 'code 0'),
    (error: unknown) => error,
  );
}

async function stop(server: ServerProgram, programs: string): Promise<void> {
  if (server.process.pid === undefined || hasEnded(server)) return;
  const impatient = setTimeout(() => server.process.kill('SIGQUIT'), STOPS_WITHIN_MS);
  await interrupt(server.process.pid, programs);
  await server.ended.catch(() => {});
  clearTimeout(impatient);
}
