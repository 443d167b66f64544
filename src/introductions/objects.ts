import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql';

@ObjectType({
  description: 'The email that introduces the account manager to the client, from our template: edit it, then send it.',
  simpleResolvers: true,
})
export class IntroEmail {
  @Field(() => String, { nullable: true, description: "The HR sponsor's address, from the handoff package." })
  to!: string | null;

  @Field(() => String, { description: "The AE's address." })
  from!: string;

  @Field(() => String, { nullable: true, description: "The account manager's address, who is in copy." })
  cc!: string | null;

  @Field(() => String, { description: 'The subject.' })
  subject!: string;

  @Field(() => String, { description: 'The text.' })
  body!: string;

  @Field(() => [String], { description: 'What it lacks to be sent, in words; empty when nothing is missing.' })
  missing!: string[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the client was introduced to who looks after them now; null while not.',
  })
  sentAt!: number | null;
}

/** An email of the client that reached the AE, as it was logged. */
@ObjectType({ description: 'An email of the client that reached the AE.', simpleResolvers: true })
export class ClientEmail {
  @Field(() => ID, { description: 'The event that says so (`CLIENT_EMAILED_AE`); what `forwardClientEmail` names.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was received.' })
  receivedAt!: string;

  @Field(() => String, { description: "The sender's address." })
  sender!: string;

  @Field(() => String, { description: 'The subject.' })
  subject!: string;

  @Field(() => String, { description: 'The text.' })
  body!: string;

  @Field(() => Boolean, { description: 'Whether the AE has forwarded it to the account manager.' })
  isForwarded!: boolean;

  dealId!: string;
  eventId!: string;
}
