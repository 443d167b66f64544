import { Field, InputType, ObjectType } from 'type-graphql';
import type { PackageSections } from '../../rules';

type Everybody = PackageSections['people'];
type Somebody<Role extends keyof Everybody> = NonNullable<Everybody[Role]>;

const GIVEN_WHOLE = 'given whole: what is left out is empty.';

/** What is known of everybody at the client. */
@ObjectType('Contact', { simpleResolvers: true })
@InputType('ContactInput')
abstract class Contact {
  @Field(() => String, { nullable: true, description: 'Their name.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Their email address.' })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their phone number, kept as it was given; without a country code it is of the United Kingdom.',
  })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'What else is worth knowing about them.' })
  notes!: string | null;
}

@ObjectType({ description: 'Who pays for it and answers to the board.', simpleResolvers: true })
@InputType('ExecSponsorInput', { description: `The exec sponsor, ${GIVEN_WHOLE}` })
export class ExecSponsor extends Contact implements Somebody<'execSponsor'> {
  @Field(() => String, { nullable: true, description: 'How strong the relationship with them is.' })
  relationshipStrength!: string | null;

  @Field(() => String, { nullable: true, description: 'How to address them.' })
  howToAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'The channel by which they prefer to be reached.' })
  preferredChannel!: string | null;
}

@ObjectType({ description: 'The HR sponsor: the primary contact.', simpleResolvers: true })
@InputType('HrSponsorInput', { description: `The HR sponsor, ${GIVEN_WHOLE}` })
export class HrSponsor extends Contact implements Somebody<'hrSponsor'> {
  @Field(() => String, { nullable: true, description: 'How they like to work with us.' })
  engagementStyle!: string | null;

  @Field(() => String, { nullable: true, description: 'What they care about most.' })
  caresMostAbout!: string | null;
}

@ObjectType({ description: 'Who buys.', simpleResolvers: true })
@InputType('ProcurementContactInput', { description: `The procurement contact, ${GIVEN_WHOLE}` })
export class ProcurementContact extends Contact implements Somebody<'procurement'> {
  @Field(() => String, { nullable: true, description: 'How purchase orders and framework agreements stand.' })
  purchaseOrders!: string | null;
}

@ObjectType({ description: 'Who pays invoices.', simpleResolvers: true })
@InputType('FinanceContactInput', { description: `The finance contact, ${GIVEN_WHOLE}` })
export class FinanceContact extends Contact implements Somebody<'finance'> {
  @Field(() => String, { nullable: true, description: 'What their invoices must look like.' })
  invoiceFormat!: string | null;
}

@ObjectType({ description: 'Who owns the IT or comms platform that the nudges go through.', simpleResolvers: true })
@InputType('PlatformOwnerInput', { description: `The owner of the platform, ${GIVEN_WHOLE}` })
export class PlatformOwner extends Contact implements Somebody<'platformOwner'> {
  @Field(() => String, { nullable: true, description: 'What setting up the nudge channel takes.' })
  nudgeChannelSetup!: string | null;
}

@ObjectType({ description: 'Who wants it to succeed, where that is not a sponsor.', simpleResolvers: true })
@InputType('ChampionInput', { description: `The champion, ${GIVEN_WHOLE}` })
export class Champion extends Contact implements Somebody<'champion'> {
  @Field(() => String, { nullable: true, description: 'What is in it for them.' })
  whatIsInItForThem!: string | null;
}

@ObjectType({
  description: 'Section B: whom to talk to at the client. Everybody is asked for but the champion.',
  simpleResolvers: true,
})
@InputType('PeopleInput', {
  description: 'Section B. Somebody who is left out stays as they are; null takes them away.',
})
export class People implements Everybody {
  @Field(() => ExecSponsor, { nullable: true, description: 'The exec sponsor.' })
  execSponsor!: ExecSponsor | null;

  @Field(() => HrSponsor, { nullable: true, description: 'The HR sponsor: the primary contact.' })
  hrSponsor!: HrSponsor | null;

  @Field(() => ProcurementContact, { nullable: true, description: 'The procurement contact.' })
  procurement!: ProcurementContact | null;

  @Field(() => FinanceContact, { nullable: true, description: 'The contact in finance or accounts payable.' })
  finance!: FinanceContact | null;

  @Field(() => PlatformOwner, { nullable: true, description: 'The owner of the IT or comms platform.' })
  platformOwner!: PlatformOwner | null;

  @Field(() => Champion, { nullable: true, description: 'The champion, if that is not a sponsor.' })
  champion!: Champion | null;
}
