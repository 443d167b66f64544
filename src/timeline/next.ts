import type { Deal } from '../deals';
import { judgedDeal } from '../facts';
import { globalId, type Request } from '../graphql';
import {
  type Calendar,
  clientHolds,
  type DealState,
  dayOfDate,
  type Instant,
  type Role,
  type SlaClock,
  type TimelineStep,
  timeline,
  wholeMinutes,
  workingTime,
} from '../rules';
import { termsBook } from '../terms';
import { Deadline } from './objects';
import { type Pending, pendingOfDeals } from './pending';
import { OF_A_REVIEW, OF_SLA, OF_STEP } from './words';

/** A deadline before anyone asks how much time is left. */
type Due = Pick<Deadline, 'kind' | 'what' | 'dueAt' | 'owner' | 'personKey'> &
  Partial<Pick<Deadline, 'sla' | 'step' | 'about'>>;

/** The deadlines of a deal that are open now, those due first coming first. */
export async function nextDeadlines(deal: Deal, first: number, request: Request): Promise<Deadline[]> {
  const { loading, now, db } = request;
  const [{ deal: header, state }, pending, book] = await Promise.all([
    judgedDeal(request, deal.dealId, {}),
    loading.by(pendingOfDeals).load(deal.dealId),
    termsBook(db),
  ]);
  if (state.history.cancellation) return [];
  const { calendar } = book.termsOf(header);
  const due = [...dueClocks(deal, state), ...dueSteps(deal, state, calendar), ...pending.map(dated(deal, calendar))];
  due.sort((a, b) => a.dueAt - b.dueAt);
  const holds = clientHolds(state.history);
  return due.slice(0, first).map((one) => {
    const working = workingTime(now, one.dueAt, holds, calendar);
    return Object.assign(new Deadline(), {
      ...{ sla: null, step: null, about: null },
      ...one,
      isOverdue: one.dueAt < now,
      minutesLeft: wholeMinutes(one.dueAt - now),
      workingMinutesLeft: working === null ? null : wholeMinutes(working),
    });
  });
}

function dueClocks(deal: Deal, { handoff }: DealState): Due[] {
  const open = handoff.slas.filter(({ status }) => status === 'RUNNING' || status === 'BREACHED');
  return open.flatMap(({ sla, dueAt, accountable }: SlaClock) =>
    dueAt === null
      ? []
      : [{ kind: 'SLA', what: OF_SLA[sla], sla, dueAt, owner: accountable, personKey: personOf(accountable, deal) }],
  );
}

/** The call has its clock already, and is no deadline before it has one. */
function dueSteps(deal: Deal, { history, handoff }: DealState, calendar: Calendar): Due[] {
  const steps = timeline(history, handoff, calendar.zone).flatMap((week) => week.steps);
  const open = steps.filter(
    ({ code, status }) => code !== 'HANDOFF_CALL' && (status === 'PLANNED' || status === 'LATE'),
  );
  return open.flatMap(({ code, plannedFor }: TimelineStep) => {
    if (plannedFor === null) return [];
    const owner: Role = 'ACCOUNT_MANAGER';
    const dueAt = endOf(plannedFor, calendar);
    return [{ kind: 'STEP', what: OF_STEP[code], step: code, dueAt, owner, personKey: personOf(owner, deal) }];
  });
}

function dated(deal: Deal, calendar: Calendar): (pending: Pending) => Due {
  return ({ kind, id, words, dueOn, owner, role }) => ({
    kind,
    what: kind === 'COMMITMENT' ? words : OF_A_REVIEW(words),
    about: globalId(kind === 'COMMITMENT' ? 'Commitment' : 'Risk', deal.dealId, id),
    dueAt: endOf(dueOn, calendar),
    owner: role ?? 'ACCOUNT_MANAGER',
    personKey: owner ?? deal.accountManagerKey,
  });
}

function endOf(date: string, { zone }: Calendar): Instant {
  return zone.endOf(dayOfDate(date));
}

function personOf(role: Role, deal: Deal): string | null {
  if (role === 'ACCOUNT_EXECUTIVE') return deal.accountExecutiveKey;
  return role === 'DELIVERY_LEAD' ? deal.deliveryLeadKey : deal.accountManagerKey;
}
