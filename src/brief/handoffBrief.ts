import { Field, ObjectType } from 'type-graphql';
import { Deal } from '../deals';
import { Role } from '../graphql';
import type { Role as RoleName } from '../rules';

/** The deal is all that it is made of: every other field is read from what belongs to the deal, if it is asked for. */
@ObjectType({
  description:
    "All that the account manager needs, in the order of the handoff call's agenda: read it before the call, and ask " +
    'the client nothing twice.',
})
export class HandoffBrief {
  @Field(() => Deal, { simple: true, description: 'The deal, and who takes part in it.' })
  deal!: Deal;

  @Field(() => Role, {
    simple: true,
    description: '0:55 to 1:00, the AE off the account: whom the client speaks to, the AE until the call is held.',
  })
  get pointOfContact(): RoleName {
    return this.deal.pointOfContact;
  }
}
