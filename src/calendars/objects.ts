import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate, DateTime, Problem } from '../graphql';

@ObjectType({ description: 'A day on which nobody works, beside weekends.', simpleResolvers: true })
export class Holiday {
  @Field(() => CalendarDate, { description: 'The day.' })
  date!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;
}

@ObjectType({
  description:
    'A version of a calendar. It is never changed: a holiday that is proclaimed makes a later one, which counts for ' +
    'clocks that were still running then.',
  simpleResolvers: true,
})
export class CalendarVersion {
  @Field(() => Int, { description: 'Its number, from 1 on: for `handoff(calendarVersion:)`.' })
  version!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was recorded, from when it counts; null for the first.',
  })
  recordedAt!: string | null;

  @Field(() => [Holiday], { description: 'All its holidays, by their dates.' })
  holidays!: Holiday[];

  @Field(() => String, { nullable: true, description: 'The key of who recorded it; null for the first.' })
  recordedByKey!: string | null;
}

@ObjectType({ description: 'The days on which people work somewhere (rules.md §3).', simpleResolvers: true })
export class WorkCalendar {
  @Field(() => String, { description: 'Its code, such as `england-and-wales`.' })
  code!: string;

  @Field(() => String, { description: 'The zone of its days, such as `Europe/London`.' })
  zone!: string;

  @Field(() => CalendarDate, { description: 'The first day of which it says something.' })
  coversFrom!: string;

  @Field(() => CalendarDate, { description: 'The last one. Working days beyond it cannot be counted.' })
  coversTo!: string;

  @Field(() => [CalendarVersion], { description: 'Its versions, oldest first; the last one counts now.' })
  versions!: CalendarVersion[];
}

@ObjectType({ description: 'The calendar with the holiday that was proclaimed.', simpleResolvers: true })
export class ProclaimHolidayPayload {
  @Field(() => WorkCalendar, { nullable: true, description: 'The calendar as it is now; null where nothing was done.' })
  calendar?: WorkCalendar | null;

  @Field(() => Int, { nullable: true, description: 'How many deals had a clock that was looked at anew.' })
  deals?: number | null;

  @Field(() => [Problem], { description: 'Why nothing was done; empty when all went well.' })
  errors!: Problem[];
}
