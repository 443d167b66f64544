import fc from 'fast-check';
import type { DealEvent } from '../../src/rules';
import { type Deal, deals, stateOf } from './deals';
import { type Counted, counted, ofType } from './reference/history';
import { callAt } from './reference/trigger';
import { RUNS } from './runs';

describe('what kills handoffs', () => {
  test('each fault is told once, with the facts that prove it in canonical order', () => {
    const agrees = (deal: Deal) => {
      const history = counted(deal.events, deal.asOf);
      const { faults, slas } = stateOf(deal).handoff;
      const expected = proofs(history).filter(({ evidence }) => evidence.length > 0);
      expect(faults.filter(({ code }) => code !== 'CALL_LATE')).toEqual(expected);
      const isLate = slas.some(({ sla, breachedAt }) => sla === 'HOLD_CALL' && breachedAt !== null);
      expect(faults.flatMap(({ code, evidence }) => (code === 'CALL_LATE' ? [evidence] : []))).toEqual(
        isLate ? [callIds(history)] : [],
      );
    };
    fc.assert(fc.property(deals.map(withEmailsAtCalls), agrees), RUNS);
  });
});

/** The client writes at the very instant of each call, and a millisecond later. */
function withEmailsAtCalls(deal: Deal): Deal {
  const calls = deal.events.filter(({ fact }) => fact.type === 'CALL_HELD');
  const emails = calls.flatMap((call) =>
    [0, 1].map((after): DealEvent => {
      const at = call.occurredAt + after;
      return { id: `${call.id} +${after}`, occurredAt: at, recordedAt: at, fact: { type: 'CLIENT_EMAILED_AE' } };
    }),
  );
  return { ...deal, events: [...deal.events, ...emails] };
}

function proofs(history: Counted) {
  const call = callAt(history);
  const isUnprepared = !ofType(history, 'PACKAGE_SUBMITTED').some(({ occurredAt }) => occurredAt <= (call ?? 0));
  const forwarded = ofType(history, 'AE_FORWARDED').map(({ fact }) => fact.forwards);
  const emails = ofType(history, 'CLIENT_EMAILED_AE').filter(
    ({ id, occurredAt }) => call !== null && occurredAt > call && !forwarded.includes(id),
  );
  const risks = ofType(history, 'RISK_MATERIALISED').filter(({ fact }) => !fact.declared);
  const commitments = ofType(history, 'COMMITMENT_DISCOVERED').filter(({ fact }) => !fact.declared);
  return [
    { code: 'PACKAGE_MISSING_AT_CALL', evidence: isUnprepared ? callIds(history) : [] },
    { code: 'AE_STILL_CONTACT', evidence: emails.map(({ id }) => id) },
    { code: 'RISKS_NOT_SURFACED', evidence: risks.map(({ id }) => id) },
    { code: 'COMMITMENT_NOT_WRITTEN_DOWN', evidence: commitments.map(({ id }) => id) },
  ];
}

function callIds(history: Counted): string[] {
  const everyone = ['ACCOUNT_EXECUTIVE', 'ACCOUNT_MANAGER', 'DELIVERY_LEAD'] as const;
  const calls = ofType(history, 'CALL_HELD').filter(({ fact }) =>
    everyone.every((role) => fact.attendees.includes(role)),
  );
  return calls.slice(0, 1).map(({ id }) => id);
}
