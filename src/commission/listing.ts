import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
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
  @IsOptional()
  releasedFrom?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Released before this instant.' })
  @IsOptional()
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
  const { filter } = args;
  const after = CURSOR.read(args.after);
  const mine = onlyPayeeFor(viewer);
  const values = [
    args.first + 1,
    mine,
    filter?.payee ?? null,
    filter?.status ?? null,
    filter?.tranche ?? null,
    isoOrNull(filter?.releasedFrom),
    isoOrNull(filter?.releasedBefore),
    ...(after ?? []),
  ];
  const rows = await db.query<PaymentRow>(after ? LIST_AFTER : LIST, values, after ? 'payments_after' : 'payments');
  const cursorOf = ({ row }: CommissionPayment) => CURSOR.write([row.updatedAt, row.dealId, row.tranche, row.payeeKey]);
  return pageOf(
    rows.map((row) => new CommissionPayment(row)),
    args,
    cursorOf,
  );
}

function isoOrNull(instant: number | null | undefined): string | null {
  return instant === null || instant === undefined ? null : isoOf(instant);
}

const SELECTED = `
  select ${PAYMENT} from commission_payment p
  where not p.withdrawn and ($2::text is null or p.payee = $2) and ($3::text is null or p.payee = $3)
    and ($4::text[] is null or p.status = any($4)) and ($5::text[] is null or p.tranche = any($5))
    and ($6::timestamptz is null or p.released_at >= $6) and ($7::timestamptz is null or p.released_at < $7)`;
const ORDERED = `order by p.updated_at, p.deal_id, p.tranche, p.payee limit $1`;
const LIST = `${SELECTED} ${ORDERED}`;
const LIST_AFTER = `${SELECTED}
  and (p.updated_at, p.deal_id, p.tranche, p.payee) > ($8::timestamptz, $9::uuid, $10, $11) ${ORDERED}`;
