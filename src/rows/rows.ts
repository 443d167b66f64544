import { ID, ObjectType } from 'type-graphql';
import { CommitmentStatus } from '../commitments';
import { DealStage, PaymentStatus, RiskLikelihood, Role, SlaCode, SlaStatus, TrancheCode } from '../graphql';
import { RiskStatus } from '../risks';
import { Cell } from './cell';

const UPDATED =
  'When it last changed, by the clock of the database. A row that changes comes again, later in the order.';
const DELETED = 'Whether it was withdrawn: it counts for nothing any more.';
const DEAL = 'The key of its deal, for joins.';
const CURRENCY = 'The currency of its amounts, by ISO 4217.';

@ObjectType({ description: "One tranche of a deal's commission for one payee.", simpleResolvers: true })
export class CommissionRow {
  @Cell('text', 'The same for good: deal, tranche and payee.', { type: () => ID })
  id!: string;

  @Cell('instant', UPDATED)
  updatedAt!: string;

  @Cell('boolean', DELETED)
  deleted!: boolean;

  @Cell('text', DEAL)
  dealKey!: string;

  @Cell('text', "The client's name.")
  clientName!: string;

  @Cell('text', 'The tranche.', { type: () => TrancheCode })
  tranche!: string;

  @Cell('text', 'The key of who is paid.')
  payee!: string;

  @Cell('text', 'Where it stands.', { type: () => PaymentStatus })
  status!: string;

  @Cell('amount', 'The nominal amount, before any cut.')
  amount!: string;

  @Cell('amount', 'What its lines add up to so far: the figure of the commission reports.')
  released!: string;

  @Cell('text', CURRENCY)
  currency!: string;

  @Cell('instant', 'When its milestone was reached.', { nullable: true })
  earnedAt!: string | null;

  @Cell('instant', 'When it was released.', { nullable: true })
  releasedAt!: string | null;

  @Cell('text', 'The fact that is missing, when one is.', { nullable: true })
  waitingFor!: string | null;
}

@ObjectType({ description: 'A deal.', simpleResolvers: true })
export class DealRow {
  @Cell('text', 'The same for good.', { type: () => ID })
  id!: string;

  @Cell('instant', UPDATED)
  updatedAt!: string;

  @Cell('boolean', 'Deals are never withdrawn: one that was cancelled has its stage.')
  deleted!: boolean;

  @Cell('text', 'Its key, for joins, such as `D-2026-0042`.')
  dealKey!: string;

  @Cell('text', "The client's name.")
  clientName!: string;

  @Cell('text', 'How far it has come.', { type: () => DealStage })
  stage!: string;

  @Cell('text', 'The key of the account executive.')
  accountExecutive!: string;

  @Cell('text', 'The key of the delivery lead.', { nullable: true })
  deliveryLead!: string | null;

  @Cell('text', 'The key of the account manager.', { nullable: true })
  accountManager!: string | null;

  @Cell('text', 'Whose it is now.', { type: () => Role })
  owner!: string;

  @Cell('text', 'Who is the contact of the client now.', { type: () => Role })
  pointOfContact!: string;

  @Cell('text', 'The calendar that its clocks run by.')
  calendar!: string;

  @Cell('text', 'The commission plan that it is paid by.')
  plan!: string;

  @Cell('text', 'The version of that plan.')
  planVersion!: string;

  @Cell('amount', 'The fee in force.', { nullable: true })
  fee!: string | null;

  @Cell('amount', 'The commission that its fee gives, before any cut.')
  entitlement!: string;

  @Cell('text', CURRENCY)
  currency!: string;

  @Cell('instant', 'When it was opened.')
  openedAt!: string;

  @Cell('instant', 'When the handoff was triggered.', { nullable: true })
  triggeredAt!: string | null;

  @Cell('date', 'The local date on which Week 1 starts.', { nullable: true })
  weekOne!: string | null;

  @Cell('instant', 'When it was cancelled.', { nullable: true })
  cancelledAt!: string | null;

  @Cell('instant', 'The earliest deadline that is still open, overdue ones included.', { nullable: true })
  nextDueAt!: string | null;
}

@ObjectType({ description: 'A clock of a handoff.', simpleResolvers: true })
export class SlaRow {
  @Cell('text', 'The same for good: deal and clock.', { type: () => ID })
  id!: string;

  @Cell('instant', `${UPDATED} A clock that runs out changes at its deadline.`)
  updatedAt!: string;

  @Cell('boolean', 'Clocks are never withdrawn: one that does not count any more is not started, or stopped.')
  deleted!: boolean;

  @Cell('text', DEAL)
  dealKey!: string;

  @Cell('text', 'Which clock.', { type: () => SlaCode })
  sla!: string;

  @Cell('text', 'Where it stands.', { type: () => SlaStatus })
  status!: string;

  @Cell('instant', 'When it started.', { nullable: true })
  startedAt!: string | null;

  @Cell('instant', 'Its deadline.', { nullable: true })
  dueAt!: string | null;

  @Cell('instant', 'When it was met.', { nullable: true })
  metAt!: string | null;

  @Cell('instant', 'When it was waived.', { nullable: true })
  waivedAt!: string | null;

  @Cell('instant', 'When it was breached.', { nullable: true })
  breachedAt!: string | null;

  @Cell('instant', 'From when its breach counts against the AE, if nothing ended it before; it may lie ahead.', {
    nullable: true,
  })
  countsAgainstAeFrom!: string | null;
}

@ObjectType({ description: 'Something that may go wrong with a deal.', simpleResolvers: true })
export class RiskRow {
  @Cell('text', 'The same for good.', { type: () => ID })
  id!: string;

  @Cell('instant', UPDATED)
  updatedAt!: string;

  @Cell('boolean', 'Risks are never withdrawn: one that has gone is closed.')
  deleted!: boolean;

  @Cell('text', DEAL)
  dealKey!: string;

  @Cell('text', 'What may go wrong.')
  description!: string;

  @Cell('text', 'How likely it is.', { type: () => RiskLikelihood })
  likelihood!: string;

  @Cell('text', 'What the AE suggests against it.', { nullable: true })
  mitigation!: string | null;

  @Cell('text', 'What was agreed against it in the call.', { nullable: true })
  agreedMitigation!: string | null;

  @Cell('text', 'The key of who looks after it.', { nullable: true })
  owner!: string | null;

  @Cell('text', 'What has become of it.', { type: () => RiskStatus })
  status!: string;

  @Cell('date', 'When it is to be looked at next.', { nullable: true })
  reviewOn!: string | null;

  @Cell('date', 'When it was last looked at.', { nullable: true })
  reviewedOn!: string | null;

  @Cell('instant', 'When it was written down.')
  createdAt!: string;
}

@ObjectType({ description: 'Something that was promised to a client.', simpleResolvers: true })
export class CommitmentRow {
  @Cell('text', 'The same for good.', { type: () => ID })
  id!: string;

  @Cell('instant', UPDATED)
  updatedAt!: string;

  @Cell('boolean', 'Commitments are never withdrawn: one that nobody asks for is released.')
  deleted!: boolean;

  @Cell('text', DEAL)
  dealKey!: string;

  @Cell('text', 'The exact words in which it was promised.')
  words!: string;

  @Cell('text', 'Whom it was promised, at the client.')
  promisedTo!: string;

  @Cell('text', 'The key of who promised it.')
  promisedBy!: string;

  @Cell('text', 'The key of who keeps it.', { nullable: true })
  owner!: string | null;

  @Cell('date', 'The day by which it is due; a week gives its last day.', { nullable: true })
  dueDate!: string | null;

  @Cell('integer', 'The delivery week in which it is due, where it is due in one.', { nullable: true })
  dueWeek!: number | null;

  @Cell('text', 'What has become of it.', { type: () => CommitmentStatus })
  status!: string;

  @Cell('text', 'What shows that it was made, kept or broken.', { nullable: true })
  evidence!: string | null;

  @Cell('instant', 'When it was written down.')
  createdAt!: string;
}
