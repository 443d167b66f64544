export {
  CommissionStatementResolver,
  HandoffHealthResolver,
  ReportingResolver,
  StatementLineResolver,
} from './resolver';
