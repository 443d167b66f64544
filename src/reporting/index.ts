export { ReportingResolver } from './resolver';
