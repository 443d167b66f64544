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
  return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function decimal(minor: string, currency: string): string {
  return formatMinor(BigInt(minor), minorDigits(currency));
}

/** A text that a spreadsheet would take for a formula is made one that it does not. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
