import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { discoverKeys } from '../../src/server/identity/discovery';
import { IssuerAway, IssuerKeys } from '../../src/server/identity/issuer-keys';
import { openIdClaimsOf } from '../../src/server/identity/open-id';
import { type AuthSettings, type OpenIdSettings, readSettings } from '../../src/settings';
import { type IssuerKey, newKey, startIssuer, type TestIssuer, tokenOf } from '../harness/issuer';

const MINUTES = 60_000;

let issuer: TestIssuer;
let keys: IssuerKeys;
let clock = 0;
let auth: AuthSettings;
const faults: string[] = [];

beforeEach(async () => {
  issuer = await startIssuer();
  clock = 1_000;
  faults.length = 0;
  auth = readSettings({ AUTH_ISSUER: issuer.url, AUTH_AUDIENCE: 'baton-live' }).auth;
  keys = new IssuerKeys({
    fetch: () => discoverKeys(issuer.url),
    onFault: (why) => faults.push(why),
    clock: () => clock,
  });
});
afterEach(() => issuer.stop());

/** Whether a token of that key is believed, now. */
async function isBelieved(key: IssuerKey): Promise<boolean> {
  const token = await tokenOf(issuer, key);
  return (await openIdClaimsOf(token, keys.find, auth, auth.openId as OpenIdSettings, Date.now())) !== undefined;
}

const goesAway = () => {
  issuer.answer = (response) => response.destroy();
};

test('a new key is believed without a restart, and one that is taken back no more', async () => {
  const first = await issuer.addKey('first');
  expect(await isBelieved(first)).toBe(true);
  clock += 11_000;
  const second = await issuer.addKey('second');
  expect(await isBelieved(second)).toBe(true);
  expect(await isBelieved(first)).toBe(true);
  issuer.keys.shift();
  clock += 10 * MINUTES;
  expect(await isBelieved(second)).toBe(true);
  await keys.refresh();
  expect(await isBelieved(first)).toBe(false);
  expect(await isBelieved(second)).toBe(true);
});

test('who comes while the keys are old does not wait for new ones', async () => {
  const first = await issuer.addKey('first');
  expect(await isBelieved(first)).toBe(true);
  clock += 10 * MINUTES;
  issuer.answer = () => {};
  expect(await isBelieved(first)).toBe(true);
  issuer.answer = null;
});

test('a thousand tokens with a thousand keys that there are not ask the issuer once', async () => {
  const first = await issuer.addKey('first');
  expect(await isBelieved(first)).toBe(true);
  clock += 11_000;
  const stranger = newKey('stranger');
  const flood = Array.from({ length: 1_000 }, (_, number) => isBelieved({ ...stranger, kid: `kid-${number}` }));
  expect(await Promise.all([...flood, isBelieved(first)])).toEqual([...flood.map(() => false), true]);
  expect(issuer.asked).toEqual({ configuration: 2, keys: 2 });
  clock += 9_000;
  expect(await isBelieved(stranger)).toBe(false);
  expect(issuer.asked.keys).toBe(2);
});

test('a thousand who come before there are keys ask the issuer once, and are let in', async () => {
  const first = await issuer.addKey('first');
  const all = await Promise.all(Array.from({ length: 1_000 }, () => isBelieved(first)));
  expect(all.every((believed) => believed)).toBe(true);
  expect(issuer.asked).toEqual({ configuration: 1, keys: 1 });
});

test('while the issuer is away its keys go on for an hour, and then nobody is let in until it is back', async () => {
  const first = await issuer.addKey('first');
  expect(await isBelieved(first)).toBe(true);
  goesAway();
  for (let minute = 5; minute < 60; minute += 5) {
    clock += 5 * MINUTES;
    expect(await isBelieved(first)).toBe(true);
    await keys.refresh();
  }
  expect(faults.length).toBeGreaterThan(3);
  expect(await isBelieved(newKey('unknown'))).toBe(false);
  clock += 5 * MINUTES;
  await expect(isBelieved(first)).rejects.toThrow(IssuerAway);
  issuer.answer = null;
  clock += 9_000;
  await expect(isBelieved(first)).rejects.toThrow(IssuerAway);
  clock += 2_000;
  expect(await isBelieved(first)).toBe(true);
});

test('an issuer that was never there is asked seldom, and lets nobody in', async () => {
  const first = await issuer.addKey('first');
  goesAway();
  for (let time = 0; time < 100; time++) await expect(isBelieved(first)).rejects.toThrow(IssuerAway);
  expect(issuer.asked).toEqual({ configuration: 1, keys: 0 });
  expect(faults).toHaveLength(1);
});

test('what is no set of keys changes nothing about those that are known', async () => {
  const first = await issuer.addKey('first');
  expect(await isBelieved(first)).toBe(true);
  for (const nonsense of ['{"keys": 1}', '{"keys": [1]}', '[]', '"keys"']) {
    issuer.answer = (response) => response.end(nonsense);
    clock += 11 * MINUTES;
    await keys.refresh();
    expect(await isBelieved(first)).toBe(true);
  }
});

test('keys that are redirected to another server are not read from there', async () => {
  const thief = newKey('first');
  let visits = 0;
  const other = http.createServer((_request, response) => {
    visits++;
    response.end(JSON.stringify({ keys: [{ ...thief.publicKey.export({ format: 'jwk' }), kid: 'first' }] }));
  });
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  for (const status of [301, 302, 303, 307, 308]) {
    clock += MINUTES;
    issuer.answer = (response) => response.writeHead(status, { location }).end();
    await expect(isBelieved(thief)).rejects.toThrow(IssuerAway);
  }
  expect(visits).toBe(0);
  other.close();
});
