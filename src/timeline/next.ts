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
import { termsFor } from '../terms';
import { Deadline } from './objects';
import { type Pending, pendingOfDeals } from './pending';
import { OF_A_REVIEW, OF_SLA, OF_STEP } from './words';

/** A deadline before anyone asks how much time is left. */
type Due = Pick<Deadline, 'kind' | 'what' | 'dueAt' | 'owner' | 'personKey'> &
  Partial<Pick<Deadline, 'sla' | 'step' | 'about'>>;

/** Whose move it is where nobody else is named. */
type Keeper = Pick<Deadline, 'owner' | 'personKey'>;

/** The deadlines of a deal that are open now, those due first coming first. */
export async function nextDeadlines(deal: Deal, first: number, request: Request): Promise<Deadline[]> {
  const { loading, now, db } = request;
  const [{ deal: header, state }, pending] = await Promise.all([
    judgedDeal(request, deal.dealId, {}),
    loading.by(pendingOfDeals).load(deal.dealId),
  ]);
  const book = await termsFor(db, [header]);
  if (state.history.cancellation) return [];
  const calendar = book.termsOf(header).calendar.at(now);
  const keeper = keeperOf(deal, state);
  const due = [
    ...dueClocks(deal, state),
    ...dueSteps(state, keeper, calendar),
    ...pending.map(dated(deal, keeper, calendar)),
  ];
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

/** The account manager; before there is one, whoever owns the deal until then (rules.md §2). */
function keeperOf(deal: Deal, { handoff }: DealState): Keeper {
  const owner = deal.accountManagerKey === null ? handoff.owner : 'ACCOUNT_MANAGER';
  return { owner, personKey: personOf(owner, deal) };
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
function dueSteps({ history, handoff }: DealState, keeper: Keeper, calendar: Calendar): Due[] {
  const steps = timeline(history, handoff, calendar.zone).flatMap((week) => week.steps);
  const open = steps.filter(
    ({ code, status }) => code !== 'HANDOFF_CALL' && (status === 'PLANNED' || status === 'LATE'),
  );
  return open.flatMap(({ code, plannedFor }: TimelineStep) => {
    if (plannedFor === null) return [];
    return [{ kind: 'STEP', what: OF_STEP[code], step: code, dueAt: endOf(plannedFor, calendar), ...keeper }];
  });
}

function dated({ dealId }: Deal, keeper: Keeper, calendar: Calendar): (pending: Pending) => Due {
  return ({ kind, id, words, dueOn, owner, role }) => ({
    kind,
    what: kind === 'COMMITMENT' ? words : OF_A_REVIEW(words),
    about: globalId(kind === 'COMMITMENT' ? 'Commitment' : 'Risk', dealId, id),
    dueAt: endOf(dueOn, calendar),
    ...(owner !== null && role !== null ? { owner: role, personKey: owner } : keeper),
  });
}

function endOf(date: string, { zone }: Calendar): Instant {
  return zone.endOf(dayOfDate(date));
}

function personOf(role: Role, deal: Deal): string | null {
  if (role === 'ACCOUNT_EXECUTIVE') return deal.accountExecutiveKey;
  return role === 'DELIVERY_LEAD' ? deal.deliveryLeadKey : deal.accountManagerKey;
}
