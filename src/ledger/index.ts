export { AccountBalanceResolver } from './balances';
export { projectHeldBack } from './heldBack';
export { lineOf, liveLinesInSql, type StoredLine } from './liveLines';
export { projectLedger } from './projection';
export { ReconciliationResolver, reconcile } from './reconciliation';
