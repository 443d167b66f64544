import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { ClientBasics as Basics, Site as Place } from '../../rules';

@ObjectType({ description: "A place where the client's people work that are in scope.", simpleResolvers: true })
@InputType('SiteInput', { description: 'A site, given whole: what is left out is empty.' })
export class Site implements Place {
  @Field(() => String, { nullable: true, description: 'What the site is called.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Its address.' })
  address!: string | null;
}

@ObjectType({ description: 'Section A: who the client is.', simpleResolvers: true })
@InputType('ClientBasicsInput', {
  description: 'Section A. An item that is left out stays as it is; null empties it; a list replaces the one before.',
})
export class ClientBasics implements Basics {
  @Field(() => String, { nullable: true, description: "The client's legal name." })
  legalName!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that they trade under.' })
  tradingName!: string | null;

  @Field(() => [Site], { nullable: true, description: 'The sites in scope, with their addresses.' })
  sites!: Site[] | null;

  @Field(() => String, { nullable: true, description: 'Their sector, such as `Manufacturing`.' })
  sector!: string | null;

  @Field(() => String, { nullable: true, description: 'Their sub-sector, such as `Paper and board`.' })
  subSector!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people the whole organisation has.' })
  headcount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of them are in scope: no more than there are.' })
  headcountInScope!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their number at Companies House: 8 digits, or 2 letters and 6 digits, such as `SC123456`.',
  })
  companyNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why they are not at Companies House, such as a council; they have no number and no filings then.',
  })
  notRegisteredBecause!: string | null;

  @Field(() => String, { nullable: true, description: 'Their recent filings, summed up.' })
  filings!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Public press and news worth knowing: a restructure, the cycle of their ESG report.',
  })
  press!: string | null;
}
