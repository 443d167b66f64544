export { HandoffHealthResolver, ReportingResolver } from './resolver';
