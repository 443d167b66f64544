export { RiskConnection } from './inputs';
export { RISK, riskOf, riskPages, risksById } from './loading';
export { projectReports } from './projection';
export { DealRisksResolver, RiskResolver } from './resolver';
export { Risk, RiskStatus } from './risk';
