import { csvLine, inert } from '../csv';
import { formatMinor, minorDigits } from '../rules';
import type { PayrollColumnName } from './inputs';
import type { PayRun, PayRunPayee } from './run';

/** What is paid to one payee, as the payroll file has it. */
export interface Paid {
  run: PayRun;
  payee: PayRunPayee;
  name: string;
}

const COLUMNS: Readonly<Record<PayrollColumnName, { header: string; of: (paid: Paid) => string }>> = {
  PAYEE: { header: 'payee', of: ({ payee }) => inert(payee.row.payeeKey) },
  EMPLOYEE_NUMBER: { header: 'employee number', of: ({ payee }) => inert(payee.row.employeeNumber ?? '') },
  NAME: { header: 'name', of: ({ name }) => inert(name) },
  AMOUNT: { header: 'amount', of: ({ payee: { row } }) => decimal(row.payableMinor, row.currency) },
  CURRENCY: { header: 'currency', of: ({ payee }) => payee.row.currency },
  REFERENCE: { header: 'reference', of: ({ run }) => inert(run.reference ?? '') },
  PERIOD: { header: 'period', of: ({ run }) => run.period },
};

/** The payroll file as CSV (RFC 4180): a header, and a line for everybody who is paid more than nothing. */
export function payrollFile(all: readonly Paid[], columns: readonly PayrollColumnName[]): string {
  const header = columns.map((column) => COLUMNS[column].header);
  const paid = all.filter(({ payee }) => BigInt(payee.row.payableMinor) > 0n);
  const rows = paid.map((one) => columns.map((column) => COLUMNS[column].of(one)));
  return [header, ...rows].map(csvLine).join('');
}

function decimal(minor: string, currency: string): string {
  return formatMinor(BigInt(minor), minorDigits(currency));
}
