export { changeRisk, createRisk } from './changes';
export { RISK, riskOf, risksById } from './loading';
export { DealRisksResolver, RiskResolver } from './resolver';
export { Risk } from './risk';
