// The decorators of type-graphql and TypeORM need it before the first of them runs.
import 'reflect-metadata';

export { demandFilled, expectVersion } from './change';
export { type ChildList, type ChildPage, childPages } from './childPages';
export { BreachEffect, CancelEffect, LineKind, PaymentStatus, TrancheCode } from './commissionEnums';
export { connectionOf, mapPage, type Page, PageArgs, PageInfo, pageOf } from './connection';
export { cursor, isDigits, isInstant, isText, isUuid } from './cursor';
export { type DueDays, DueFilter, type DueName, dueDays, isDate, londonDate, stillDue } from './due';
export { enumeration } from './enumeration';
export { type ChildId, globalId, readChildId, readGlobalId } from './globalId';
export {
  DealStage,
  HandoffFaultCode,
  RiskLikelihood,
  SlaCode,
  SlaStatus,
  SowParty,
  TriggerCondition,
} from './handoffEnums';
export { Money, moneyOf } from './money';
export { Node, typeNameOf } from './node';
export { OneOf } from './oneOf';
export {
  type Drive,
  DriveFailure,
  MailRefusal,
  MailUnanswered,
  type OutgoingMail,
  type Post,
  type Posted,
} from './outlets';
export { graphQLErrorOf, outcome, Problem, ProblemCode, Refusal, refusalOf } from './problem';
export {
  type Batch,
  Loading,
  type PayrollHeader,
  type Request,
  type Viewer,
  type ViewerKey,
  type Watchable,
  type Watching,
} from './request';
export { Role } from './role';
export { CalendarDate, DateTime, Decimal, Month } from './scalars';
