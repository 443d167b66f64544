export { COST_MAX, Costs } from './cost';
export { DocumentLimits, LIMITS } from './document';
export { checkLiterals, checkTexts } from './text';
