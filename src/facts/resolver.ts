import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { DealEvent } from './event';

@Resolver(() => DealEvent)
export class DealEventResolver {
  @FieldResolver(() => Person, { description: 'Who recorded it.' })
  recordedBy(@Root() { recordedByKey }: DealEvent, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(recordedByKey);
  }
}
