import { Field, InputType, ObjectType } from 'type-graphql';
import { ClientBasics } from './client';
import { Commercials } from './commercials';
import { CommercialsInput } from './commercialsInput';
import { People } from './contacts';
import { WhatWeAreDelivering } from './delivering';
import { WhatTheyAreSolving } from './solving';

@ObjectType({
  description: 'Sections A to E of a handoff package. What is null has not been written yet.',
  simpleResolvers: true,
})
export class PackageSections {
  @Field(() => ClientBasics, { description: 'Section A: who the client is.' })
  clientBasics!: ClientBasics;

  @Field(() => People, { description: 'Section B: whom to talk to.' })
  people!: People;

  @Field(() => WhatTheyAreSolving, { description: 'Section C: what they are solving.' })
  whatTheyAreSolving!: WhatTheyAreSolving;

  @Field(() => WhatWeAreDelivering, { description: 'Section D: what we are delivering, and what not.' })
  whatWeAreDelivering!: WhatWeAreDelivering;

  @Field(() => Commercials, { description: 'Section E: what it costs.' })
  commercials!: Commercials;
}

@InputType({
  description:
    'Sections A to E. A section that is left out stays as it is; null empties it. Within a section an item that is ' +
    'left out stays as it is and null empties it; a list, a row of one and a contact are replaced whole. A text has ' +
    'at most 4,000 characters, a list at most 100 rows, a section at most 40,000 characters. White space around a ' +
    'text and at the ends of its lines is cut off, a tab is a space, a blank text is null; other control characters ' +
    'than line breaks are refused.',
})
export class PackageSectionsInput {
  @Field(() => ClientBasics, { nullable: true, description: 'Section A: who the client is.' })
  clientBasics?: Partial<ClientBasics> | null;

  @Field(() => People, { nullable: true, description: 'Section B: whom to talk to.' })
  people?: Partial<People> | null;

  @Field(() => WhatTheyAreSolving, { nullable: true, description: 'Section C: what they are solving.' })
  whatTheyAreSolving?: Partial<WhatTheyAreSolving> | null;

  @Field(() => WhatWeAreDelivering, { nullable: true, description: 'Section D: what we are delivering.' })
  whatWeAreDelivering?: Partial<WhatWeAreDelivering> | null;

  @Field(() => CommercialsInput, { nullable: true, description: 'Section E: what it costs.' })
  commercials?: CommercialsInput | null;
}
