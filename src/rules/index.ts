export { checkFact } from './checks';
export type {
  CommissionPayment,
  CommissionState,
} from './commission/commission';
export { derivation } from './commission/derivation';
export { type LiveLine, lineDifference } from './commission/differences';
export { type CommissionLine, LINE_KINDS, type LineKind } from './commission/lines';
export { nextMove } from './commission/move';
export {
  type BreachEffect,
  type CancelEffect,
  type CommissionPlan,
  checkPlan,
  STANDARD_PLAN,
  TRANCHE_CODES,
  type TrancheCode,
} from './commission/plan';
export { lineInWords, reversalInWords } from './commission/statement';
export { PAYMENT_STATUSES, type PaymentStatus } from './commission/statuses';
export { MINOR_DIGITS } from './currencies';
export { type DealState, dealState, type Terms } from './deal';
export {
  byCodeUnit,
  canonically,
  type DealEvent,
  type Fact,
  type FactOf,
  type FactType,
  type PayeeShare,
  ROLES,
  type Role,
  SLA_CODES,
  type SlaCode,
} from './facts';
export { countingCall, ROLES_OF_THE_CALL } from './handoff/call';
export { type ClockFacts, judge, SLA_STATUSES, type SlaClock, type SlaStatus } from './handoff/clocks';
export { FAULT_CODES, type HandoffFault, type HandoffFaultCode } from './handoff/faults';
export type { HandoffState } from './handoff/handoff';
export { type PackageGround, packageMistakes } from './handoff/package/checks';
export type {
  ClientBasics,
  CommitmentMade,
  PackageContent,
  PackageSections,
  RiskFlagged,
  RiskLikelihood,
  Site,
  WorkshopModality,
} from './handoff/package/content';
export { type PackageDifference, packageDifferences } from './handoff/package/differences';
export { EMPTY_PACKAGE } from './handoff/package/empty';
export {
  type AnyItem,
  CONTACT_COLUMNS,
  type ContactItem,
  type Leaf,
  type ListedSection,
  type PackageSection,
  type RowList,
  type TextList,
  type WrittenSection,
} from './handoff/package/items';
export { isExcused, type MissingItem, missingItems } from './handoff/package/missing';
export type { Mistake } from './handoff/package/mistake';
export { LISTED_SECTIONS, WRITTEN_SECTIONS } from './handoff/package/sections';
export { valueInWords } from './handoff/package/valueInWords';
export { convertSection } from './handoff/package/values';
export { written, writtenMistakes } from './handoff/package/written';
export { type SlaPolicy, STANDARD_POLICY } from './handoff/policy';
export { DEAL_STAGES, type DealStage, dealStage } from './handoff/stage';
export { managerAt } from './handoff/takeover';
export {
  type StepStatus,
  TIMELINE_STEPS,
  type TimelineStep,
  type TimelineStepCode,
  timeline,
} from './handoff/timeline';
export type { TriggerCondition } from './handoff/trigger';
export { type AsOf, checkEvent, checkHistory, type History } from './history';
export { formatMinor, type Minor, minorDigits, parseMinor } from './money';
export { RuleError } from './problem';
export { Calendar, type CalendarFacts, type LaterCalendar } from './time/calendar';
export { clientHolds } from './time/holds';
export { type Instant, isoOf, isoOrNull } from './time/instant';
export { wholeMinutes, workingTime } from './time/workingTime';
export { type Day, dayOfDate, type LocalDate, Zone } from './time/zone';
export { moneyInWords } from './words';
