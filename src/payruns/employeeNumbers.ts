import { Refusal, type Request } from '../graphql';
import { findPerson } from '../people';
import { isoOf } from '../rules';
import type { EmployeeNumberPayload, SetEmployeeNumberInput } from './inputs';

/** What payroll takes for a number: letters, digits, `-` and `/`. */
const NUMBER = /^[A-Za-z0-9][A-Za-z0-9/-]{0,19}$/;

/**
 * Says by which number payroll knows somebody. Throws BAD_USER_INPUT at `person` for nobody and at `number` for what is
 * none, CONFLICT where it is somebody else's.
 */
export async function setEmployeeNumber(
  { db, viewer, now }: Request,
  { person: key, number }: SetEmployeeNumberInput,
): Promise<Omit<EmployeeNumberPayload, 'errors'>> {
  if (!NUMBER.test(number))
    throw new Refusal('BAD_USER_INPUT', 'at most 20 letters, digits, "-" and "/" are accepted', 'number');
  const person = await findPerson(db, key);
  if (!person) throw new Refusal('BAD_USER_INPUT', `There is no person "${key}"`, 'person');
  return db.transaction(async (tx) => {
    const [other] = await tx.query<{ person: string }>(TAKEN, [number, key], 'employee_number_taken');
    if (other) throw new Refusal('CONFLICT', `${number} is the number of ${other.person}`, 'number');
    await tx.query(SET, [key, number, isoOf(now), viewer.personKey], 'set_employee_number');
    return { person, employeeNumber: number };
  });
}

const TAKEN = 'select person from employee_number where number = $1 and person <> $2';

const SET = `
  insert into employee_number (person, number, changed_at, changed_by) values ($1, $2, $3, $4)
  on conflict (person) do update set number = $2, changed_at = $3, changed_by = $4`;
