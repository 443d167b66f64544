import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf, enumeration, Month, Problem } from '../graphql';
import { Person } from '../people';
import { PayRun } from './run';

const ID_LENGTH_MAX = 200;
const REFERENCE_LENGTH_MAX = 200;

export const PayRunConnection = connectionOf('PayRun', () => PayRun);

/** A column of the payroll file. */
export type PayrollColumnName = 'PAYEE' | 'EMPLOYEE_NUMBER' | 'NAME' | 'AMOUNT' | 'CURRENCY' | 'REFERENCE' | 'PERIOD';

export const PayrollColumn = enumeration<PayrollColumnName>('PayrollColumn', 'A column of the payroll file.', {
  PAYEE: "The payee's key.",
  EMPLOYEE_NUMBER: 'The number by which payroll knows them; empty while nobody has said it.',
  NAME: "The payee's name.",
  AMOUNT: 'What is paid, a decimal number.',
  CURRENCY: 'Its currency, by ISO 4217.',
  REFERENCE: 'The reference of the payment, empty until it is paid.',
  PERIOD: 'The month that is paid.',
});

@InputType({ description: 'A pay run that is to be created.' })
export class CreatePayRunInput {
  @Field(() => Month, { description: 'The month whose lines it pays; one that has ended.' })
  period!: string;
}

@InputType({ description: 'A pay run that is to go on.' })
export class PayRunInput {
  @Field(() => ID, { description: 'The `id` of the pay run.' })
  @MaxLength(ID_LENGTH_MAX)
  payRun!: string;
}

@InputType({ description: 'A pay run that was paid.' })
export class MarkPayRunPaidInput {
  @Field(() => ID, { description: 'The `id` of the pay run.' })
  @MaxLength(ID_LENGTH_MAX)
  payRun!: string;

  @Field(() => String, { description: 'The reference of the payment, such as the bank gave it.' })
  @Length(1, REFERENCE_LENGTH_MAX)
  reference!: string;
}

@InputType({ description: 'The number by which payroll knows somebody.' })
export class SetEmployeeNumberInput {
  @Field(() => ID, { description: 'The person, by their key, such as `ae-3`.' })
  @MaxLength(ID_LENGTH_MAX)
  person!: string;

  @Field(() => String, { description: 'The number: at most 20 letters, digits, `-` and `/`; no one else has it.' })
  @MaxLength(ID_LENGTH_MAX)
  number!: string;
}

@ObjectType({ description: 'The number by which payroll knows somebody.', simpleResolvers: true })
export class EmployeeNumberPayload {
  @Field(() => Person, { nullable: true, description: 'The person; null when nothing was done.' })
  person?: Person | null;

  @Field(() => String, { nullable: true, description: 'Their number now; null when nothing was done.' })
  employeeNumber?: string | null;

  @Field(() => [Problem], { description: 'Why nothing was done; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The pay run that something was done to.', simpleResolvers: true })
export class PayRunPayload {
  @Field(() => PayRun, { nullable: true, description: 'The pay run as it is now; null where there is none.' })
  payRun?: PayRun | null;

  @Field(() => [Problem], { description: 'Why nothing was done; empty when all went well.' })
  errors!: Problem[];
}
