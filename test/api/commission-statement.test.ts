import { demonstrate } from '../../src/demonstration';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered } from '../harness/deals';
import {
  CommissionStatementDocument,
  type CommissionStatementQuery,
  type CommissionStatementQueryVariables,
} from './generated/operations';

const TODAY = Date.parse('2026-11-23T12:00:00Z');

let api: Api;
beforeAll(async () => {
  api = await startApi((db) => demonstrate(db, TODAY));
}, 60_000);
afterAll(() => api.stop());

type Statement = CommissionStatementQuery['commissionStatement'];

const ask = (payee: string, period: string, knownAt: string | null = null, by: Asker = 'fin-1') =>
  api.run(by, CommissionStatementDocument, { payee, period, knownAt, first: 100 });
const statement = async (...asked: Parameters<typeof ask>) => answered(await ask(...asked)).commissionStatement;
const wordsOf = ({ lines }: Statement, dealKey: string) =>
  lines.nodes.filter((line) => line.dealKey === dealKey).map(({ words }) => words);
const minor = (amount: string) => BigInt(amount.replace('.', ''));

describe("a payee's statement", () => {
  test('says of each line how it came about, in words', async () => {
    const [april, may] = [await statement('ae-1', '2026-04'), await statement('ae-1', '2026-05')];
    const fee = '(10% of £48,000.00, fee agreed 1 April 2026, plan';
    expect(wordsOf(april, 'D-2026-0046')).toEqual([
      `£2,400.00 = 50% of £4,800.00 ${fee} standard-1), released 2 April 2026 when both had signed`,
    ]);
    expect(wordsOf(may, 'D-2026-0046')).toEqual([
      `£1,440.00 = 30% of £4,800.00 ${fee} standard-1), released 20 May 2026 when the handoff package came in, ` +
        '28 working days late',
    ]);
    expect(wordsOf(may, 'D-2026-0044')).toEqual([
      `£1,440.00 = 30% of £4,800.00 ${fee} standard-1), released 13 May 2026 when the Week 2 workshop was delivered`,
    ]);
    expect(wordsOf(may, 'D-2026-0059')).toEqual([
      `£1,440.00 = 30% of £4,800.00 ${fee} standard-1), released 18 May 2026 when HOLD_CALL was waived`,
    ]);
  });

  test('tells shares, cuts, amendments, withdrawals and claw-backs', async () => {
    const [april, may] = [await statement('ae-1', '2026-04'), await statement('ae-1', '2026-05')];
    const fee = '(10% of £48,000.00, fee agreed 1 April 2026, plan';
    expect(wordsOf(april, 'D-2026-0054')).toEqual([
      '£370.36 = 50% of £740.72, which is 60% of £1,234.53 (10% of £12,345.30, fee agreed 1 April 2026, ' +
        'plan standard-1), released 2 April 2026 when both had signed',
    ]);
    expect(wordsOf(april, 'D-2026-0052').at(-1)).toBe(
      'Takes back £1,440.00 of 29 April 2026: WORKSHOP_DELIVERED of 29 April 2026 was withdrawn ' +
        '(the cohort had not started)',
    );
    expect(wordsOf(may, 'D-2026-0051')[0]).toBe(
      '£300.00 less for SoW signed, because the fee was amended 1 May 2026: £2,100.00 = 50% of £4,200.00 ' +
        '(10% of £42,000.00, fee agreed 1 May 2026, plan standard-1)',
    );
    expect(wordsOf(may, 'D-2026-0056')).toEqual([
      'Takes back £2,400.00 released for SoW signed: the deal was cancelled 1 May 2026, and plan ' +
        'claw-back-on-cancel-1 claws back',
    ]);
    expect(wordsOf(may, 'D-2026-0060')).toEqual([
      `£1,224.00 = 30% of £4,800.00 ${fee} late-calls-reduced-1), less 15% for HOLD_CALL, released 13 May 2026 ` +
        'when the Week 2 workshop was delivered',
      `£216.00 more for Week 2 workshop, because HOLD_CALL was waived 25 May 2026: £1,440.00 = 30% of £4,800.00 ` +
        `${fee} late-calls-reduced-1)`,
    ]);
  });
});

describe('the whole of a statement', () => {
  test('adds up: its lines are its totals, and these the sum that is due', async () => {
    const { lines, totals, due } = await statement('ae-1', '2026-04');
    for (const total of totals) {
      const ofKind = lines.nodes.filter(({ lineKind }) => lineKind === total.lineKind);
      expect(ofKind).toHaveLength(total.lines);
      expect(ofKind.reduce((sum, { amount }) => sum + minor(amount.amount), 0n)).toBe(minor(total.amount.amount));
    }
    const sum = totals.reduce((all, { amount }) => all + minor(amount.amount), 0n);
    expect(due).toEqual([{ currency: 'GBP', amount: expect.any(String) }]);
    expect(minor(due[0]!.amount)).toBe(sum);
  });

  test('as known at an instant is the same for good: before and after a late retraction', async () => {
    const before = '2026-05-10T00:00:00Z';
    const early = await statement('ae-1', '2026-04', before);
    expect(early.totals.map(({ lineKind }) => lineKind)).toEqual(['TRANCHE']);
    expect(await statement('ae-1', '2026-04', before)).toEqual(early);
    const late = await statement('ae-1', '2026-04', '2026-06-01T00:00:00Z');
    expect(late.totals.map(({ lineKind }) => lineKind)).toEqual(['TRANCHE', 'REVERSAL']);
    expect(minor(late.due[0]!.amount)).toBe(minor(early.due[0]!.amount) - 288_000n);
  });

  test('is read in pages, without a line missing or twice', async () => {
    const whole = await statement('ae-1', '2026-04');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const variables: CommissionStatementQueryVariables = { payee: 'ae-1', period: '2026-04', first: 7, after };
      const page: Statement = answered(
        await api.run('fin-1', CommissionStatementDocument, variables),
      ).commissionStatement;
      const { lines } = page;
      seen.push(...lines.nodes.map(({ words }) => words));
      after = lines.pageInfo.hasNextPage ? lines.pageInfo.endCursor! : null;
    } while (after);
    expect(seen).toEqual(whole.lines.nodes.map(({ words }) => words));
  });

  test('takes as many SQL statements for many lines as for one, fewer than ten', async () => {
    const sent = async (first: number) => {
      const variables = { payee: 'ae-1', period: '2026-04', first };
      const asked = () => api.run('fin-1', CommissionStatementDocument, variables);
      const tries = [await api.statementsOf(asked), await api.statementsOf(asked)];
      return Math.min(...tries.map(({ length }) => length));
    };
    const one = await sent(1);
    expect(await sent(100)).toBe(one);
    expect(one).toBeLessThan(10);
  });
});

describe("another's statement", () => {
  test("is to an AE as a stranger's", async () => {
    for (const payee of ['ae-2', 'nobody', 'ae-2\u202e']) {
      const { errors } = await ask(payee, '2026-04', null, 'ae-1');
      expect(errors).toMatchObject([{ message: `There is no payee "${payee}"`, extensions: { code: 'NOT_FOUND' } }]);
    }
    expect((await statement('ae-1', '2026-04', null, 'ae-1')).lines.nodes.length).toBeGreaterThan(10);
  });

  test.each(['am-1', 'dl-1'] as const)('is not for %s', async (asker) => {
    expect((await ask('ae-1', '2026-04', null, asker)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('of an instant that has not passed is refused', async () => {
    const { errors } = await ask('ae-1', '2026-04', '2999-01-01T00:00:00Z');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: 'knownAt' } }]);
  });
});
