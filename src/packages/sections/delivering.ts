import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDate, enumeration } from '../../graphql';
import type { WorkshopModality as Modality, PackageSections } from '../../rules';

type Delivering = PackageSections['whatWeAreDelivering'];
type RowOf<List extends 'cohorts' | 'bespokeElements'> = NonNullable<Delivering[List]>[number];

export const WorkshopModality = enumeration<Modality>('WorkshopModality', 'How workshops are attended.', {
  IN_PERSON: 'Everybody is in one room.',
  VIRTUAL: 'Everybody joins from where they are.',
  HYBRID: 'Some are in the room, others join.',
});

@ObjectType({ description: 'A group of people that goes through the programme together.', simpleResolvers: true })
@InputType('CohortInput', { description: 'A cohort, given whole: what is left out is empty.' })
export class Cohort implements RowOf<'cohorts'> {
  @Field(() => Int, { nullable: true, description: 'Its number, from 1; each once.' })
  number!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people are in it.' })
  size!: number | null;

  @Field(() => String, { nullable: true, description: 'Who is in it.' })
  composition!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The agreed start: a working day of the deal's calendar, in Week 1 or later.",
  })
  startsOn!: string | null;
}

@ObjectType({ description: 'Something made for this client alone.', simpleResolvers: true })
@InputType('BespokeElementInput', { description: 'A bespoke element, given whole: what is left out is empty.' })
export class BespokeElement implements RowOf<'bespokeElements'> {
  @Field(() => String, { nullable: true, description: 'What it is.' })
  element!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference by which it was signed off.' })
  signOff!: string | null;
}

@ObjectType({
  description: 'Section D: what we are delivering. An empty list says that there is nothing; null that nobody asked.',
  simpleResolvers: true,
})
@InputType('WhatWeAreDeliveringInput', {
  description: 'Section D. An item that is left out stays as it is; null empties it; a list replaces the one before.',
})
export class WhatWeAreDelivering implements Delivering {
  @Field(() => [String], { nullable: true, description: 'The modules of the curriculum that they chose.' })
  modules!: string[] | null;

  @Field(() => [Cohort], { nullable: true, description: 'The cohorts.' })
  cohorts!: Cohort[] | null;

  @Field(() => WorkshopModality, { nullable: true, description: 'How workshops are attended.' })
  workshopModality!: Modality | null;

  @Field(() => String, { nullable: true, description: 'The channel that nudges go through, such as Teams or email.' })
  nudgeChannel!: string | null;

  @Field(() => [BespokeElement], { nullable: true, description: 'What is made for them alone.' })
  bespokeElements!: BespokeElement[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What is explicitly out of scope that they may push to add later.',
  })
  outOfScope!: string[] | null;
}
