import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Conditions } from '../database';
import {
  connectionOf,
  cursor,
  DateTime,
  isInstant,
  isText,
  isUuid,
  type Page,
  PageArgs,
  PaymentStatus,
  pageOf,
  type Request,
  TrancheCode,
} from '../graphql';
import { isoOf, type PaymentStatus as StatusName, type TrancheCode as TrancheName } from '../rules';
import { PAYMENT } from './loading';
import { CommissionPayment, type PaymentRow } from './payment';
import { onlyPayeeFor } from './shown';

export const CommissionPaymentConnection = connectionOf('CommissionPayment', () => CommissionPayment);

@InputType({ description: 'Which payments; all conditions must hold, those left out do not restrict.' })
export class CommissionPaymentFilter {
  @Field(() => [PaymentStatus], { nullable: true, description: 'In one of these statuses.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: StatusName[] | null;

  @Field(() => [TrancheCode], { nullable: true, description: 'Of one of these tranches.' })
  @IsOptional()
  @ArrayMaxSize(20)
  tranche?: TrancheName[] | null;

  @Field(() => ID, { nullable: true, description: "To this payee, by the person's key." })
  @IsOptional()
  @MaxLength(100)
  payee?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Released at this instant or later.' })
  releasedFrom?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Released before this instant.' })
  releasedBefore?: number | null;
}

@ArgsType()
export class CommissionPaymentArgs extends PageArgs {
  @Field(() => CommissionPaymentFilter, {
    nullable: true,
    description: 'Which payments; all that you may see when left out.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: CommissionPaymentFilter | null;
}

const CURSOR = cursor<[string, string, string, string]>('commissionPayments', isInstant, isUuid, isText, isText);

/** A page of payments, those that changed longest ago first; an AE sees their own. */
export async function listPayments(
  { db, viewer }: Request,
  args: CommissionPaymentArgs,
): Promise<Page<CommissionPayment>> {
  const after = CURSOR.read(args.after);
  const conditions = new Conditions(args.first + 1);
  conditions.add('not p.withdrawn');
  const mine = onlyPayeeFor(viewer);
  if (mine !== null) conditions.add(`p.payee = ${conditions.bind(mine)}`);
  if (args.filter) restrict(conditions, args.filter);
  if (after) {
    const [updatedAt, dealId, ...rest] = after.map((value) => conditions.bind(value));
    const place = [`${updatedAt}::timestamptz`, `${dealId}::uuid`, ...rest].join(', ');
    conditions.add(`(p.updated_at, p.deal_id, p.tranche, p.payee) > (${place})`);
  }
  const name = args.filter ? undefined : `payments${mine === null ? '' : '_of'}${after ? '_after' : ''}`;
  const rows = await db.query<PaymentRow>(statement(conditions), conditions.values, name);
  const cursorOf = ({ row }: CommissionPayment) => CURSOR.write([row.updatedAt, row.dealId, row.tranche, row.payeeKey]);
  return pageOf(
    rows.map((row) => new CommissionPayment(row)),
    args,
    cursorOf,
  );
}

function restrict(conditions: Conditions, filter: CommissionPaymentFilter): void {
  const { status, tranche, payee, releasedFrom, releasedBefore } = filter;
  if (status) conditions.addOneOf('p.status', status);
  if (tranche) conditions.addOneOf('p.tranche', tranche);
  if (typeof payee === 'string') conditions.add(`p.payee = ${conditions.bind(payee)}`);
  if (typeof releasedFrom === 'number') conditions.add(`p.released_at >= ${conditions.bind(isoOf(releasedFrom))}`);
  if (typeof releasedBefore === 'number') conditions.add(`p.released_at < ${conditions.bind(isoOf(releasedBefore))}`);
}

function statement({ where }: Conditions): string {
  return `select ${PAYMENT} from commission_payment p ${where}
    order by p.updated_at, p.deal_id, p.tranche, p.payee limit $1`;
}
