import type { FactOf, FactType, SlaClock, SlaCode } from '../../src/rules';
import { type JudgedStory, judgedOn } from './judging';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const judged = judgedOn(TODAY);

/** What a deal must show to be one of a kind. */
type Shows = (deal: JudgedStory) => boolean;

const clock = ({ state }: JudgedStory, sla: SlaCode): SlaClock =>
  state.handoff.slas.find((candidate) => candidate.sla === sla)!;
const facts = <T extends FactType>({ events }: JudgedStory, type: T): FactOf<T>[] =>
  events.flatMap(({ fact }) => (fact.type === type ? [fact as FactOf<T>] : []));
const isFaulty =
  (code: string): Shows =>
  ({ state }) =>
    state.handoff.faults.some((fault) => fault.code === code);
const payeesOf = ({ state }: JudgedStory, tranche: string) =>
  state.commission.payments.filter((payment) => payment.tranche === tranche).map(({ payee }) => payee);
const statusOf =
  (status: string): Shows =>
  ({ state }) =>
    state.commission.payments.some((payment) => payment.status === status);

const KINDS: Readonly<Record<string, Shows>> = {
  'went as it should': (deal) =>
    deal.state.handoff.slas.every(({ status }) => status === 'MET') &&
    deal.state.handoff.faults.length === 0 &&
    deal.state.commission.payments.every(({ status }) => status === 'RELEASED'),
  'had its account manager assigned late': (deal) => clock(deal, 'ASSIGN_AM').status === 'MET_LATE',
  'had its package late': (deal) => clock(deal, 'SUBMIT_PACKAGE').status === 'MET_LATE',
  'had no package at the call': isFaulty('PACKAGE_MISSING_AT_CALL'),
  'had money held that was released later': ({ state }) =>
    state.commission.payments.some(
      ({ releasedAt, earnedAt }) => releasedAt !== null && earnedAt !== null && releasedAt > earnedAt,
    ),
  'has money held today': ({ state }) =>
    state.commission.payments.some(({ status, heldBy }) => status === 'HELD' && heldBy.length > 0),
  'had a late call, by the AE’s own delay': (deal) => clock(deal, 'HOLD_CALL').countsAgainstAeFrom !== null,
  'had a late call, by another’s delay': (deal) =>
    clock(deal, 'HOLD_CALL').breachedAt !== null && clock(deal, 'HOLD_CALL').accountable === 'DELIVERY_LEAD',
  'had a call without the delivery lead': (deal) =>
    facts(deal, 'CALL_HELD').some(({ attendees }) => !attendees.includes('DELIVERY_LEAD')),
  'had its introduction late': (deal) => clock(deal, 'SEND_INTRO').status === 'MET_LATE',
  'had its first contact late': (deal) => clock(deal, 'FIRST_CONTACT').status === 'MET_LATE',
  'had a clock waived in time': ({ state }) =>
    state.handoff.slas.some(({ status, breachedAt }) => status === 'WAIVED' && breachedAt === null),
  'had money released by a waiver': ({ state }) =>
    state.commission.payments.some(({ releasedAt }) =>
      state.handoff.slas.some(({ waivedAt }) => waivedAt !== null && waivedAt === releasedAt),
    ),
  'was amended up after money was released': ({ state }) =>
    state.commission.lines.some(({ kind, amount }) => kind === 'TRUE_UP' && amount > 0n),
  'was amended down after money was released': ({ state }) =>
    state.commission.lines.some(({ kind, amount }) => kind === 'TRUE_UP' && amount < 0n),
  'is shared by two from its beginning': (deal) => payeesOf(deal, 'SOW_SIGNED').length === 2,
  'is shared by two only later': (deal) =>
    payeesOf(deal, 'SOW_SIGNED').length === 1 && payeesOf(deal, 'WEEK_2_WORKSHOP').length === 2,
  'had a workshop recorded wrongly': (deal) =>
    facts(deal, 'EVENT_RETRACTED').length === 1 && facts(deal, 'WORKSHOP_DELIVERED').length > 1,
  'was cancelled, and what was released stays': ({ state }) =>
    state.history.cancellation !== undefined && state.commission.payments.some(({ status }) => status === 'RELEASED'),
  'was cancelled, and all was taken back': statusOf('CLAWED_BACK'),
  'was cancelled, and forfeits what was not earned': statusOf('FORFEITED'),
  'was lost before it was signed': ({ state }) =>
    state.history.cancellation !== undefined && state.handoff.unmetConditions.includes('SOW_SIGNED'),
  'was put on hold by its client': (deal) => facts(deal, 'CLIENT_HOLD_ENDED').length > 0,
  'had an email to the AE forwarded': (deal) => facts(deal, 'AE_FORWARDED').length > 0,
  'had an email that the AE kept': isFaulty('AE_STILL_CONTACT'),
  'met a risk that was declared': (deal) => facts(deal, 'RISK_MATERIALISED').some(({ declared }) => declared),
  'met a risk that was not declared': isFaulty('RISKS_NOT_SURFACED'),
  'met a commitment that was not declared': isFaulty('COMMITMENT_NOT_WRITTEN_DOWN'),
  'was Closed Won with fields missing': (deal) =>
    facts(deal, 'CLOSED_WON').some(({ missingFields }) => missingFields.length > 0),
  'had its deposit invoiced in two parts': (deal) => facts(deal, 'DEPOSIT_INVOICED').length === 2,
  'is not signed yet': ({ state }) =>
    state.handoff.unmetConditions.length === 3 && state.history.cancellation === undefined,
  'is on its way today': ({ state }) =>
    state.handoff.triggeredAt !== null && state.commission.payments.some(({ status }) => status === 'NOT_EARNED'),
  'is overdue today': ({ state }) => state.handoff.slas.some(({ status }) => status === 'BREACHED'),
};

describe('among the deals of the demonstration there are some of which each', () => {
  test.each(Object.entries(KINDS))('%s', (_, shows) => {
    expect(judged.filter(shows).length).toBeGreaterThanOrEqual(3);
  });

  test('has clocks that run today', () => {
    expect(
      judged.flatMap(({ state }) => state.handoff.slas).filter(({ status }) => status === 'RUNNING').length,
    ).toBeGreaterThan(0);
  });
});
