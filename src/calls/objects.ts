import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Role } from '../graphql';
import type { Role as RoleName } from '../rules';

@ObjectType({ description: "A part of the handoff call's agenda.", simpleResolvers: true })
export class AgendaItem {
  @Field(() => Int, { description: 'When it begins, in minutes from the start of the call.' })
  fromMinute!: number;

  @Field(() => Int, { description: 'When it ends, in minutes from the start of the call.' })
  toMinute!: number;

  @Field(() => String, { description: 'What is done.' })
  what!: string;
}

/** The handoff call of a deal: as arranged last, and as first held with all three. */
@ObjectType({ description: 'The handoff call: when it is to be, its agenda, and when it was held.' })
export class HandoffCall {
  @Field(() => DateTime, { nullable: true, simple: true, description: 'When it is to begin; null while not arranged.' })
  startsAt!: number | null;

  @Field(() => Int, { simple: true, description: 'How long it is to last, in minutes.' })
  minutes!: number;

  @Field(() => String, { nullable: true, simple: true, description: 'Where: a room or a link.' })
  place!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    simple: true,
    description: 'The last moment at which it is in time (`HOLD_CALL`); null without a deadline.',
  })
  dueAt!: number | null;

  @Field(() => [AgendaItem], { simple: true, description: 'What is done in it, and when.' })
  agenda!: AgendaItem[];

  @Field(() => DateTime, {
    nullable: true,
    simple: true,
    description: 'When it was first held with AE, delivery lead and account manager; null while it was not.',
  })
  heldAt!: number | null;

  @Field(() => [Role], { simple: true, description: 'Who attended then, or the latest call that does not count.' })
  attendees!: RoleName[];

  @Field(() => ID, { nullable: true, simple: true, description: 'The event of the call that was held.' })
  event!: string | null;

  /** The deal, and how it was arranged, for the invitation. */
  dealId!: string;
}
