export { commissionReport } from './commissionReport';
export { commissionForecast } from './forecast';
export { handoffHealth } from './handoffHealth';
export { HEALTH_DIMENSIONS } from './health';
export { DIMENSIONS } from './inputs';
export { commissionLiability } from './liability';
export type { CommissionReportRow } from './report';
export {
  CommissionForecastResolver,
  CommissionLiabilityResolver,
  CommissionStatementResolver,
  HandoffHealthResolver,
  ReportingResolver,
  StatementLineResolver,
} from './resolver';
export { statementTable, type WordedLine } from './statementRows';
