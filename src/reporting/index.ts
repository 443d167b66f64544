export {
  CommissionForecastResolver,
  CommissionLiabilityResolver,
  CommissionStatementResolver,
  HandoffHealthResolver,
  ReportingResolver,
  StatementLineResolver,
} from './resolver';
