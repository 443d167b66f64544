import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { outcome, type Request } from '../graphql';
import { ProclaimHolidayInput } from './inputs';
import { allCalendars } from './loading';
import { ProclaimHolidayPayload, WorkCalendar } from './objects';
import { proclaimHoliday } from './proclaiming';

@Resolver()
export class CalendarResolver {
  @Query(() => [WorkCalendar], { description: 'The calendars by which clocks run, with all their versions.' })
  calendars(@Ctx() { db }: Request): Promise<WorkCalendar[]> {
    return allCalendars(db);
  }

  @Mutation(() => ProclaimHolidayPayload, {
    description:
      'Makes a working day of a calendar a holiday, from now on: clocks that are still running get their later ' +
      'deadline, and what was judged stays as it was judged.',
  })
  proclaimHoliday(
    @Arg('input', { description: 'Which day, where.' }) input: ProclaimHolidayInput,
    @Ctx() request: Request,
  ): Promise<ProclaimHolidayPayload> {
    return outcome(() => proclaimHoliday(request, input));
  }
}
