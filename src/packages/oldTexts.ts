import { Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';

const GONE = '2027-03-01: use `sections`, where every item has its own field.';

/** Sections as free text, as they were before `sections`. They complete nothing, and nobody has to write them. */
@ObjectType('OldTexts', { simpleResolvers: true })
export abstract class OldTexts {
  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section A as free text.' })
  @Column('text', { name: 'client_basics', nullable: true })
  clientBasics!: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section B as free text.' })
  @Column('text', { nullable: true })
  people!: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section C as free text.' })
  @Column('text', { name: 'what_they_are_solving', nullable: true })
  whatTheyAreSolving!: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section D as free text.' })
  @Column('text', { name: 'what_we_are_delivering', nullable: true })
  whatWeAreDelivering!: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section E as free text.' })
  @Column('text', { nullable: true })
  commercials!: string | null;

  @Field(() => String, {
    nullable: true,
    deprecationReason: '2027-03-01: use `Deal.risks`.',
    description: 'Section F as free text.',
  })
  @Column('text', { name: 'risks_flagged', nullable: true })
  risksFlagged!: string | null;

  @Field(() => String, {
    nullable: true,
    deprecationReason: '2027-03-01: use `Deal.commitments`.',
    description: 'Section G as free text.',
  })
  @Column('text', { name: 'commitments_made', nullable: true })
  commitmentsMade!: string | null;
}

/** The columns of the old texts, by their names in the API. */
export const OLD_TEXTS = {
  clientBasics: 'client_basics',
  people: 'people',
  whatTheyAreSolving: 'what_they_are_solving',
  whatWeAreDelivering: 'what_we_are_delivering',
  commercials: 'commercials',
  risksFlagged: 'risks_flagged',
  commitmentsMade: 'commitments_made',
} as const satisfies Record<keyof OldTexts, string>;
