export { runsById } from './loading';
export { PAYROLL_COLUMNS, paidBy, payrollColumns, readPayrollColumns } from './payroll';
export { PayRunEventResolver, PayRunPayeeResolver, PayRunResolver } from './resolver';
export { PayRun } from './run';
export { readRunId } from './steps';
