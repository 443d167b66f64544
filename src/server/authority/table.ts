import { ROLES } from '../../rules';
import type { Authority, Rule } from './enforce';

/** Everyone who is signed in; what they then see of it, the concept decides. */
export const everyone = ROLES;

/** Whoever may see amounts of commission: account executives see their own. */
export const readersOfMoney = ['ACCOUNT_EXECUTIVE', 'FINANCE', 'ANALYST', 'ADMIN'] as const;

/** Whoever may see that the books are right, of everybody. */
export const readersOfBooks = ['FINANCE', 'ANALYST', 'ADMIN'] as const;

/** Whoever pays; who approves what, `payruns` says. */
const payers = ['FINANCE', 'ADMIN'] as const;

/** Whoever asks about their own payments. */
const askers = ['ACCOUNT_EXECUTIVE', 'FINANCE', 'ADMIN'] as const;

/** Whoever gives machines their keys. */
export const keepersOfKeys = ['ADMIN'] as const;

/** Whoever opens deals: account executives their own. */
const openersOfDeals = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'FINANCE', 'ADMIN'] as const;

/** Whoever states facts; which ones, `facts/permission.ts` says. */
const recorders = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ADMIN'] as const;

/** Whoever writes down risks and commitments: account executives those of their own deals. */
const writersOfRisks = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever delivers, and so sees what comes up. */
const deliverers = ['DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever sees to it that there is an account manager. */
const assigners = ['DELIVERY_LEAD', 'ADMIN'] as const;

/** Whoever takes part in the handoff call. */
const arrangers = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever writes to the client in the AE's name: the AE, or who stands in for them. */
const sendersOfMail = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ADMIN'] as const;

/** Whoever may have a submitted package written to the drive again. */
const publishers = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever writes handoff packages: account executives those of their own deals. */
const writersOfPackages = ['ACCOUNT_EXECUTIVE', 'ADMIN'] as const;

const withParent: Rule = 'whoever sees the parent';

/**
 * The one place that says who may see which field. A type or field that is not here is denied to all: the server does
 * not start with it. Which rows of a list somebody sees is decided where the list is read.
 */
export const authority: Authority = {
  Query: {
    apiKeys: keepersOfKeys,
    commissionForecast: readersOfMoney,
    commissionLiability: readersOfMoney,
    commissionPayments: readersOfMoney,
    commissionReport: readersOfMoney,
    commissionStatement: readersOfMoney,
    commitments: everyone,
    deal: everyone,
    deals: everyone,
    handoffBrief: everyone,
    handoffHealth: everyone,
    inquiries: readersOfMoney,
    node: everyone,
    payRuns: readersOfBooks,
    reconciliation: readersOfBooks,
    risks: everyone,
    simulate: everyone,
    trustedDocuments: everyone,
    viewer: everyone,
    whatIf: readersOfMoney,
  },
  Mutation: {
    approvePayRun: payers,
    askInquiry: askers,
    assignAccountManager: assigners,
    changeCommitment: writersOfRisks,
    changeRisk: writersOfRisks,
    createApiKey: keepersOfKeys,
    createCommitment: writersOfRisks,
    createPayRun: payers,
    createRisk: writersOfRisks,
    discardPayRun: payers,
    forwardClientEmail: sendersOfMail,
    holdHandoffCall: deliverers,
    importHandoffDocument: writersOfPackages,
    logClientEmail: sendersOfMail,
    markPayRunPaid: payers,
    nameDeliveryLead: assigners,
    openDeal: openersOfDeals,
    recordEvents: recorders,
    reportCommitmentDiscovered: deliverers,
    reportRiskMaterialised: deliverers,
    reopenInquiry: askers,
    resolveInquiry: payers,
    revokeApiKey: keepersOfKeys,
    rotateApiKey: keepersOfKeys,
    scheduleHandoffCall: arrangers,
    setEmployeeNumber: payers,
    sendIntroEmail: sendersOfMail,
    saveHandoffPackage: writersOfPackages,
    submitHandoffPackage: writersOfPackages,
    writeHandoffDocument: publishers,
  },
  Deal: {
    accountExecutive: withParent,
    accountManager: withParent,
    calendar: withParent,
    cancelledAt: withParent,
    clientEmails: withParent,
    clientName: withParent,
    commission: readersOfMoney,
    commissionPayments: readersOfMoney,
    commitments: withParent,
    currency: withParent,
    deliveryLead: withParent,
    events: withParent,
    fee: withParent,
    handoff: withParent,
    handoffCall: withParent,
    handoffPackage: withParent,
    id: withParent,
    introEmail: withParent,
    key: withParent,
    lastRecordedAt: withParent,
    next: withParent,
    nextDueAt: withParent,
    openedAt: withParent,
    plan: withParent,
    risks: withParent,
    stage: withParent,
    timeline: withParent,
    triggeredAt: withParent,
    updatedAt: withParent,
    weekOne: withParent,
  },
  DealConnection: withParent,
  DealEdge: withParent,
  DealEvent: withParent,
  DealEventConnection: withParent,
  DealEventEdge: withParent,
  Fact: withParent,
  FeeAgreed: withParent,
  SplitAgreed: withParent,
  PayeeShare: withParent,
  SowSigned: withParent,
  DepositInvoiced: withParent,
  ClosedWon: withParent,
  AmAssigned: withParent,
  PackageSubmitted: withParent,
  CallScheduled: withParent,
  CallHeld: withParent,
  NoDetail: withParent,
  AeForwarded: withParent,
  KickoffConfirmed: withParent,
  WorkshopDelivered: withParent,
  WeekDetail: withParent,
  ReasonDetail: withParent,
  SlaWaived: withParent,
  Discovery: withParent,
  EventRetracted: withParent,
  HandoffBrief: withParent,
  HandoffCall: withParent,
  AgendaItem: withParent,
  IntroEmail: withParent,
  ClientEmail: withParent,
  ClientEmailConnection: withParent,
  ClientEmailEdge: withParent,
  TimelineWeek: withParent,
  TimelineStep: withParent,
  Deadline: withParent,
  HandoffState: withParent,
  SlaClock: withParent,
  HandoffFault: withParent,
  CommissionState: withParent,
  CommissionPaymentState: withParent,
  CommissionLine: withParent,
  DerivationStep: withParent,
  CommissionPayment: withParent,
  CommissionPaymentConnection: withParent,
  CommissionPaymentEdge: withParent,
  PayRun: withParent,
  PayRunConnection: withParent,
  PayRunEdge: withParent,
  PayRunPayee: withParent,
  PayRunEvent: withParent,
  PayRunPayload: withParent,
  Inquiry: withParent,
  InquiryConnection: withParent,
  InquiryEdge: withParent,
  InquiryStep: withParent,
  InquiryPayload: withParent,
  EmployeeNumberPayload: withParent,
  ReconciliationCheck: withParent,
  ApiKey: withParent,
  ApiKeyConnection: withParent,
  ApiKeyEdge: withParent,
  ApiKeyPayload: withParent,
  ApiKeySecretPayload: withParent,
  TrustedDocument: withParent,
  CommissionStatement: withParent,
  StatementLine: withParent,
  StatementLineConnection: withParent,
  StatementLineEdge: withParent,
  StatementTotal: withParent,
  CommissionReport: withParent,
  CommissionReportRow: withParent,
  HeldPart: withParent,
  CommissionLiability: withParent,
  CommissionLiabilityRow: withParent,
  CommissionForecast: withParent,
  ForecastRow: withParent,
  ForecastPart: withParent,
  HandoffHealth: withParent,
  HandoffHealthRow: withParent,
  SlaHealth: withParent,
  StepHealth: withParent,
  FaultCount: withParent,
  Simulation: withParent,
  Risk: withParent,
  RiskConnection: withParent,
  RiskEdge: withParent,
  Commitment: withParent,
  CommitmentConnection: withParent,
  CommitmentEdge: withParent,
  HandoffPackage: withParent,
  HandoffDocument: withParent,
  DocumentFinding: withParent,
  ImportHandoffDocumentPayload: withParent,
  WriteHandoffDocumentPayload: withParent,
  MissingItem: withParent,
  PackageSections: withParent,
  ClientBasics: withParent,
  Site: withParent,
  People: withParent,
  ExecSponsor: withParent,
  HrSponsor: withParent,
  ProcurementContact: withParent,
  FinanceContact: withParent,
  PlatformOwner: withParent,
  Champion: withParent,
  WhatTheyAreSolving: withParent,
  WhatWeAreDelivering: withParent,
  Cohort: withParent,
  BespokeElement: withParent,
  Commercials: withParent,
  FeeItem: withParent,
  Discount: withParent,
  PaymentMilestone: withParent,
  PackageRevision: withParent,
  PackageRevisionConnection: withParent,
  PackageRevisionEdge: withParent,
  PackageDifference: withParent,
  PackageConflict: withParent,
  ConflictingItem: withParent,
  RiskFlagged: withParent,
  CommitmentMade: withParent,
  Person: {
    commission: readersOfMoney,
    email: withParent,
    id: withParent,
    key: withParent,
    name: withParent,
    role: withParent,
  },
  PersonCommission: withParent,
  PersonCommissionTotal: withParent,
  PaymentMove: withParent,
  ChangeCommitmentPayload: withParent,
  ChangeRiskPayload: withParent,
  CreateCommitmentPayload: withParent,
  CreateRiskPayload: withParent,
  ReportCommitmentDiscoveredPayload: withParent,
  ReportRiskMaterialisedPayload: withParent,
  HandoffActionPayload: withParent,
  ScheduleHandoffCallPayload: withParent,
  SendMailPayload: withParent,
  LogClientEmailPayload: withParent,
  SaveHandoffPackagePayload: withParent,
  SubmitHandoffPackagePayload: withParent,
  OpenDealPayload: withParent,
  RecordEventsPayload: withParent,
  Money: withParent,
  PageInfo: withParent,
  Problem: withParent,
};
