import { csvLine, inert } from '../csv';
import type { PayrollHeader, Request } from '../graphql';
import { peopleByKey } from '../people';
import { formatMinor, minorDigits } from '../rules';
import type { PayrollColumnName } from './inputs';
import { payeesOfRuns } from './loading';
import type { PayRun, PayRunPayee } from './run';

/** What is paid to one payee, as the payroll file has it. */
interface Paid {
  run: PayRun;
  payee: PayRunPayee;
  name: string;
}

/** A column of the payroll file: amounts are decimal numbers, all else is text as it is. */
export interface PayrollColumnOf {
  name: string;
  kind: 'text' | 'amount';
  of: (paid: Paid) => string;
}

const COLUMNS: Readonly<Record<PayrollColumnName, PayrollColumnOf>> = {
  PAYEE: { name: 'payee', kind: 'text', of: ({ payee }) => payee.row.payeeKey },
  EMPLOYEE_NUMBER: { name: 'employee number', kind: 'text', of: ({ payee }) => payee.row.employeeNumber ?? '' },
  NAME: { name: 'name', kind: 'text', of: ({ name }) => name },
  AMOUNT: { name: 'amount', kind: 'amount', of: ({ payee: { row } }) => decimal(row.payableMinor, row.currency) },
  CURRENCY: { name: 'currency', kind: 'text', of: ({ payee }) => payee.row.currency },
  REFERENCE: { name: 'reference', kind: 'text', of: ({ run }) => run.reference ?? '' },
  PERIOD: { name: 'period', kind: 'text', of: ({ run }) => run.period },
};

const HEADER_LENGTH_MAX = 60;

/** The names of all columns, in the order of a file that nobody has said anything about. */
export const PAYROLL_COLUMNS = Object.keys(COLUMNS) as PayrollColumnName[];

/**
 * Reads which columns the company's payroll wants: `EMPLOYEE_NUMBER=Emp no,AMOUNT=Net pay,REFERENCE`. Undefined for an
 * empty text. Throws a RangeError that says what is wrong.
 */
export function readPayrollColumns(text: string): PayrollHeader[] | undefined {
  if (text.trim() === '') return undefined;
  const read = text.split(',').map((part) => {
    const [column = '', ...header] = part.split('=');
    return { column: column.trim(), header: header.join('=').trim() };
  });
  for (const { column, header } of read) {
    if (!Object.hasOwn(COLUMNS, column)) throw new RangeError(`"${column}" is none of ${PAYROLL_COLUMNS.join(', ')}`);
    if (header.length > HEADER_LENGTH_MAX) throw new RangeError(`the header of ${column} is too long`);
  }
  if (new Set(read.map(({ column }) => column)).size < read.length) throw new RangeError('a column comes twice');
  return read;
}

/** The columns of the file: those asked for, else those that the company wants, with its headers. */
export function payrollColumns(
  asked: readonly PayrollColumnName[] | null,
  wanted: readonly PayrollHeader[] | undefined,
): PayrollColumnOf[] {
  const headers = new Map(wanted?.map(({ column, header }) => [column, header]));
  const names = asked ?? (wanted?.map(({ column }) => column) as PayrollColumnName[] | undefined) ?? PAYROLL_COLUMNS;
  return names.map((name) => ({ ...COLUMNS[name], name: headers.get(name) || COLUMNS[name].name }));
}

/** Everybody whom a run pays more than nothing, by payee, then currency; two SQL statements. */
export async function paidBy({ loading }: Request, run: PayRun): Promise<Paid[]> {
  const payees = await loading.by(payeesOfRuns).load(run.runId);
  const paid = payees.filter(({ row }) => BigInt(row.payableMinor) > 0n);
  const people = await Promise.all(paid.map(({ row }) => loading.by(peopleByKey).load(row.payeeKey)));
  return paid.map((payee, index) => ({ run, payee, name: people[index]!.name }));
}

/** The payroll file as CSV (RFC 4180): a header, and a line for everybody who is paid more than nothing. */
export function payrollFile(paid: readonly Paid[], columns: readonly PayrollColumnOf[]): string {
  const rows = paid.map((one) => columns.map(({ kind, of }) => (kind === 'text' ? inert(of(one)) : of(one))));
  return [columns.map(({ name }) => name), ...rows].map(csvLine).join('');
}

function decimal(minor: string, currency: string): string {
  return formatMinor(BigInt(minor), minorDigits(currency));
}
