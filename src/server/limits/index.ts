export { BoundedMap } from './bounded';
export { COST_MAX, Costs } from './cost';
export { DocumentLimits, LIMITS, VALIDATION } from './document';
export { asksForSchema } from './introspection';
export { checkLiterals } from './text';
export { weighVariables } from './variables';
