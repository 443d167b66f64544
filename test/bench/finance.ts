import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openDatabase } from '../../src/database';
import { onServer } from '../harness/database';
import { Client } from './client';
import { KNOWN_AT, LAST_MONTH, LINES_A_MONTH, ledgerOf } from './ledger-lines';
import { memoryDuring } from './memory';
import { inTurn } from './rounds';
import type { Stage } from './stage';
import type { Line, Remark } from './table';

const MONTHS = 60;
const FEW_MONTHS = 6;
const ASKED_A_ROUND = 5;

const REPORT = JSON.stringify({
  query: `{ commissionReport(period: "${LAST_MONTH}", groupBy: [PAYEE], knownAt: "${KNOWN_AT}") { rows {
    payeeKey lines opening { amount } earned { amount } released { amount } held { amount } truedUp { amount }
    clawedBack { amount } reversed { amount } paid { amount } closing { amount } } } }`,
});

/** A month's report, the check of the books and the file of all lines, on a million lines over five years. */
export async function benchFinance(stage: Stage): Promise<(Line | Remark)[]> {
  const [many, few] = [await ledgerOf(stage, 'ledger', MONTHS), await ledgerOf(stage, 'short', FEW_MONTHS)];
  const token = await stage.tokenOf('fin-1');
  const [long, short] = [await stage.startBaton(many), await stage.startBaton(few)];
  const [asked, askedShort] = [new Client(long.url, token, 1), new Client(short.url, token, 1)];
  const db = await openDatabase({ url: many, poolSize: 1 });
  const byHand = () => milliseconds(() => db.query(BY_HAND, [LAST_MONTH, KNOWN_AT], 'by_hand'));
  const report = (client: Client) => milliseconds(() => client.ask(REPORT));
  for (const warm of [() => report(asked), () => report(askedShort), byHand]) await warm();
  const against = await inTurn(() => report(asked), byHand);
  const longer = await inTurn(
    () => report(asked),
    () => report(askedShort),
  );
  const check = await milliseconds(() => asked.ask(JSON.stringify({ query: '{ reconciliation { code count } }' })), 1);
  const file = await inTurn(
    async () => lines(await downloaded(long.url, token)),
    () => copied(many),
  );
  const memory = await memoryDuring(long.pid, () => downloaded(long.url, token));
  for (const client of [asked, askedShort]) client.close();
  await db.close();
  for (const baton of [long, short]) await baton.stop();
  return [
    { what: "(f) a month's report by payee of 1,000,000 lines, ms", ...against, against: 'by hand', target: '≤ 1.30' },
    { what: '    the same, and of 100,000 lines, ms', ...longer, against: 'of 100,000', target: '≤ 1.20' },
    { what: '    the check of the books, ms', ours: [check], target: '≤ 10,000' },
    { what: '    CSV of all lines, lines a second', ...file, against: 'by COPY' },
    { what: '    memory meanwhile, MB', ours: [Math.max(...memory)], target: '≤ 150' },
  ];
}

async function milliseconds(work: () => Promise<unknown>, times = ASKED_A_ROUND): Promise<number> {
  const begun = performance.now();
  for (let time = 0; time < times; time++) await work();
  return (performance.now() - begun) / times;
}

interface Downloaded {
  newlines: number;
  milliseconds: number;
}

async function downloaded(url: string, token: string): Promise<Downloaded> {
  const begun = performance.now();
  const path = `/downloads/commission-lines.csv?period=2000-01&until=2099-12&knownAt=${KNOWN_AT}`;
  const { body } = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  let newlines = 0;
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) newlines++;
      done();
    },
  });
  await pipeline(body!, count);
  return { newlines, milliseconds: performance.now() - begun };
}

function lines({ newlines, milliseconds: taken }: Downloaded): number {
  return newlines / (taken / 1_000);
}

/** The server writes it to nowhere: what it costs to read the same columns and make text of them. */
async function copied(url: string): Promise<number> {
  const begun = performance.now();
  await onServer(url, `copy (${LINES}) to program 'cat > /dev/null' csv`);
  return (MONTHS * LINES_A_MONTH) / ((performance.now() - begun) / 1_000);
}

const LINES = `
  select l.period, d.key, d.client_name, l.payee, l.tranche, l.kind, l.amount_minor, l.currency, l.effective_at,
    l.recorded_at, l.plan_version, l.id
  from commission_line l join deal d on d.id = l.deal_id order by l.period, l.recorded_at, l.id`;

/** The same figures as somebody would write them who knows that the two last months are open, and nothing is held. */
const BY_HAND = `
  select payee, sum(amount) filter (where figure = 'open') as opening,
    count(*) filter (where figure = 'TRANCHE') as lines, sum(amount) filter (where figure = 'TRANCHE') as released,
    sum(amount) filter (where figure = 'TRUE_UP') as trued_up,
    sum(amount) filter (where figure = 'CLAWBACK') as clawed_back,
    sum(amount) filter (where figure = 'REVERSAL') as reversed, sum(amount) filter (where figure = 'earned') as earned,
    sum(amount) filter (where figure = 'held') as held, sum(amount) filter (where figure = 'paid') as paid
  from (
    select payee, kind as figure, amount_minor as amount from commission_line
    where period = $1 and recorded_at <= $2::timestamptz
    union all
    select payee, 'open', amount_minor from commission_line
    where period = to_char(($1 || '-01')::date - interval '1 month', 'YYYY-MM') and recorded_at <= $2::timestamptz
    union all
    select payee, 'earned', amount_minor from commission_payment_version v
    where earned_at >= ($1 || '-01')::timestamp at time zone 'Europe/London'
      and earned_at < (($1 || '-01')::timestamp + interval '1 month') at time zone 'Europe/London'
      and recorded_at <= $2::timestamptz and not withdrawn and not exists (
        select from commission_payment_version later
        where (later.deal_id, later.tranche, later.payee) = (v.deal_id, v.tranche, v.payee)
          and later.recorded_at > v.recorded_at and later.recorded_at <= $2::timestamptz)
    union all
    select p.payee, 'paid', p.payable_minor from pay_run r join pay_run_payee p on p.run_id = r.id
    where r.period = $1 and r.status = 'PAID' and r.paid_at <= $2::timestamptz) as figures
  group by payee order by payee`;
