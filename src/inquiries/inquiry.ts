import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, enumeration, globalId, Node } from '../graphql';

/** How far an inquiry has come. */
export const INQUIRY_STATUSES = ['OPEN', 'ANSWERED', 'CORRECTED', 'DECLINED'] as const;
export type InquiryStatusName = (typeof INQUIRY_STATUSES)[number];

export const InquiryStatus = enumeration<InquiryStatusName>('InquiryStatus', 'How far an inquiry has come.', {
  OPEN: 'Asked, and not answered yet.',
  ANSWERED: 'Finance has explained it.',
  CORRECTED: 'Finance has corrected it by a fact.',
  DECLINED: 'Finance has said why it stays as it is.',
});

/** What was done with an inquiry. */
export type InquiryStepName = 'ASKED' | 'ANSWERED' | 'CORRECTED' | 'DECLINED' | 'ASKED_AGAIN';

export const InquiryStepKind = enumeration<InquiryStepName>('InquiryStepKind', 'What was done with an inquiry.', {
  ASKED: 'The payee has asked.',
  ANSWERED: 'Finance has explained it.',
  CORRECTED: 'Finance has corrected it by a fact.',
  DECLINED: 'Finance has said why it stays as it is.',
  ASKED_AGAIN: 'The payee is not content with that, and says why.',
});

/** An inquiry as SQL gives it. */
export interface InquiryRow {
  dealId: string;
  inquiryId: string;
  tranche: string;
  payeeKey: string;
  status: InquiryStatusName;
  version: number;
  askedAt: string;
  updatedAt: string;
}

@ObjectType({ implements: Node, description: 'What a payee asks about one of their payments.' })
export class Inquiry implements Node {
  readonly __typename = 'Inquiry';

  constructor(readonly row: InquiryRow) {
    this.status = row.status;
    this.version = row.version;
    this.askedAt = row.askedAt;
    this.updatedAt = row.updatedAt;
  }

  @Field(() => ID, { simple: true, description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('Inquiry', this.row.dealId, this.row.inquiryId);
  }

  @Field(() => InquiryStatus, { simple: true, description: 'How far it has come.' })
  status: InquiryStatusName;

  @Field(() => Int, { simple: true, description: 'Which step it is at: to be given with the next one.' })
  version: number;

  @Field(() => DateTime, { simple: true, description: 'When it was asked first.' })
  askedAt: string;

  @Field(() => DateTime, { simple: true, description: 'When something was last said.' })
  updatedAt: string;
}

export const InquiryConnection = connectionOf('Inquiry', () => Inquiry);

@ObjectType({ description: 'Something that was said about an inquiry.', simpleResolvers: true })
export class InquiryStep {
  @Field(() => InquiryStepKind, { description: 'What was done.' })
  kind!: InquiryStepName;

  @Field(() => String, { description: 'What was said.' })
  words!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => ID, { nullable: true, description: 'The fact that corrects it, for `node`; null for other steps.' })
  event!: string | null;

  byKey!: string;
}
