import { type Api, startApi } from '../harness/api';

const OPEN = `mutation {
  openDeal(input: { clientName: "Harrowgill Steel", accountExecutive: "ae-1" }) { deal { key } }
}`;
const RECORD = `mutation Record($events: [DealFactInput!]!) {
  recordEvents(input: { events: $events }) { errors { message path } }
}`;
const STANDING = `query Standing($key: String!) {
  deal(key: $key) {
    fee { amount }
    commissionPayments { tranche status releasedToDate { amount } }
    commission { fee { amount } payments { tranche status releasedToDate { amount } } }
  }
}`;

describe('now, right after facts were recorded', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  test('what is judged and what is stored say the same, however many facts one call recorded', async () => {
    const opened = await api.ask<{ openDeal: { deal: { key: string } } }>('ad-1', OPEN);
    const { key } = opened.data!.openDeal.deal;
    const at = '2026-04-02T09:00:00Z';
    const gates = Array.from({ length: 900 }, () => ({ occurredAt: at, fact: { qualityGatePassed: { week: 4 } } }));
    const signed = [
      { occurredAt: at, fact: { feeAgreed: { amount: '48000.00' } } },
      { occurredAt: at, fact: { sowSigned: { party: 'CLIENT' } } },
      { occurredAt: at, fact: { sowSigned: { party: 'VENDOR' } } },
    ];
    const events = [...gates, ...signed].map((event) => ({ deal: key, event }));
    const recorded = await api.ask<{ recordEvents: { errors: unknown[] } }>('ad-1', RECORD, { events });
    expect(recorded.data?.recordEvents.errors).toEqual([]);

    const { data } = await api.ask<{ deal: Record<string, unknown> }>('fin-1', STANDING, { key });
    expect(data?.deal).toEqual({
      fee: { amount: '48000.00' },
      commissionPayments: PAYMENTS,
      commission: { fee: { amount: '48000.00' }, payments: PAYMENTS },
    });
  });
});

const PAYMENTS = [
  { tranche: 'SOW_SIGNED', status: 'RELEASED', releasedToDate: { amount: '2400.00' } },
  { tranche: 'WEEK_2_WORKSHOP', status: 'NOT_EARNED', releasedToDate: { amount: '0.00' } },
  { tranche: 'WEEK_12_BOARD_REPORT', status: 'NOT_EARNED', releasedToDate: { amount: '0.00' } },
];
