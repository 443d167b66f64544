import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'The handoff document: a package in Markdown, by the headings and tables of our template.',
  simpleResolvers: true,
})
export class HandoffDocument {
  @Field(() => Int, { nullable: true, description: 'The revision that it is of; null for the draft.' })
  revision!: number | null;

  @Field(() => String, { description: 'Its text. Of a revision it is the same for good.' })
  markdown!: string;

  @Field(() => String, { description: 'The same for reading and printing: safe HTML without scripts, as a fragment.' })
  html!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it lies on the shared drive; null for the draft, while it could not be written, and once a later ' +
      'revision of the same day has taken its place.',
  })
  path!: string | null;
}
