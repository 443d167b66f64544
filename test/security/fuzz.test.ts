import fc from 'fast-check';
import { apiSchema } from '../../src/server/schema';
import { type Api, PEOPLE, startApi } from '../harness/api';
import { Fuzz, type Sent } from '../harness/fuzz';
import { LEAKS } from '../harness/leaks';
import { makeGround } from './everyMutation';

/** As many requests as there are, or as fit in the time. A seed that has found something is given by FUZZ_SEED. */
const CASES = Number(process.env.FUZZ_CASES ?? 4_000);
const MILLISECONDS = Number(process.env.FUZZ_MS ?? 40_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);

let api: Api;
let fuzz: Fuzz;
beforeAll(async () => {
  api = await startApi();
  const grounds = [await makeGround(api), await makeGround(api)];
  const known = grounds.flatMap(({ deal, ...ground }) => [deal.id, deal.key, ...Object.values(ground)]);
  const tokens = await Promise.all((['ae-1', 'am-1', 'dl-1', 'fin-1', 'fin-2', 'ad-1'] as const).map(api.tokenOf));
  fuzz = new Fuzz(apiSchema(), [...known, ...Object.keys(PEOPLE), 'GBP', 'standard', 'x'], tokens);
});
afterAll(() => api.stop());

async function answerTo({ method, path, headers, body }: Sent) {
  const reply = await fetch(api.url + path, { method, headers, body: body ?? null, redirect: 'manual' });
  return { status: reply.status, text: await reply.text(), headers: reply.headers };
}

/** The audit log tells administrators of tables and logins on purpose: of its answers only errors are read. */
function readByStrangers(sent: Sent, text: string): string {
  const isOfAuditLog = JSON.stringify(sent).includes('auditLog') && text.includes('"data":{"');
  return isOfAuditLog ? JSON.stringify(JSON.parse(text).errors ?? []) : text;
}

/** Faults have codes of their own, whatever the status. */
const FAULT = /"code":"(INTERNAL|UNAVAILABLE|INTERNAL_SERVER_ERROR)"/;

test(
  'no request out of the schema, right or broken, makes the server fail or tell of itself',
  async () => {
    let cases = 0;
    let answered = 0;
    const property = fc.asyncProperty(fc.gen(), async (choose) => {
      const sent = fuzz.request(choose);
      const { status, text, headers } = await answerTo(sent);
      cases += 1;
      if (/"data":\{"/.test(text)) answered += 1;
      expect({ sent, status, text, fault: status >= 500 || FAULT.test(text) }).toMatchObject({ fault: false });
      const isReadable = text.length < 50_000 && headers.get('content-type')?.includes('json');
      expect(isReadable ? readByStrangers(sent, text) : '').not.toMatch(LEAKS);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    });
    await fc.assert(property, { seed: SEED, numRuns: CASES, interruptAfterTimeLimit: MILLISECONDS });
    process.stdout.write(`fuzz: ${cases} requests, ${answered} with data, seed ${SEED}\n`);
    expect(cases).toBeGreaterThan(100);
    expect(answered).toBeGreaterThan(cases / 10);
  },
  MILLISECONDS * 3,
);

test('all that was so before is so after it: books, lines and releases agree', async () => {
  const { data } = await api.ask<{ reconciliation: { code: string; isFine: boolean }[] }>(
    'fin-1',
    '{ reconciliation { code isFine } }',
  );
  expect(data!.reconciliation.length).toBeGreaterThan(3);
  expect(data!.reconciliation.filter(({ isFine }) => !isFine)).toEqual([]);
});
