import pg from 'pg';
import { type Api, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { type Opened, openDeal } from '../harness/deals';
import { begin, until } from '../harness/going';
import { calledDeal } from '../harness/packages';
import { written } from '../harness/refused';
import { startSmtp, type TestSmtp } from '../harness/smtp';

describe('a change', () => {
  const RECORD = `mutation ($input: RecordEventsInput!) {
    recordEvents(input: $input) { events { id } errors { code } } }`;
  const SEND = 'mutation ($input: SendIntroEmailInput!) { sendIntroEmail(input: $input) { sent errors { code } } }';
  let api: Api;
  let smtp: TestSmtp;
  let deal: Opened;
  beforeAll(async () => {
    smtp = await startSmtp();
    api = await startApi(undefined, { smtpUrl: smtp.url, traffic: { operationSeconds: 4 } });
    deal = await openDeal(api);
  });
  afterAll(async () => {
    await api.stop();
    await smtp.stop();
  });

  const facts = () => ({
    input: {
      events: Array.from({ length: 5 }, (_, day) => ({
        deal: deal.key,
        event: { occurredAt: `2026-03-0${day + 1}T09:00:00Z`, fact: { clientEmailedAe: {} } },
      })),
    },
  });

  /** Another session holds the deal while some work waits for it; then it lets go. */
  async function whileHeld(work: () => Promise<void>): Promise<void> {
    const holder = new pg.Client({ connectionString: api.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from deal where key = $1 for update', [deal.key]);
    await work();
    await holder.query('rollback');
    await holder.end();
  }

  const waiting = async () =>
    (await onServer(api.databaseUrl, "select 1 from pg_stat_activity where wait_event_type = 'Lock'")).length;

  test('whose client goes away while it waits is not made at all', async () => {
    const before = await written(api);
    const token = await api.tokenOf('fin-1');
    await whileHeld(async () => {
      const asked = begin(api.url, token, RECORD, facts());
      await until(async () => (await waiting()) > 0);
      asked.goAway();
      await until(async () => (await waiting()) === 0);
    });
    expect(await written(api)).toEqual(before);
  });

  test('that waits too long is not made at all, and says so', async () => {
    const before = await written(api);
    await whileHeld(async () => {
      const { errors } = await api.ask('fin-1', RECORD, facts());
      expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
      expect(await waiting()).toBe(0);
    });
    expect(await written(api)).toEqual(before);
  });

  test('that is asked again afterwards is made', async () => {
    const { data } = await api.ask('fin-1', RECORD, facts());
    expect(data).toMatchObject({ recordEvents: { events: { length: 5 }, errors: [] } });
  });

  test('of which a part is out in the world is brought to its end, whoever has gone away', async () => {
    const called = await calledDeal(api);
    smtp.thinksMs = 4_500;
    const asked = begin(api.url, await api.tokenOf('ae-1'), SEND, { input: { deal: called.key } });
    const mails = () => api.db.query<{ status: string }>('select status from mail order by created_at desc limit 1');
    await until(async () => (await mails())[0]?.status === 'SENDING');
    asked.goAway();
    await until(async () => (await mails())[0]?.status !== 'SENDING');
    expect(await mails()).toEqual([{ status: 'ACCEPTED' }]);
    expect(smtp.received).toHaveLength(1);
    const sent = `select from deal_event e join deal d on d.id = e.deal_id where d.key = $1 and type = 'INTRO_SENT'`;
    expect(await api.db.query(sent, [called.key])).toHaveLength(1);
  });
});
