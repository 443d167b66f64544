import { Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CalendarDate } from '../graphql';

const CODE_LENGTH_MAX = 100;
const TITLE_LENGTH_MAX = 200;

@InputType({ description: 'A day that becomes a holiday, such as that of a coronation.' })
export class ProclaimHolidayInput {
  @Field(() => String, { description: 'The calendar, such as `england-and-wales`.' })
  @MaxLength(CODE_LENGTH_MAX)
  calendar!: string;

  @Field(() => CalendarDate, { description: 'The day: a working day to come, or today.' })
  date!: string;

  @Field(() => String, { description: 'What it is called, at most 200 characters.' })
  @Length(1, TITLE_LENGTH_MAX)
  title!: string;
}
