import {
  AssignAccountManagerDocument,
  CreateRiskDocument,
  HoldHandoffCallDocument,
  type HoldHandoffCallInput,
  ScheduleHandoffCallDocument,
  type ScheduleHandoffCallInput,
} from '../api/generated/operations';
import type { Api, Asker } from './api';
import { answered, type Opened, type Told } from './deals';

/** An instant so many hours from now, to the minute. */
export const inHours = (hours: number) =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * 3_600_000).toISOString();

/** The three whom a call needs to count. */
export const ALL = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;

/** What makes a deal one to be handed over, an hour ago. */
export function triggered(): Told[] {
  const at = inHours(-1);
  return [
    [at, { feeAgreed: { amount: '48000.00' } }],
    [at, { sowSigned: { party: 'CLIENT' } }],
    [at, { sowSigned: { party: 'VENDOR' } }],
    [at, { depositInvoiced: { amount: '19200.00' } }],
    [at, { closedWon: {} }],
  ];
}

/** What the three do around the call of a deal. */
export function aroundTheCall(api: Api, dealOf: () => Opened) {
  const assign = async (person: string, by: Asker = 'dl-1') =>
    answered(await api.run(by, AssignAccountManagerDocument, { input: { deal: dealOf().key, person } }))
      .assignAccountManager;
  const schedule = async (input: Partial<ScheduleHandoffCallInput>, by: Asker = 'ae-1') =>
    answered(
      await api.run(by, ScheduleHandoffCallDocument, {
        input: { deal: dealOf().key, startsAt: inHours(24), ...input },
      }),
    ).scheduleHandoffCall;
  const hold = async (input: Partial<HoldHandoffCallInput>, by: Asker = 'am-1') =>
    answered(
      await api.run(by, HoldHandoffCallDocument, {
        input: { deal: dealOf().key, heldAt: inHours(0), attendees: [...ALL], ...input },
      }),
    ).holdHandoffCall;
  const facts = async () =>
    (
      await api.db.query<{ type: string }>(
        'select type from deal_event e join deal d on d.id = e.deal_id where d.key = $1 order by e.recorded_at',
        [dealOf().key],
      )
    )
      .map(({ type }) => type)
      .slice(triggered().length);
  const flag = async (description: string) => {
    const input = { deal: dealOf().key, description, likelihood: 'HIGH' } as const;
    return answered(await api.run('ae-1', CreateRiskDocument, { input })).createRisk.risk!;
  };
  return { assign, schedule, hold, facts, flag };
}
