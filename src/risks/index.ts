export { changeRisk, createRisk } from './changes';
export { risksById } from './loading';
export { DealRisksResolver, RiskResolver } from './resolver';
