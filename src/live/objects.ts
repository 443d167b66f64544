import { ObjectType } from 'type-graphql';
import type { SlaCode } from '../rules';

/** A clock whose deadline has passed. */
@ObjectType({ description: 'A clock of a deal whose deadline has just passed with nothing done.' })
export class ClockDue {
  dealId!: string;
  sla!: SlaCode;
}
