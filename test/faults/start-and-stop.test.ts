import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpServer, listen } from '../../src/server/http';
import { groupOf, isAlive, newDataDirectory, postgresOf, removeAll, startBaton } from '../harness/baton';
import { freshDatabase } from '../harness/database';

jest.setTimeout(60_000);
const ways: Way[] = [];
afterAll(async () => {
  for (const way of ways) way.close();
  await removeAll();
});

async function status(url: string): Promise<number> {
  return (await fetch(url)).status;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(50);
}

describe('a server with its own PostgreSQL', () => {
  const dataDirectory = newDataDirectory();

  test('says where it listens, answers /health and /ready, and SIGTERM ends it and its PostgreSQL well', async () => {
    const baton = startBaton({ DATA_DIR: dataDirectory });
    const url = await baton.url;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await status(`${url}/health`)).toBe(200);
    expect(await status(`${url}/ready?now`)).toBe(200);
    baton.process.kill('SIGTERM');
    expect(await baton.ended).toBe(0);
    expect(baton.errors()).toBe('');
    expect(postgresOf(dataDirectory)).toBeUndefined();
  });

  test('Ctrl-C reaches it alone: its PostgreSQL ends after it, not with it', async () => {
    const baton = startBaton({ DATA_DIR: dataDirectory });
    await baton.url;
    expect(groupOf(postgresOf(dataDirectory) as number)).not.toBe(groupOf(baton.process.pid as number));
    process.kill(-(baton.process.pid as number), 'SIGINT');
    expect(await baton.ended).toBe(0);
    expect(postgresOf(dataDirectory)).toBeUndefined();
  });

  test('SIGTERM to npm, whose shell does not pass it on, ends it as well', async () => {
    const main = path.join(__dirname, '..', '..', 'dist', 'src', 'main.js');
    const env = { ...process.env, npm_lifecycle_event: 'start', DATA_DIR: dataDirectory, PORT: '0', DEMO: 'false' };
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${main}"; exit`], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((greeted) => shell.stdout.once('data', greeted));
    expect(postgresOf(dataDirectory)).toBeGreaterThan(0);
    shell.kill('SIGTERM');
    await until(async () => postgresOf(dataDirectory) === undefined);
  });

  test('a signal while it starts ends it, and the next start is none the worse', async () => {
    for (const afterMs of [80, 200, 320]) {
      const early = startBaton({ DATA_DIR: dataDirectory });
      await sleep(afterMs);
      early.process.kill('SIGTERM');
      expect([0, 'SIGTERM']).toContain(await early.ended);
    }
    const baton = startBaton({ DATA_DIR: dataDirectory });
    expect(await status(`${await baton.url}/ready`)).toBe(200);
    baton.process.kill('SIGTERM');
    expect(await baton.ended).toBe(0);
  });

  test('when its PostgreSQL is killed it says so and ends with code 1', async () => {
    const baton = startBaton({ DATA_DIR: dataDirectory });
    await baton.url;
    process.kill(postgresOf(dataDirectory) as number, 'SIGKILL');
    expect(await baton.ended).toBe(1);
    expect(baton.errors()).toMatch(/^PostgreSQL died: .*SIGKILL.*\n$/s);
  });

  test('a taken port is one line that names it, code 1, and PostgreSQL is stopped again', async () => {
    const taken = net.createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => taken.once('listening', listening));
    const { port } = taken.address() as AddressInfo;
    const baton = startBaton({ DATA_DIR: dataDirectory, PORT: String(port) });
    expect(await baton.ended).toBe(1);
    taken.close();
    expect(baton.errors()).toBe(
      `Port ${port} of 127.0.0.1 is taken: end what listens there, or choose another with PORT=\n`,
    );
    expect(postgresOf(dataDirectory)).toBeUndefined();
  });
});

describe('a start that cannot be', () => {
  test('bad settings are a line each and code 1, before anything is started', async () => {
    const dataDirectory = newDataDirectory();
    const baton = startBaton({ DATA_DIR: dataDirectory, PORT: 'http', LOG_LEVEL: 'loud' });
    expect(await baton.ended).toBe(1);
    expect(baton.errors()).toMatch(/^PORT="http" is not accepted: .*\nLOG_LEVEL="loud" is not accepted: .*\n$/);
    expect(existsSync(dataDirectory)).toBe(false);
  });

  test('an address of another machine is one line that names HOST', async () => {
    const baton = startBaton({ DATABASE_URL: await freshDatabase(), HOST: '192.0.2.1' });
    expect(await baton.ended).toBe(1);
    expect(baton.errors()).toBe('HOST=192.0.2.1 is no address of this machine (EADDRNOTAVAIL)\n');
  });

  test('a database that does not answer is one line without its password', async () => {
    const baton = startBaton({ DATABASE_URL: 'postgres://baton:hunter2@127.0.0.1:1/baton' });
    expect(await baton.ended).toBe(1);
    expect(baton.errors()).toMatch(/^The database does not answer: connect ECONNREFUSED .*\n$/);
    expect(baton.errors()).not.toContain('hunter2');
  });
});

describe('a server with DATABASE_URL', () => {
  test('starts nothing of its own', async () => {
    const dataDirectory = newDataDirectory();
    const baton = startBaton({ DATA_DIR: dataDirectory, DATABASE_URL: await freshDatabase() });
    expect(await status(`${await baton.url}/ready`)).toBe(200);
    expect(existsSync(`${dataDirectory}/postgres`)).toBe(false);
    baton.process.kill('SIGTERM');
    expect(await baton.ended).toBe(0);
  });

  test('is not ready while the database is gone or silent, healthy all the same, and recovers by itself', async () => {
    const way = await openWay(await freshDatabase());
    ways.push(way);
    const baton = startBaton({ DATABASE_URL: way.url });
    const url = await baton.url;
    expect(await status(`${url}/ready`)).toBe(200);
    for (const trouble of ['gone', 'silent'] as const) {
      way.become(trouble);
      expect(await status(`${url}/ready`)).toBe(503);
      expect(await status(`${url}/health`)).toBe(200);
      way.become('open');
      await until(async () => (await status(`${url}/ready`)) === 200);
    }
    expect(isAlive(baton.process.pid as number)).toBe(true);
    baton.process.kill('SIGTERM');
    expect(await baton.ended).toBe(0);
  });
});

describe('closing', () => {
  const database = { query: async () => [] };

  /** A server on which every request but those about health waits until it is let go. */
  async function slowServer(): Promise<{ server: HttpServer; begun: Promise<void>; letGo: () => void }> {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const responses: ServerResponse[] = [];
    const handler = (_request: IncomingMessage, response: ServerResponse) => {
      responses.push(response);
      begin();
    };
    const letGo = () => {
      for (const response of responses) response.end('done');
    };
    return { server: await listen({ host: '127.0.0.1', port: 0, database, handler }), begun, letGo };
  }

  test('lets a request in flight finish, takes no new one, and does not wait for idle connections', async () => {
    const { server, begun, letGo } = await slowServer();
    expect(await status(`${server.url}/health`)).toBe(200);
    const inFlight = fetch(`${server.url}/graphql`);
    await begun;
    const closed = server.close();
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    letGo();
    expect(await (await inFlight).text()).toBe('done');
    const finishedMs = performance.now();
    await closed;
    expect(performance.now() - finishedMs).toBeLessThan(1_000);
  });

  test('cuts off what is still in flight after ten seconds', async () => {
    const { server, begun } = await slowServer();
    const inFlight = fetch(`${server.url}/graphql`);
    inFlight.catch(() => {});
    await begun;
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const closed = server.close();
    jest.advanceTimersByTime(9_900);
    const still = await Promise.race([
      closed.then(() => 'closed'),
      new Promise((later) => setImmediate(later, 'open')),
    ]);
    expect(still).toBe('open');
    jest.advanceTimersByTime(200);
    await closed;
    jest.useRealTimers();
    await expect(inFlight).rejects.toThrow();
  });
});

interface Way {
  readonly url: string;
  become(state: 'open' | 'gone' | 'silent'): void;
  close(): void;
}

/** A way to a database that can be cut (connections end and are refused) or go silent (nothing comes through). */
async function openWay(databaseUrl: string): Promise<Way> {
  let state = 'open';
  const ends = new Set<net.Socket>();
  const target = new URL(databaseUrl);
  const server = net.createServer((near) => {
    if (state === 'gone') return near.destroy();
    const far = net.connect(Number(target.port || 5432), target.hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end.on('error', () => {}).on('close', () => other.destroy()));
      end.on('data', (bytes) => state === 'open' && other.write(bytes));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const become = (next: string) => {
    state = next;
    if (next !== 'silent') for (const end of ends) end.destroy();
  };
  const close = () => {
    become('gone');
    server.close();
  };
  const url = Object.assign(new URL(databaseUrl), {
    hostname: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
  });
  return { url: url.href, become, close };
}
