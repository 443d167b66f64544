import { Ctx, Query, Resolver } from 'type-graphql';
import type { Request } from '../graphql';
import { peopleByKey } from './loading';
import { Person } from './person';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { description: 'Who you are: the person that your token speaks for.' })
  viewer(@Ctx() { viewer, loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(viewer.personKey);
  }
}
