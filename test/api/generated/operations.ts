/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The AE forwarded the client's email to the account manager. */
export type AeForwardedInput = {
  /** The event of the email that was forwarded (`CLIENT_EMAILED_AE`). */
  forwards: string;
};

/** What was agreed in the call against a risk. */
export type AgreedMitigationInput = {
  /** What was agreed, at most 4,000 characters. */
  agreedMitigation: string;
  /** The `version` of it that you saw; if it is another by now, nothing is recorded. */
  expectedVersion: number;
  /** Who looks after it, by the person's key; as before when left out. */
  owner?: string | null | undefined;
  /** The `id` of a risk of the deal. */
  risk: string;
};

/** An account manager was assigned. */
export type AmAssignedInput = {
  /** The account manager's key, such as `am-1`. */
  person: string;
};

/** A question about a payment. */
export type AskInquiryInput = {
  /** The `id` of a payment of yours. */
  payment: string;
  /** What is not clear, or not right: at most 4,000 characters. */
  words: string;
};

/** Who looks after the client from now on. */
export type AssignAccountManagerInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The account manager, by the person's key, such as `am-1`. */
  person: string;
};

/** A bespoke element, given whole: what is left out is empty. */
export type BespokeElementInput = {
  /** What it is. */
  element?: string | null | undefined;
  /** The reference by which it was signed off. */
  signOff?: string | null | undefined;
};

/** What a breach does to money (rules.md §7). */
export type BreachEffect =
  /** Cuts tranches released after it to nothing. */
  | 'FORFEIT'
  /** Holds later tranches until it is remedied. */
  | 'HOLD'
  /** Nothing. */
  | 'NONE'
  /** Cuts tranches released after it. */
  | 'REDUCE';

/** The handoff call was held. */
export type CallHeldInput = {
  /** Who attended; it counts when AE, delivery lead and account manager all did. */
  attendees: Array<Role>;
};

/** The handoff call was arranged; a later one moves it. */
export type CallScheduledInput = {
  /** How long it is to last, in minutes, from 1 to 480. */
  minutes?: number;
  /** Where: a room or a link, at most 200 characters. */
  place?: string | null | undefined;
  /** When it is to begin. */
  startsAt: string;
};

/** What cancelling does to released money. */
export type CancelEffect =
  /** What was released is taken back. */
  | 'CLAW_BACK'
  /** What was released stays with the payee. */
  | 'KEEP';

/** The champion, given whole: what is left out is empty. */
export type ChampionInput = {
  /** Their email address. */
  email?: string | null | undefined;
  /** Their name. */
  name?: string | null | undefined;
  /** What else is worth knowing about them. */
  notes?: string | null | undefined;
  /** Their phone number, kept as it was given; without a country code it is of the United Kingdom. */
  phone?: string | null | undefined;
  /** What is in it for them. */
  whatIsInItForThem?: string | null | undefined;
};

/** A change of a commitment. What is left out stays as it is; null empties what may be empty. */
export type ChangeCommitmentInput = {
  /** The `id` of the commitment. */
  commitment: string;
  /** The day on which it is due. It takes the place of a week. */
  dueOn?: string | null | undefined;
  /** The delivery week in which it is due: -4 to -1, or from 1 on. It takes the place of a date. */
  dueWeek?: number | null | undefined;
  /** What shows that it was made, kept or broken, at most 4,000 characters. */
  evidence?: string | null | undefined;
  /** The `version` that you saw; if it is another by now, nothing is changed. */
  expectedVersion: number;
  /** Who is to keep it, by the person's key; null for nobody. */
  owner?: string | null | undefined;
  /** Who promised it, by the person's key; not null. */
  promisedBy?: string | null | undefined;
  /** Whom it was promised, at most 200 characters; not null. */
  promisedTo?: string | null | undefined;
  /** What has become of it; not null. KEPT and BROKEN need `evidence` of it in the same change. */
  status?: CommitmentStatus | null | undefined;
  /** The exact words, at most 4,000 characters; not null. */
  words?: string | null | undefined;
};

/** A change of a risk. What is left out stays as it is; null empties what may be empty. */
export type ChangeRiskInput = {
  /** What was agreed against it, at most 4,000 characters. */
  agreedMitigation?: string | null | undefined;
  /** What may go wrong, at most 4,000 characters; not null. */
  description?: string | null | undefined;
  /** The `version` that you saw; if it is another by now, nothing is changed. */
  expectedVersion: number;
  /** How likely it is; not null. */
  likelihood?: RiskLikelihood | null | undefined;
  /** What is suggested against it, at most 4,000 characters. */
  mitigation?: string | null | undefined;
  /** Who looks after it, by the person's key; null for nobody. */
  owner?: string | null | undefined;
  /** When it is to be looked at next. */
  reviewOn?: string | null | undefined;
  /** When it was last looked at; not in the future. */
  reviewedOn?: string | null | undefined;
  /** The `id` of the risk. */
  risk: string;
  /** What has become of it; not null. It becomes MATERIALISED by `reportRiskMaterialised`, which states it, and is not OPEN while that fact stands. */
  status?: RiskStatus | null | undefined;
};

/** Section A. An item that is left out stays as it is; null empties it; a list replaces the one before. */
export type ClientBasicsInput = {
  /** Their number at Companies House: 8 digits, or 2 letters and 6 digits, such as `SC123456`. */
  companyNumber?: string | null | undefined;
  /** Their recent filings, summed up. */
  filings?: string | null | undefined;
  /** How many people the whole organisation has. */
  headcount?: number | null | undefined;
  /** How many of them are in scope: no more than there are. */
  headcountInScope?: number | null | undefined;
  /** The client's legal name. */
  legalName?: string | null | undefined;
  /** Why they are not at Companies House, such as a council; they have no number and no filings then. */
  notRegisteredBecause?: string | null | undefined;
  /** Public press and news worth knowing: a restructure, the cycle of their ESG report. */
  press?: string | null | undefined;
  /** Their sector, such as `Manufacturing`. */
  sector?: string | null | undefined;
  /** The sites in scope, with their addresses. */
  sites?: Array<SiteInput> | null | undefined;
  /** Their sub-sector, such as `Paper and board`. */
  subSector?: string | null | undefined;
  /** The name that they trade under. */
  tradingName?: string | null | undefined;
};

/** The deal was marked Closed Won in the CRM. */
export type ClosedWonInput = {
  /** CRM fields that were not filled in; none means complete. */
  missingFields?: Array<string>;
};

/** A cohort, given whole: what is left out is empty. */
export type CohortInput = {
  /** Who is in it. */
  composition?: string | null | undefined;
  /** Its number, from 1; each once. */
  number?: number | null | undefined;
  /** How many people are in it. */
  size?: number | null | undefined;
  /** The agreed start: a working day of the deal's calendar, in Week 1 or later. */
  startsOn?: string | null | undefined;
};

/** Section E. An item that is left out stays as it is; null empties it; a list replaces the one before. */
export type CommercialsInput = {
  /** What it consists of; the items add up to it. */
  breakdown?: Array<FeeItemInput> | null | undefined;
  /** The discounts that were given. */
  discounts?: Array<DiscountInput> | null | undefined;
  /** The total fee in the deal's currency, net of discounts and excluding VAT. */
  fee?: string | null | undefined;
  /** The payment milestones and when they are invoiced; they add up to the fee. */
  milestones?: Array<PaymentMilestoneInput> | null | undefined;
  /** What was agreed beside the fee, such as the rights to a case study or a reference call. */
  sideCommitments?: Array<string> | null | undefined;
};

/** Which payments; all conditions must hold, those left out do not restrict. */
export type CommissionPaymentFilter = {
  /** To this payee, by the person's key. */
  payee?: string | null | undefined;
  /** Released before this instant. */
  releasedBefore?: string | null | undefined;
  /** Released at this instant or later. */
  releasedFrom?: string | null | undefined;
  /** In one of these statuses. */
  status?: Array<PaymentStatus> | null | undefined;
  /** Of one of these tranches. */
  tranche?: Array<TrancheCode> | null | undefined;
};

/** Which commitments; all conditions must hold, those left out do not restrict. */
export type CommitmentFilter = {
  /** Of this deal: its id, or its key such as `D-2026-0042`. */
  deal?: string | null | undefined;
  /** Open ones that are due. Those due first come first, with every filter of due dates. */
  due?: DueFilter | null | undefined;
  /** Due before this day. What is open of a cancelled deal is not due. */
  dueBefore?: string | null | undefined;
  /** Due on this day or later. What is open of a cancelled deal is not due. */
  dueFrom?: string | null | undefined;
  /** To be kept by this person, by the person's key. */
  owner?: string | null | undefined;
  /** Promised by this person, by the person's key. */
  promisedBy?: string | null | undefined;
  /** In one of these statuses. */
  status?: Array<CommitmentStatus> | null | undefined;
};

/** What has become of a commitment. */
export type CommitmentStatus =
  /** It was not kept, and its evidence shows it. */
  | 'BROKEN'
  /** It was kept, and its evidence shows it. */
  | 'KEPT'
  /** It is still to be kept. */
  | 'OPEN'
  /** The client no longer asks for it. */
  | 'RELEASED';

/** A key that is to be made. */
export type CreateApiKeyInput = {
  /** The ids of the trusted documents that it may ask; it may ask any query when left out. */
  documents?: Array<string> | null | undefined;
  /** From when it opens nothing any more: at most a year ahead. */
  expiresAt: string;
  /** What will read with it, such as "Power BI of finance". */
  name: string;
  /** The key of the person as whom it reads: it sees what they see. */
  person: string;
};

/** A commitment to be written down; it is open then. It is due in a week or on a date, not both. */
export type CreateCommitmentInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The day on which it is due. */
  dueOn?: string | null | undefined;
  /** The delivery week in which it is due: -4 to -1, or from 1 on. */
  dueWeek?: number | null | undefined;
  /** What shows that it was made, at most 4,000 characters. */
  evidence?: string | null | undefined;
  /** Who is to keep it, by the person's key, such as `am-1`. */
  owner?: string | null | undefined;
  /** Who promised it, by the person's key, such as `ae-3`. */
  promisedBy: string;
  /** Whom it was promised, at the client; at most 200 characters. */
  promisedTo: string;
  /** The exact words in which it was promised, at most 4,000 characters. */
  words: string;
};

/** A pay run that is to be created. */
export type CreatePayRunInput = {
  /** The month whose lines it pays; one that has ended. */
  period: string;
};

/** A later version of a plan. */
export type CreatePlanVersionInput = {
  /** From which local date it counts: one to come, and later than that of every other version. */
  effectiveFrom: string;
  /** The plan, such as `standard`. */
  plan: string;
  /** What it says. */
  terms: PlanInput;
};

/** A risk to be written down; it is open then. */
export type CreateRiskInput = {
  /** What was agreed against it, at most 4,000 characters. */
  agreedMitigation?: string | null | undefined;
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** What may go wrong, at most 4,000 characters. */
  description: string;
  /** How likely it is. */
  likelihood: RiskLikelihood;
  /** What you suggest against it, at most 4,000 characters. */
  mitigation?: string | null | undefined;
  /** Who looks after it, by the person's key, such as `am-1`. */
  owner?: string | null | undefined;
  /** When it is to be looked at next. */
  reviewOn?: string | null | undefined;
};

/** What a deadline is for. */
export type DeadlineKind =
  /** An open commitment that has a due date. */
  | 'COMMITMENT'
  /** The next review of an open risk. */
  | 'RISK_REVIEW'
  /** A clock of the handoff that has started and was not met or waived. */
  | 'SLA'
  /** A step of the timeline that is not done. */
  | 'STEP';

/** Something that happened to a deal. */
export type DealEventInput = {
  /** What happened. */
  fact: FactInput;
  /** Simulation only: the id that other events of the scenario name. */
  id?: string | null | undefined;
  /** When it happened in the world; never in the future. */
  occurredAt: string;
  /** Simulation only: when it became known; occurredAt when left out. */
  recordedAt?: string | null | undefined;
  /** Where it came from, for example `hubspot`. */
  source?: string | null | undefined;
  /** Its key there: recording it twice is one event. */
  sourceEventId?: string | null | undefined;
};

/** A fact, and the deal that it is about. */
export type DealFactInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** What happened. */
  event: DealEventInput;
};

/** Which deals; all conditions must hold, those left out do not restrict. */
export type DealFilter = {
  /** Sold by this account executive, by the person's key. */
  accountExecutive?: string | null | undefined;
  /** Looked after by this account manager, by the person's key. */
  accountManager?: string | null | undefined;
  /** With this fault. */
  fault?: HandoffFaultCode | null | undefined;
  /** With a clock in a given status. */
  sla?: SlaFilter | null | undefined;
  /** In one of these stages. */
  stage?: Array<DealStage> | null | undefined;
  /** Triggered before this instant. */
  triggeredBefore?: string | null | undefined;
  /** Triggered at this instant or later. */
  triggeredFrom?: string | null | undefined;
};

/** How deals are ordered. */
export type DealOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: DealOrderField;
};

/** What deals are ordered by. */
export type DealOrderField =
  /** By the fee in force; deals without one count as the lowest. */
  | 'FEE'
  /** By their key. */
  | 'KEY'
  /** By the earliest open deadline; deals without one come last when ascending. */
  | 'NEXT_DUE';

/** How far a deal has come; it follows from its facts. */
export type DealStage =
  /** The deal was cancelled. */
  | 'CANCELLED'
  /** The Week 12 board report is delivered. */
  | 'COMPLETED'
  /** A cohort has started; the Week 12 board report is not delivered yet. */
  | 'DELIVERY'
  /** Triggered; the handoff call is not held yet. */
  | 'HANDOFF'
  /** The call is held; no cohort has started yet. */
  | 'ONBOARDING'
  /** The handoff is not triggered yet: the AE owns the deal. */
  | 'SELLING';

/** A deposit was invoiced. */
export type DepositInvoicedInput = {
  /** Net, above zero, in the deal's currency. */
  amount: string;
};

/** A discount, given whole: what is left out is empty. */
export type DiscountInput = {
  /** How much was taken off, in the deal's currency. */
  amount?: string | null | undefined;
  /** What it was given for. */
  description?: string | null | undefined;
  /** The reference by which it was signed off; without one there is no discount. */
  signOff?: string | null | undefined;
};

/** A risk or commitment came up during delivery. */
export type DiscoveryInput = {
  /** Whether it was in the handoff package. */
  declared: boolean;
  /** What came up: a reference or its words. */
  reference: string;
};

/** Which deadlines a list is about. Today is the date in London, whatever the calendars of the deals. */
export type DueFilter =
  /** The day was before today. */
  | 'OVERDUE'
  /** The day is in this week, from Monday to Sunday. */
  | 'THIS_WEEK';

/** An earlier event was wrong and is withdrawn. */
export type EventRetractedInput = {
  /** Why, at most 4,000 characters. */
  reason: string;
  /** The event that is withdrawn; not a retraction. */
  retracts: string;
};

/** The exec sponsor, given whole: what is left out is empty. */
export type ExecSponsorInput = {
  /** Their email address. */
  email?: string | null | undefined;
  /** How to address them. */
  howToAddress?: string | null | undefined;
  /** Their name. */
  name?: string | null | undefined;
  /** What else is worth knowing about them. */
  notes?: string | null | undefined;
  /** Their phone number, kept as it was given; without a country code it is of the United Kingdom. */
  phone?: string | null | undefined;
  /** The channel by which they prefer to be reached. */
  preferredChannel?: string | null | undefined;
  /** How strong the relationship with them is. */
  relationshipStrength?: string | null | undefined;
};

/** What a file is written as. */
export type ExportFormat =
  /** RFC 4180 in UTF-8 with a header; a text that a spreadsheet would take for a formula begins with an apostrophe. */
  | 'CSV'
  /** A JSON object a line, with the names and values that the API gives. */
  | 'JSON_LINES'
  /** Apache Parquet with Snappy: instants in UTC, amounts as DECIMAL(18, 4). */
  | 'PARQUET';

/** How far an export has come. */
export type ExportStatus =
  /** Somebody did not want it any more; its file is gone. */
  | 'DISCARDED'
  /** Its file can be had at `url` until `expiresAt`. */
  | 'DONE'
  /** Its time is over; its file is gone. */
  | 'EXPIRED'
  /** It could not be written: `failure` says why. */
  | 'FAILED'
  /** It is being written: `rowsWritten` of `rowsExpected`. */
  | 'RUNNING'
  /** Nobody has begun to write it. */
  | 'WAITING';

/** The one fact that an event states: exactly one of these. */
export type FactInput =
  {   /** The AE forwarded such an email to the account manager. */
  aeForwarded: AeForwardedInput; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never;   /** An account manager was assigned. */
  amAssigned: AmAssignedInput; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never;   /** The account manager contacted the client. */
  amContactedClient: NoDetailInput; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never;   /** A board report was delivered. */
  boardReportDelivered: WeekInput; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never;   /** The handoff call was held. */
  callHeld: CallHeldInput; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never;   /** The handoff call was arranged. */
  callScheduled: CallScheduledInput; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never;   /** The client emailed the AE. */
  clientEmailedAe: NoDetailInput; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never;   /** The client's pause ended. */
  clientHoldEnded: ReasonInput; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never;   /** The client asked for a pause. */
  clientHoldStarted: ReasonInput; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never;   /** Marked Closed Won in the CRM. */
  closedWon: ClosedWonInput; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never;   /** A commitment came up. */
  commitmentDiscovered: DiscoveryInput; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never;   /** The deal was cancelled. */
  dealCancelled: ReasonInput; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never;   /** A deposit was invoiced. */
  depositInvoiced: DepositInvoicedInput; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never;   /** An earlier event was withdrawn. */
  eventRetracted: EventRetractedInput; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never;   /** A fee was agreed. */
  feeAgreed: FeeAgreedInput; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never;   /** The AE introduced the account manager to the client. */
  introSent: NoDetailInput; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never;   /** The start of delivery was confirmed. */
  kickoffConfirmed: KickoffConfirmedInput; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never;   /** The handoff package was submitted. */
  packageSubmitted: PackageSubmittedInput; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never;   /** A quality gate was passed. */
  qualityGatePassed: WeekInput; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never;   /** A risk materialised. */
  riskMaterialised: DiscoveryInput; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never;   /** A clock was waived. */
  slaWaived: SlaWaivedInput; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never;   /** One party signed the statement of work. */
  sowSigned: SowSignedInput; splitAgreed?: never; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never;   /** Who shares the commission. */
  splitAgreed: SplitAgreedInput; walkthroughHeld?: never; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never;   /** A walkthrough was held with the client. */
  walkthroughHeld: WeekInput; workshopDelivered?: never; }
  |  { aeForwarded?: never; amAssigned?: never; amContactedClient?: never; boardReportDelivered?: never; callHeld?: never; callScheduled?: never; clientEmailedAe?: never; clientHoldEnded?: never; clientHoldStarted?: never; closedWon?: never; commitmentDiscovered?: never; dealCancelled?: never; depositInvoiced?: never; eventRetracted?: never; feeAgreed?: never; introSent?: never; kickoffConfirmed?: never; packageSubmitted?: never; qualityGatePassed?: never; riskMaterialised?: never; slaWaived?: never; sowSigned?: never; splitAgreed?: never; walkthroughHeld?: never;   /** A workshop was delivered. */
  workshopDelivered: WorkshopDeliveredInput; };

/** A fee was agreed; a later one amends it. */
export type FeeAgreedInput = {
  /** Net of discounts, excluding VAT, not negative, in the deal's currency. */
  amount: string;
};

/** A part of the fee, given whole: what is left out is empty. */
export type FeeItemInput = {
  /** How much of the fee it is, in the deal's currency. */
  amount?: string | null | undefined;
  /** What it is for. */
  item?: string | null | undefined;
};

/** The finance contact, given whole: what is left out is empty. */
export type FinanceContactInput = {
  /** Their email address. */
  email?: string | null | undefined;
  /** What their invoices must look like. */
  invoiceFormat?: string | null | undefined;
  /** Their name. */
  name?: string | null | undefined;
  /** What else is worth knowing about them. */
  notes?: string | null | undefined;
  /** Their phone number, kept as it was given; without a country code it is of the United Kingdom. */
  phone?: string | null | undefined;
};

/** What is the matter with a part of a document. */
export type FindingCode =
  /** It is not there. */
  | 'MISSING_PART'
  /** It is there twice. */
  | 'REPEATED_PART'
  /** It has no place in a package: it would be lost. */
  | 'UNKNOWN_PART'
  /** What it says cannot be read. */
  | 'UNREADABLE_VALUE'
  /** What it says cannot be. */
  | 'WRONG_VALUE';

/** How bad a finding is. */
export type FindingSeverity =
  /** Nothing of the document is imported. */
  | 'ERROR'
  /** It is imported; somebody should look at this. */
  | 'WARNING';

/** An email of the client that is to be forwarded. */
export type ForwardClientEmailInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The `id` of a `ClientEmail` of the deal. */
  email: string;
};

/** What kills handoffs (rules.md §6). */
export type HandoffFaultCode =
  /** After the call the client emailed the AE, who did not forward it. */
  | 'AE_STILL_CONTACT'
  /** The call was not held within its deadline. */
  | 'CALL_LATE'
  /** A commitment was discovered that was not in the package. */
  | 'COMMITMENT_NOT_WRITTEN_DOWN'
  /** The call was held without a submitted handoff package. */
  | 'PACKAGE_MISSING_AT_CALL'
  /** A risk materialised that was not in the package. */
  | 'RISKS_NOT_SURFACED';

/** Whose handoffs are told apart. */
export type HealthDimension =
  /** By who sold the deal. */
  | 'ACCOUNT_EXECUTIVE'
  /** By who looks after the client. */
  | 'ACCOUNT_MANAGER'
  /** By who sees to it that an account manager is assigned. */
  | 'DELIVERY_LEAD';

/** A handoff call that was held. */
export type HoldHandoffCallInput = {
  /** Who attended; it counts when AE, delivery lead and account manager all did. */
  attendees: Array<Role>;
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** When it was held; never in the future. */
  heldAt: string;
  /** What was agreed against each risk. */
  mitigations?: Array<AgreedMitigationInput>;
  /** The day on which Week 1 starts, where the account manager confirmed the onboarding dates. */
  weekOne?: string | null | undefined;
};

/** The HR sponsor, given whole: what is left out is empty. */
export type HrSponsorInput = {
  /** What they care about most. */
  caresMostAbout?: string | null | undefined;
  /** Their email address. */
  email?: string | null | undefined;
  /** How they like to work with us. */
  engagementStyle?: string | null | undefined;
  /** Their name. */
  name?: string | null | undefined;
  /** What else is worth knowing about them. */
  notes?: string | null | undefined;
  /** Their phone number, kept as it was given; without a country code it is of the United Kingdom. */
  phone?: string | null | undefined;
};

/** A handoff document, written by our template, that is to become the package of a deal. */
export type ImportHandoffDocumentInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The `version` of the package that you saw, 0 for a deal without one; else nothing is imported. */
  expectedVersion: number;
  /** The document in Markdown, at most 200,000 characters. */
  markdown: string;
};

/** What finance makes of an inquiry. */
export type InquiryOutcome =
  /** It is explained. */
  | 'ANSWERED'
  /** It is corrected by a fact, which is named. */
  | 'CORRECTED'
  /** It stays as it is, and why is said. */
  | 'DECLINED';

/** How far an inquiry has come. */
export type InquiryStatus =
  /** Finance has explained it. */
  | 'ANSWERED'
  /** Finance has corrected it by a fact. */
  | 'CORRECTED'
  /** Finance has said why it stays as it is. */
  | 'DECLINED'
  /** Asked, and not answered yet. */
  | 'OPEN';

/** What was done with an inquiry. */
export type InquiryStepKind =
  /** Finance has explained it. */
  | 'ANSWERED'
  /** The payee has asked. */
  | 'ASKED'
  /** The payee is not content with that, and says why. */
  | 'ASKED_AGAIN'
  /** Finance has corrected it by a fact. */
  | 'CORRECTED'
  /** Finance has said why it stays as it is. */
  | 'DECLINED';

/** The client confirmed when delivery starts. */
export type KickoffConfirmedInput = {
  /** The local date on which delivery Week 1 starts. */
  weekOne: string;
};

/** What a line does to money (rules.md §7, §8). */
export type LineKind =
  /** Takes back what was released, because the deal was cancelled. */
  | 'CLAWBACK'
  /** Takes back a posted line that is no longer true. */
  | 'REVERSAL'
  /** Releases a tranche. */
  | 'TRANCHE'
  /** Corrects a released tranche after the fee changed or a cut was waived. */
  | 'TRUE_UP';

/** An email of the client that reached the AE instead of the account manager. */
export type LogClientEmailInput = {
  /** The text, at most 20,000 characters. */
  body?: string;
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The sender's address. */
  from: string;
  /** When it was received; never in the future. */
  receivedAt: string;
  /** The subject, at most 300 characters. */
  subject: string;
};

/** A pay run that was paid. */
export type MarkPayRunPaidInput = {
  /** The `id` of the pay run. */
  payRun: string;
  /** The reference of the payment, such as the bank gave it. */
  reference: string;
};

/** Who sees to it that the deal is handed over. */
export type NameDeliveryLeadInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The delivery lead, by the person's key, such as `dl-1`. */
  person: string;
};

/** A fact that says all by having happened. */
export type NoDetailInput = {
  /** Anything worth adding, at most 4,000 characters. */
  note?: string | null | undefined;
};

/** A deal to be opened. */
export type OpenDealInput = {
  /** Who sells it, by the person's key, such as `ae-3`. */
  accountExecutive: string;
  /** The calendar that its clocks run by. */
  calendar?: string;
  /** The client's name, at most 200 characters. */
  clientName: string;
  /** The currency of all its money, by ISO 4217. */
  currency?: string;
  /** The delivery lead, by the person's key, such as `dl-1`. */
  deliveryLead?: string | null | undefined;
  /** The commission plan that it is paid by. */
  plan?: string;
};

/** Which way a list is ordered. */
export type OrderDirection =
  /** Ascending. */
  | 'ASC'
  /** Descending. */
  | 'DESC';

/** The sections of a handoff package. */
export type PackageSection =
  /** Client basics: who the client is. */
  | 'A'
  /** People: whom to talk to at the client, and what each cares about. */
  | 'B'
  /** What they're solving: in the client's own words. */
  | 'C'
  /** What we're delivering, and what is out of scope. */
  | 'D'
  /** Commercials: fee, discounts, milestones, side commitments. */
  | 'E'
  /** Risks flagged in the sales cycle. */
  | 'F'
  /** Commitments that the AE made, no matter how informal. */
  | 'G';

/** Sections A to E. A section that is left out stays as it is; null empties it. Within a section an item that is left out stays as it is and null empties it; a list, a row of one and a contact are replaced whole. A text has at most 4,000 characters, a list at most 100 rows, a section at most 40,000 characters. White space around a text and at the ends of its lines is cut off, a tab is a space, a blank text is null; other control characters than line breaks are refused. */
export type PackageSectionsInput = {
  /** Section A: who the client is. */
  clientBasics?: ClientBasicsInput | null | undefined;
  /** Section E: what it costs. */
  commercials?: CommercialsInput | null | undefined;
  /** Section B: whom to talk to. */
  people?: PeopleInput | null | undefined;
  /** Section C: what they are solving. */
  whatTheyAreSolving?: WhatTheyAreSolvingInput | null | undefined;
  /** Section D: what we are delivering. */
  whatWeAreDelivering?: WhatWeAreDeliveringInput | null | undefined;
};

/** The AE submitted the handoff package. */
export type PackageSubmittedInput = {
  /** The revision of the package, from 1. */
  revision?: number;
};

/** What was done to a pay run, or tried. */
export type PayRunAction =
  /** It was approved. */
  | 'APPROVE'
  /** It was created. */
  | 'CREATE'
  /** It was discarded. */
  | 'DISCARD'
  /** It was marked as paid. */
  | 'PAY';

/** A pay run that is to go on. */
export type PayRunInput = {
  /** The `id` of the pay run. */
  payRun: string;
};

/** How far a pay run has come. */
export type PayRunStatus =
  /** Somebody else than its creator has approved it. */
  | 'APPROVED'
  /** It came to nothing; another can be made. */
  | 'DISCARDED'
  /** A snapshot of the lines of its period, to be reviewed. */
  | 'DRAFT'
  /** It was paid, and its period is closed for good. */
  | 'PAID';

/** A person's share of the commission. */
export type PayeeShareInput = {
  /** The person's key, such as `ae-1`. */
  person: string;
  /** Basis points, at least 1; all shares add up to 10000. */
  shareBp: number;
};

/** A payment milestone, given whole: what is left out is empty. */
export type PaymentMilestoneInput = {
  /** How much is invoiced then, in the deal's currency; the first is 40% of the fee, rounded half up. */
  amount?: string | null | undefined;
  /** The day on which it is invoiced. */
  invoiceOn?: string | null | undefined;
  /** What has to be reached. */
  milestone?: string | null | undefined;
};

/** Where a payment stands (rules.md §7). */
export type PaymentStatus =
  /** In a pay run that finance approved. */
  | 'APPROVED'
  /** Released, then taken back because the deal was cancelled. */
  | 'CLAWED_BACK'
  /** The deal was cancelled before it was released. */
  | 'FORFEITED'
  /** Earned, but held: by a breached clock, or because the handoff is not triggered. */
  | 'HELD'
  /** Its milestone is not reached. */
  | 'NOT_EARNED'
  /** Paid out in a pay run. */
  | 'PAID'
  /** Released to the payee. */
  | 'RELEASED';

/** Section B. Somebody who is left out stays as they are; null takes them away. */
export type PeopleInput = {
  /** The champion, if that is not a sponsor. */
  champion?: ChampionInput | null | undefined;
  /** The exec sponsor. */
  execSponsor?: ExecSponsorInput | null | undefined;
  /** The contact in finance or accounts payable. */
  finance?: FinanceContactInput | null | undefined;
  /** The HR sponsor: the primary contact. */
  hrSponsor?: HrSponsorInput | null | undefined;
  /** The owner of the IT or comms platform. */
  platformOwner?: PlatformOwnerInput | null | undefined;
  /** The procurement contact. */
  procurement?: ProcurementContactInput | null | undefined;
};

/** A commission plan (rules.md §7). */
export type PlanInput = {
  /** What breaches do; those left out have no effect. */
  effects?: Array<SlaEffectInput>;
  /** What cancelling does to released money. */
  onCancel?: CancelEffect;
  /** Basis points of the fee, 0 to 10000. */
  rateBp: number;
  /** The tranches, in order. */
  tranches: Array<TrancheInput>;
};

/** The owner of the platform, given whole: what is left out is empty. */
export type PlatformOwnerInput = {
  /** Their email address. */
  email?: string | null | undefined;
  /** Their name. */
  name?: string | null | undefined;
  /** What else is worth knowing about them. */
  notes?: string | null | undefined;
  /** What setting up the nudge channel takes. */
  nudgeChannelSetup?: string | null | undefined;
  /** Their phone number, kept as it was given; without a country code it is of the United Kingdom. */
  phone?: string | null | undefined;
};

/** Why something was refused. The same codes are in `extensions.code` of top-level errors. */
export type ProblemCode =
  /** What was given makes no sense; `path` says where. */
  | 'BAD_USER_INPUT'
  /** It contradicts what is recorded already. */
  | 'CONFLICT'
  /** Your role may not see or do this. */
  | 'FORBIDDEN'
  /** A fault on our side; the message has the id under which it is logged. */
  | 'INTERNAL'
  /** It is more than one request may ask for. */
  | 'LIMIT_EXCEEDED'
  /** What was named does not exist, or not for you. */
  | 'NOT_FOUND'
  /** There is no valid token. */
  | 'UNAUTHENTICATED'
  /** The database or the mail server cannot be reached at the moment; try again. */
  | 'UNAVAILABLE';

/** The procurement contact, given whole: what is left out is empty. */
export type ProcurementContactInput = {
  /** Their email address. */
  email?: string | null | undefined;
  /** Their name. */
  name?: string | null | undefined;
  /** What else is worth knowing about them. */
  notes?: string | null | undefined;
  /** Their phone number, kept as it was given; without a country code it is of the United Kingdom. */
  phone?: string | null | undefined;
  /** How purchase orders and framework agreements stand. */
  purchaseOrders?: string | null | undefined;
};

/** Something that was done for a reason. */
export type ReasonInput = {
  /** The reason, at most 4,000 characters. */
  reason: string;
};

/** Facts to be recorded together: all or none. */
export type RecordEventsInput = {
  /** The facts, 1 to 1,000, of any deals. */
  events: Array<DealFactInput>;
};

/** Why an answer does not do. */
export type ReopenInquiryInput = {
  /** The `version` of it that you saw; if it is another by now, nothing is recorded. */
  expectedVersion: number;
  /** The `id` of the inquiry. */
  inquiry: string;
  /** What is still not clear or right, at most 4,000 characters. */
  words: string;
};

/** A commitment that has come up: one that is written down (`commitment`), or one that nobody wrote down (`words`). */
export type ReportCommitmentDiscoveredInput = {
  /** The `id` of a commitment of this deal that is written down. */
  commitment?: string | null | undefined;
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** With `words`: the day on which it is due. */
  dueOn?: string | null | undefined;
  /** With `words`: the delivery week in which it is due. */
  dueWeek?: number | null | undefined;
  /** With `words`: what shows that it was made. */
  evidence?: string | null | undefined;
  /** When it came up; never in the future. */
  occurredAt: string;
  /** With `words`: who is to keep it, by the person's key. */
  owner?: string | null | undefined;
  /** With `words`: who promised it, by the person's key; the deal's AE when left out. */
  promisedBy?: string | null | undefined;
  /** With `words`: whom it was promised, at the client. */
  promisedTo?: string | null | undefined;
  /** The exact words, as the client remembers them. */
  words?: string | null | undefined;
};

/** What a report is grouped by. */
export type ReportDimension =
  /** By deal. */
  | 'DEAL'
  /** By what the lines do. */
  | 'LINE_KIND'
  /** By who is paid. */
  | 'PAYEE'
  /** By where the payment stands, as known at the instant of the report. */
  | 'STATUS'
  /** By tranche. */
  | 'TRANCHE';

/** A risk that has materialised: one that is written down (`risk`), or one that nobody wrote down (`description`). */
export type ReportRiskMaterialisedInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** What has happened, at most 4,000 characters. */
  description?: string | null | undefined;
  /** With `description`: how likely it should have been reckoned; HIGH when left out. */
  likelihood?: RiskLikelihood | null | undefined;
  /** When it happened; never in the future. */
  occurredAt: string;
  /** With `description`: who looks after it, by the person's key. */
  owner?: string | null | undefined;
  /** The `id` of a risk of this deal that is written down. */
  risk?: string | null | undefined;
};

/** What finance says to an inquiry. */
export type ResolveInquiryInput = {
  /** With CORRECTED: the `id` of the event of the deal by which it is corrected, recorded since. */
  event?: string | null | undefined;
  /** The `version` of it that you saw; if it is another by now, nothing is recorded. */
  expectedVersion: number;
  /** The `id` of the inquiry. */
  inquiry: string;
  /** What is made of it. */
  outcome: InquiryOutcome;
  /** The explanation or reason, at most 4,000 characters. */
  words: string;
};

/** A key that is to open nothing any more. */
export type RevokeApiKeyInput = {
  /** The `id` of the key. */
  apiKey: string;
};

/** Which risks; all conditions must hold, those left out do not restrict. */
export type RiskFilter = {
  /** Of this deal: its id, or its key such as `D-2026-0042`. */
  deal?: string | null | undefined;
  /** As likely as one of these. */
  likelihood?: Array<RiskLikelihood> | null | undefined;
  /** Looked after by this person, by the person's key. */
  owner?: string | null | undefined;
  /** Those not closed of which the review is due. Those due first come first, with every filter of reviews. */
  review?: DueFilter | null | undefined;
  /** To be reviewed before this day; none that is not closed of a cancelled deal. */
  reviewBefore?: string | null | undefined;
  /** To be reviewed on this day or later; none that is not closed of a cancelled deal. */
  reviewFrom?: string | null | undefined;
  /** In one of these statuses. */
  status?: Array<RiskStatus> | null | undefined;
};

/** How likely a risk is. */
export type RiskLikelihood =
  /** Reckon with it. */
  | 'HIGH'
  /** It would surprise us. */
  | 'LOW'
  /** It may well happen. */
  | 'MEDIUM';

/** What has become of a risk. */
export type RiskStatus =
  /** It has gone without happening. */
  | 'CLOSED'
  /** It has happened. */
  | 'MATERIALISED'
  /** What was agreed has made it harmless. */
  | 'MITIGATED'
  /** It is there, and nothing that was agreed has taken it away. */
  | 'OPEN';

/** What a person is in the handoff, and so what they may see and do. */
export type Role =
  /** Sold the deal; sees their own deals and money. */
  | 'ACCOUNT_EXECUTIVE'
  /** Looks after the client from the handoff on; sees handoffs, not commission. */
  | 'ACCOUNT_MANAGER'
  /** Reads everything, acts on money and looks after people and settings. */
  | 'ADMIN'
  /** Reads everything, changes nothing. */
  | 'ANALYST'
  /** Assigns the account manager and runs delivery; sees handoffs, not commission. */
  | 'DELIVERY_LEAD'
  /** Reads everything and acts on money. */
  | 'FINANCE';

/** A key that is to be replaced by a new one. */
export type RotateApiKeyInput = {
  /** The `id` of the key. */
  apiKey: string;
  /** From when the new one opens nothing any more: at most a year ahead. */
  expiresAt: string;
  /** For how many hours the old one goes on, so that its reader can change: 0 to 720. */
  overlapHours?: number;
};

/** A type of flat rows. */
export type RowType =
  /** Those of `commissionRows`. */
  | 'COMMISSION'
  /** Those of `commitmentRows`. */
  | 'COMMITMENT'
  /** Those of `dealRows`. */
  | 'DEAL'
  /** Those of `riskRows`. */
  | 'RISK'
  /** Those of `slaRows`. */
  | 'SLA';

/** What is to be saved of a handoff package. What is left out stays as it is. Sections F and G are written with `createRisk` and `createCommitment`, or stated to be empty here. */
export type SaveHandoffPackageInput = {
  /**
   * Section A as free text.
   * @deprecated 2027-03-01: use `sections`; a free text completes nothing.
   */
  clientBasics?: string | null | undefined;
  /**
   * Section E as free text.
   * @deprecated 2027-03-01: use `sections`; a free text completes nothing.
   */
  commercials?: string | null | undefined;
  /**
   * Section G as free text.
   * @deprecated 2027-03-01: use `createCommitment`.
   */
  commitmentsMade?: string | null | undefined;
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The `version` that you saw, 0 for a deal without a package; if it is another by now, nothing is saved. */
  expectedVersion: number;
  /** States that nothing was promised, and that you have asked. */
  noCommitmentsAndIHaveAsked?: boolean | null | undefined;
  /** States that there are no risks, and that you have asked. */
  noRisksAndIHaveAsked?: boolean | null | undefined;
  /**
   * Section B as free text.
   * @deprecated 2027-03-01: use `sections`; a free text completes nothing.
   */
  people?: string | null | undefined;
  /**
   * Section F as free text.
   * @deprecated 2027-03-01: use `createRisk`.
   */
  risksFlagged?: string | null | undefined;
  /** Sections A to E, item by item. */
  sections?: PackageSectionsInput | null | undefined;
  /**
   * Section C as free text.
   * @deprecated 2027-03-01: use `sections`; a free text completes nothing.
   */
  whatTheyAreSolving?: string | null | undefined;
  /**
   * Section D as free text.
   * @deprecated 2027-03-01: use `sections`; a free text completes nothing.
   */
  whatWeAreDelivering?: string | null | undefined;
};

/** A deal that does not exist: nothing of it is stored. */
export type ScenarioInput = {
  /** Who sold it, and is paid where no split is agreed. */
  accountExecutive?: string;
  /** The calendar that its clocks run by. */
  calendar?: string;
  /** The currency, by ISO 4217. */
  currency?: string;
  /** As at this instant. */
  effectiveAt: string;
  /** What happened, in any order; at most 500. */
  events: Array<DealEventInput>;
  /** As known at this instant; all is known when left out. */
  knownAt?: string | null | undefined;
  /** The plan; the standard plan at 10% when left out. */
  plan?: PlanInput | null | undefined;
};

/** When the handoff call is to be; a later one moves it. */
export type ScheduleHandoffCallInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** How long it is to last, in minutes, from 15 to 480. */
  minutes?: number;
  /** Where: a room or a link, at most 200 characters. */
  place?: string | null | undefined;
  /** When it is to begin; not in the past. */
  startsAt: string;
};

/** The introduction, as it was edited; what is left out is as `Deal.introEmail` shows it. */
export type SendIntroEmailInput = {
  /** The text, at most 20,000 characters. */
  body?: string | null | undefined;
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The subject, at most 300 characters. */
  subject?: string | null | undefined;
  /** Whom at the client it goes to: one address. */
  to?: string | null | undefined;
};

/** The number by which payroll knows somebody. */
export type SetEmployeeNumberInput = {
  /** The number: at most 20 letters, digits, `-` and `/`; no one else has it. */
  number: string;
  /** The person, by their key, such as `ae-3`. */
  person: string;
};

/** A site, given whole: what is left out is empty. */
export type SiteInput = {
  /** Its address. */
  address?: string | null | undefined;
  /** What the site is called. */
  name?: string | null | undefined;
};

/** The clocks of a handoff (rules.md §4). */
export type SlaCode =
  /** The delivery lead assigns an account manager: 2 working days from the trigger. */
  | 'ASSIGN_AM'
  /** The account manager contacts the client: 24 hours from the introduction. */
  | 'FIRST_CONTACT'
  /** The handoff call is held with AE, delivery lead and account manager: 5 working days from the trigger. */
  | 'HOLD_CALL'
  /** The AE introduces the account manager to the client: on the day of the call. */
  | 'SEND_INTRO'
  /** The AE submits the handoff package: 5 working days from the trigger, and before the call. */
  | 'SUBMIT_PACKAGE';

/** What a breach of a clock does to money. */
export type SlaEffectInput = {
  /** What a breach does. */
  effect: BreachEffect;
  /** For REDUCE: by how many basis points, 1 to 10000. */
  reduceBp?: number | null | undefined;
  /** The clock; not one of another's delay. */
  sla: SlaCode;
};

/** Deals with a clock in a given status, as at now. */
export type SlaFilter = {
  /** Which clock; any of the five when left out. */
  sla?: SlaCode | null | undefined;
  /** Its status now. */
  status: SlaStatus;
};

/** Where a clock stands (rules.md §4). */
export type SlaStatus =
  /** The deadline has passed and it is not done. */
  | 'BREACHED'
  /** Done in time. */
  | 'MET'
  /** Done after the deadline. */
  | 'MET_LATE'
  /** What starts it has not happened. */
  | 'NOT_STARTED'
  /** The client asked for a pause that has no end yet: there is no deadline. */
  | 'PAUSED'
  /** Its deadline lies ahead. */
  | 'RUNNING'
  /** The deal was cancelled while it ran. */
  | 'STOPPED'
  /** Somebody entitled to has waived it. */
  | 'WAIVED';

/** A clock was waived by a delivery lead or finance. */
export type SlaWaivedInput = {
  /** The key of who approved it: a delivery lead or finance, never the person it frees. */
  approver: string;
  /** Why, at most 4,000 characters. */
  reason: string;
  /** The clock. */
  sla: SlaCode;
};

/** Who signed the statement of work. */
export type SowParty =
  /** The client. */
  | 'CLIENT'
  /** We, the vendor. */
  | 'VENDOR';

/** The statement of work was signed by one party. */
export type SowSignedInput = {
  /** Who signed. */
  party: SowParty;
};

/** Who shares the commission from now on, each person once, in order. */
export type SplitAgreedInput = {
  /** The payees; their shares add up to 10000 basis points. */
  payees: Array<PayeeShareInput>;
};

/** What is to be in a file: either `rows` or `documentId`. */
export type StartBulkExportInput = {
  /** All that a trusted document gives, page after page, as JSON Lines: one that asks one list, with `$after`. */
  documentId?: string | null | undefined;
  /** What it is to be written as. */
  format: ExportFormat;
  /** All rows of this type. */
  rows?: RowType | null | undefined;
  /** Its variables without `after`: an object as JSON. */
  variables?: string | null | undefined;
};

/** A handoff package to be submitted. */
export type SubmitHandoffPackageInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The `version` that you saw; if it is another by now, nothing is submitted. */
  expectedVersion: number;
};

/** What stands on the timeline of a deal. */
export type TimelineStepCode =
  /** The handoff call, with AE, delivery lead and account manager. */
  | 'HANDOFF_CALL'
  /** The start of delivery: the first day of Week 1. */
  | 'KICKOFF'
  /** The workshop of Week 2, with somebody attending: the cohort has started. */
  | 'WEEK_2_WORKSHOP'
  /** The walkthrough with the client in Week 4. */
  | 'WEEK_4_WALKTHROUGH'
  /** The quality gate of Week 6. */
  | 'WEEK_6_QUALITY_GATE'
  /** The walkthrough with the client in Week 8. */
  | 'WEEK_8_WALKTHROUGH'
  /** The board report of Week 12. */
  | 'WEEK_12_BOARD_REPORT';

/** Where a step stands. */
export type TimelineStepStatus =
  /** It was done in time. */
  | 'DONE'
  /** It was done after its last day. */
  | 'DONE_LATE'
  /** It was not done before the deal was cancelled. */
  | 'DROPPED'
  /** It is not done, and its last day has passed. */
  | 'LATE'
  /** It is not done, and in time. */
  | 'PLANNED';

/** The parts in which commission is paid (rules.md §7). */
export type TrancheCode =
  /** For the statement of work signed by both parties. */
  | 'SOW_SIGNED'
  /** For the Week 2 workshop delivered: the cohort has actually started. */
  | 'WEEK_2_WORKSHOP'
  /** For the Week 12 board report delivered. */
  | 'WEEK_12_BOARD_REPORT';

/** A tranche of a plan. */
export type TrancheInput = {
  /** The tranche; its milestone goes with it. */
  code: TrancheCode;
  /** Basis points of the commission; all shares add up to 10000. */
  shareBp: number;
};

/** What must be true before the handoff begins (rules.md §2). */
export type TriggerCondition =
  /** The deal is marked Closed Won with all fields complete. */
  | 'CLOSED_WON'
  /** Deposits of at least 40% of the fee are invoiced. */
  | 'DEPOSIT_INVOICED'
  /** The statement of work is signed by both parties. */
  | 'SOW_SIGNED';

/** Something that belongs to a delivery week. */
export type WeekInput = {
  /** The delivery week, from 1 (or -4 to -1). */
  week: number;
};

/** Section C. An item that is left out stays as it is; null empties it; a list replaces the one before. */
export type WhatTheyAreSolvingInput = {
  /** What did not work with them. */
  priorProviderDidNotWork?: string | null | undefined;
  /** What worked with the provider before us, if there was one. */
  priorProviderWorked?: string | null | undefined;
  /** What they said that they will not tolerate. */
  redLines?: Array<string> | null | undefined;
  /** Caveats, anxieties, internal politics worth knowing. */
  softSignals?: Array<string> | null | undefined;
  /** What their board will be looking at in Week 12. */
  successMeasure?: string | null | undefined;
  /** What made them look for help, in the client's exact words. */
  trigger?: string | null | undefined;
};

/** Section D. An item that is left out stays as it is; null empties it; a list replaces the one before. */
export type WhatWeAreDeliveringInput = {
  /** What is made for them alone. */
  bespokeElements?: Array<BespokeElementInput> | null | undefined;
  /** The cohorts. */
  cohorts?: Array<CohortInput> | null | undefined;
  /** The modules of the curriculum that they chose. */
  modules?: Array<string> | null | undefined;
  /** The channel that nudges go through, such as Teams or email. */
  nudgeChannel?: string | null | undefined;
  /** What is explicitly out of scope that they may push to add later. */
  outOfScope?: Array<string> | null | undefined;
  /** How workshops are attended. */
  workshopModality?: WorkshopModality | null | undefined;
};

/** A workshop was delivered. */
export type WorkshopDeliveredInput = {
  /** How many attended; 0 means that the cohort did not start. */
  attended: number;
  /** The cohort, from 1. */
  cohort?: number;
  /** The delivery week, from 1 (or -4 to -1). */
  week: number;
};

/** How workshops are attended. */
export type WorkshopModality =
  /** Some are in the room, others join. */
  | 'HYBRID'
  /** Everybody is in one room. */
  | 'IN_PERSON'
  /** Everybody joins from where they are. */
  | 'VIRTUAL';

/** A document that is to be written to the shared drive, once more if it lies there. */
export type WriteHandoffDocumentInput = {
  /** The deal: its id, or its key such as `D-2026-0042`. */
  deal: string;
  /** The revision of its package. */
  revision: number;
};

export type ApiKeyPartsFragment = { id: string, name: string, role: Role, documents: Array<string> | null, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, replaces: string | null, person: { key: string }, createdBy: { key: string } };

export type ApiKeysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApiKeysQuery = { apiKeys: { nodes: Array<{ id: string, name: string, role: Role, documents: Array<string> | null, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, replaces: string | null, person: { key: string }, createdBy: { key: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, apiKey: { id: string, name: string, role: Role, documents: Array<string> | null, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, replaces: string | null, person: { key: string }, createdBy: { key: string } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type RotateApiKeyMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { rotateApiKey: { secret: string | null, apiKey: { id: string, name: string, role: Role, documents: Array<string> | null, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, replaces: string | null, person: { key: string }, createdBy: { key: string } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { apiKey: { id: string, name: string, role: Role, documents: Array<string> | null, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, replaces: string | null, person: { key: string }, createdBy: { key: string } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type HandoffBriefQueryVariables = Exact<{
  deal: string;
  first?: number | null | undefined;
}>;


export type HandoffBriefQuery = { handoffBrief: { pointOfContact: Role, deal: { key: string, clientName: string, accountExecutive: { id: string, key: string, name: string, role: Role }, deliveryLead: { id: string, key: string, name: string, role: Role } | null, accountManager: { id: string, key: string, name: string, role: Role } | null }, handoffCall: { startsAt: string | null, heldAt: string | null, agenda: Array<{ fromMinute: number, what: string }> }, handoffPackage: { revision: number | null, submittedAt: string | null, changes: Array<{ path: string, before: string | null, after: string | null }> | null } | null, submission: { revision: number } | null, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, changes: Array<{ path: string, before: string | null, after: string | null }> | null, missing: Array<{ section: PackageSection, path: string, message: string }>, risks: { nodes: Array<{ description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, owner: { id: string, key: string, name: string, role: Role } | null }> }, commitments: { nodes: Array<{ words: string, promisedTo: string, dueDate: string | null, owner: { id: string, key: string, name: string, role: Role } | null }> }, timeline: Array<{ week: number, startsOn: string | null, steps: Array<{ code: TimelineStepCode, status: TimelineStepStatus, plannedFor: string | null }> }>, next: Array<{ what: string, dueAt: string, person: { id: string, key: string, name: string, role: Role } | null }>, introEmail: { to: string | null, subject: string, missing: Array<string> }, contact: { id: string, key: string, name: string, role: Role } | null } | null };

export type StartBulkExportMutationVariables = Exact<{
  input: StartBulkExportInput;
}>;


export type StartBulkExportMutation = { startBulkExport: { bulkExport: { id: string, status: ExportStatus, url: string | null, rowsExpected: number | null, rowsWritten: number, sha256: string | null, continueAfter: string | null, failure: string | null } | null, errors: Array<{ code: ProblemCode, message: string, path: string }> } };

export type CallPartsFragment = { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> };

export type AfterCallPartsFragment = { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } };

export type HandoffCallQueryVariables = Exact<{
  key: string;
}>;


export type HandoffCallQuery = { deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null };

export type AssignAccountManagerMutationVariables = Exact<{
  input: AssignAccountManagerInput;
}>;


export type AssignAccountManagerMutation = { assignAccountManager: { warnings: Array<string>, deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type NameDeliveryLeadMutationVariables = Exact<{
  input: NameDeliveryLeadInput;
}>;


export type NameDeliveryLeadMutation = { nameDeliveryLead: { warnings: Array<string>, deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ScheduleHandoffCallMutationVariables = Exact<{
  input: ScheduleHandoffCallInput;
}>;


export type ScheduleHandoffCallMutation = { scheduleHandoffCall: { invitation: string | null, sent: boolean | null, file: string | null, warnings: Array<string>, deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type HoldHandoffCallMutationVariables = Exact<{
  input: HoldHandoffCallInput;
}>;


export type HoldHandoffCallMutation = { holdHandoffCall: { warnings: Array<string>, deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type IntroEmailQueryVariables = Exact<{
  key: string;
}>;


export type IntroEmailQuery = { deal: { introEmail: { to: string | null, from: string, cc: string | null, subject: string, body: string, missing: Array<string>, sentAt: string | null }, clientEmails: { nodes: Array<{ id: string, receivedAt: string, sender: string, subject: string, body: string, isForwarded: boolean }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type MailPartsFragment = { sent: boolean | null, file: string | null, warnings: Array<string>, deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> };

export type SendIntroEmailMutationVariables = Exact<{
  input: SendIntroEmailInput;
}>;


export type SendIntroEmailMutation = { sendIntroEmail: { sent: boolean | null, file: string | null, warnings: Array<string>, deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type LogClientEmailMutationVariables = Exact<{
  input: LogClientEmailInput;
}>;


export type LogClientEmailMutation = { logClientEmail: { email: { id: string, receivedAt: string, sender: string, subject: string, isForwarded: boolean } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ForwardClientEmailMutationVariables = Exact<{
  input: ForwardClientEmailInput;
}>;


export type ForwardClientEmailMutation = { forwardClientEmail: { sent: boolean | null, file: string | null, warnings: Array<string>, deal: { key: string, accountManager: { key: string } | null, handoff: { owner: Role, pointOfContact: Role, weekOne: string | null, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }>, slas: Array<{ sla: SlaCode, status: SlaStatus }> }, handoffCall: { startsAt: string | null, minutes: number, place: string | null, dueAt: string | null, heldAt: string | null, attendees: Array<Role>, event: string | null, invitation: string | null, agenda: Array<{ fromMinute: number, toMinute: number, what: string }> } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type CommissionPartsFragment = { planVersion: string, fee: { amount: string, currency: string } | null, entitlement: { amount: string, currency: string }, payments: Array<{ tranche: TrancheCode, payee: string, status: PaymentStatus, earnedAt: string | null, releasedAt: string | null, waitingFor: string | null, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, derivation: Array<{ rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null }> }>, lines: Array<{ kind: LineKind, tranche: TrancheCode, payee: string, effectiveAt: string, amount: { amount: string, currency: string } }> };

export type PaymentPartsFragment = { id: string, tranche: TrancheCode, status: PaymentStatus, earnedAt: string | null, releasedAt: string | null, waitingFor: string | null, updatedAt: string, deal: { key: string }, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string }, payee: { id: string, key: string, name: string, role: Role }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, derivation: Array<{ rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null }> };

export type CommissionPaymentsQueryVariables = Exact<{
  filter?: CommissionPaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CommissionPaymentsQuery = { commissionPayments: { nodes: Array<{ id: string, tranche: TrancheCode, status: PaymentStatus, earnedAt: string | null, releasedAt: string | null, waitingFor: string | null, updatedAt: string, deal: { key: string }, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string }, payee: { id: string, key: string, name: string, role: Role }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, derivation: Array<{ rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CommissionReportQueryVariables = Exact<{
  period: string;
  groupBy: Array<ReportDimension> | ReportDimension;
  knownAt?: string | null | undefined;
}>;


export type CommissionReportQuery = { commissionReport: { period: string, knownAt: string, groupBy: Array<ReportDimension>, rows: Array<{ payeeKey: string | null, tranche: TrancheCode | null, status: PaymentStatus | null, dealKey: string | null, lineKind: LineKind | null, lines: number, payee: { id: string, key: string, name: string, role: Role } | null, amount: { amount: string, currency: string } }>, totals: Array<{ amount: string, currency: string }> } };

export type CommitmentPartsFragment = { id: string, words: string, promisedTo: string, dueWeek: number | null, dueOn: string | null, dueDate: string | null, status: CommitmentStatus, evidence: string | null, version: number, createdAt: string, updatedAt: string, deal: { key: string }, promisedBy: { id: string, key: string, name: string, role: Role }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } };

export type CommitmentsQueryVariables = Exact<{
  filter?: CommitmentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CommitmentsQuery = { commitments: { edges: Array<{ cursor: string }>, nodes: Array<{ id: string, words: string, promisedTo: string, dueWeek: number | null, dueOn: string | null, dueDate: string | null, status: CommitmentStatus, evidence: string | null, version: number, createdAt: string, updatedAt: string, deal: { key: string }, promisedBy: { id: string, key: string, name: string, role: Role }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CreateCommitmentMutationVariables = Exact<{
  input: CreateCommitmentInput;
}>;


export type CreateCommitmentMutation = { createCommitment: { warnings: Array<string>, commitment: { id: string, words: string, promisedTo: string, dueWeek: number | null, dueOn: string | null, dueDate: string | null, status: CommitmentStatus, evidence: string | null, version: number, createdAt: string, updatedAt: string, deal: { key: string }, promisedBy: { id: string, key: string, name: string, role: Role }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ChangeCommitmentMutationVariables = Exact<{
  input: ChangeCommitmentInput;
}>;


export type ChangeCommitmentMutation = { changeCommitment: { commitment: { id: string, words: string, promisedTo: string, dueWeek: number | null, dueOn: string | null, dueDate: string | null, status: CommitmentStatus, evidence: string | null, version: number, createdAt: string, updatedAt: string, deal: { key: string }, promisedBy: { id: string, key: string, name: string, role: Role }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type DealHeadFragment = { id: string, key: string, clientName: string, currency: string, calendar: string, plan: string, stage: DealStage, openedAt: string, lastRecordedAt: string | null, updatedAt: string, triggeredAt: string | null, weekOne: string | null, cancelledAt: string | null, nextDueAt: string | null, fee: { amount: string, currency: string } | null };

export type DealPeopleFragment = { accountExecutive: { id: string, key: string, name: string, role: Role }, deliveryLead: { id: string, key: string, name: string, role: Role } | null, accountManager: { id: string, key: string, name: string, role: Role } | null };

export type HandoffPartsFragment = { triggeredAt: string | null, unmetConditions: Array<TriggerCondition>, owner: Role, pointOfContact: Role, weekOne: string | null, slas: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }> };

export type DealHeadsQueryVariables = Exact<{
  filter?: DealFilter | null | undefined;
  orderBy?: DealOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DealHeadsQuery = { deals: { edges: Array<{ cursor: string }>, nodes: Array<{ id: string, key: string, clientName: string, currency: string, calendar: string, plan: string, stage: DealStage, openedAt: string, lastRecordedAt: string | null, updatedAt: string, triggeredAt: string | null, weekOne: string | null, cancelledAt: string | null, nextDueAt: string | null, fee: { amount: string, currency: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type DealHandoffQueryVariables = Exact<{
  key: string;
  effectiveAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type DealHandoffQuery = { deal: { id: string, key: string, clientName: string, currency: string, calendar: string, plan: string, stage: DealStage, openedAt: string, lastRecordedAt: string | null, updatedAt: string, triggeredAt: string | null, weekOne: string | null, cancelledAt: string | null, nextDueAt: string | null, handoff: { triggeredAt: string | null, unmetConditions: Array<TriggerCondition>, owner: Role, pointOfContact: Role, weekOne: string | null, slas: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }> }, fee: { amount: string, currency: string } | null, accountExecutive: { id: string, key: string, name: string, role: Role }, deliveryLead: { id: string, key: string, name: string, role: Role } | null, accountManager: { id: string, key: string, name: string, role: Role } | null } | null };

export type WholeDealQueryVariables = Exact<{
  key: string;
  effectiveAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  events?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WholeDealQuery = { deal: { id: string, key: string, clientName: string, currency: string, calendar: string, plan: string, stage: DealStage, openedAt: string, lastRecordedAt: string | null, updatedAt: string, triggeredAt: string | null, weekOne: string | null, cancelledAt: string | null, nextDueAt: string | null, handoff: { triggeredAt: string | null, unmetConditions: Array<TriggerCondition>, owner: Role, pointOfContact: Role, weekOne: string | null, slas: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }> }, commission: { planVersion: string, fee: { amount: string, currency: string } | null, entitlement: { amount: string, currency: string }, payments: Array<{ tranche: TrancheCode, payee: string, status: PaymentStatus, earnedAt: string | null, releasedAt: string | null, waitingFor: string | null, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, derivation: Array<{ rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null }> }>, lines: Array<{ kind: LineKind, tranche: TrancheCode, payee: string, effectiveAt: string, amount: { amount: string, currency: string } }> }, commissionPayments: Array<{ id: string, tranche: TrancheCode, status: PaymentStatus, earnedAt: string | null, releasedAt: string | null, waitingFor: string | null, updatedAt: string, deal: { key: string }, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string }, payee: { id: string, key: string, name: string, role: Role }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, derivation: Array<{ rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null }> }>, events: { nodes: Array<{ id: string, occurredAt: string, recordedAt: string, source: string | null, sourceEventId: string | null, recordedBy: { id: string, key: string, name: string, role: Role }, fact: { feeAgreed: { amount: string } | null, splitAgreed: { payees: Array<{ person: string, shareBp: number }> } | null, sowSigned: { party: SowParty } | null, depositInvoiced: { amount: string } | null, closedWon: { missingFields: Array<string> } | null, amAssigned: { person: string } | null, packageSubmitted: { revision: number } | null, callScheduled: { startsAt: string, minutes: number, place: string | null } | null, callHeld: { attendees: Array<Role> } | null, introSent: { note: string | null } | null, amContactedClient: { note: string | null } | null, clientEmailedAe: { note: string | null } | null, aeForwarded: { forwards: string } | null, kickoffConfirmed: { weekOne: string } | null, workshopDelivered: { week: number, attended: number, cohort: number } | null, walkthroughHeld: { week: number } | null, boardReportDelivered: { week: number } | null, qualityGatePassed: { week: number } | null, clientHoldStarted: { reason: string } | null, clientHoldEnded: { reason: string } | null, slaWaived: { sla: SlaCode, reason: string, approver: string } | null, commitmentDiscovered: { reference: string, declared: boolean } | null, riskMaterialised: { reference: string, declared: boolean } | null, dealCancelled: { reason: string } | null, eventRetracted: { retracts: string, reason: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, fee: { amount: string, currency: string } | null, accountExecutive: { id: string, key: string, name: string, role: Role }, deliveryLead: { id: string, key: string, name: string, role: Role } | null, accountManager: { id: string, key: string, name: string, role: Role } | null } | null };

export type OpenDealMutationVariables = Exact<{
  input: OpenDealInput;
}>;


export type OpenDealMutation = { openDeal: { deal: { id: string, key: string, clientName: string, currency: string, calendar: string, plan: string, stage: DealStage, openedAt: string, lastRecordedAt: string | null, updatedAt: string, triggeredAt: string | null, weekOne: string | null, cancelledAt: string | null, nextDueAt: string | null, fee: { amount: string, currency: string } | null, accountExecutive: { id: string, key: string, name: string, role: Role }, deliveryLead: { id: string, key: string, name: string, role: Role } | null, accountManager: { id: string, key: string, name: string, role: Role } | null } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ReportRiskMaterialisedMutationVariables = Exact<{
  input: ReportRiskMaterialisedInput;
}>;


export type ReportRiskMaterialisedMutation = { reportRiskMaterialised: { declared: boolean | null, event: { id: string, fact: { riskMaterialised: { reference: string, declared: boolean } | null } } | null, risk: { id: string, description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, reviewOn: string | null, reviewedOn: string | null, status: RiskStatus, version: number, createdAt: string, updatedAt: string, reportedBy: { id: string } | null, deal: { key: string }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ReportCommitmentDiscoveredMutationVariables = Exact<{
  input: ReportCommitmentDiscoveredInput;
}>;


export type ReportCommitmentDiscoveredMutation = { reportCommitmentDiscovered: { declared: boolean | null, event: { id: string, fact: { commitmentDiscovered: { reference: string, declared: boolean } | null } } | null, commitment: { id: string, words: string, promisedTo: string, dueWeek: number | null, dueOn: string | null, dueDate: string | null, status: CommitmentStatus, evidence: string | null, version: number, createdAt: string, updatedAt: string, reportedBy: { id: string } | null, deal: { key: string }, promisedBy: { id: string, key: string, name: string, role: Role }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type DocumentPartsFragment = { revision: number | null, markdown: string, html: string, path: string | null };

export type FindingPartsFragment = { line: number, severity: FindingSeverity, code: FindingCode, path: string | null, message: string };

export type PackageDocumentQueryVariables = Exact<{
  key: string;
  revision?: number | null | undefined;
}>;


export type PackageDocumentQuery = { deal: { handoffPackage: { version: number, document: { revision: number | null, markdown: string, html: string, path: string | null } | null } | null } | null };

export type WriteHandoffDocumentMutationVariables = Exact<{
  input: WriteHandoffDocumentInput;
}>;


export type WriteHandoffDocumentMutation = { writeHandoffDocument: { document: { revision: number | null, markdown: string, html: string, path: string | null } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ImportHandoffDocumentMutationVariables = Exact<{
  input: ImportHandoffDocumentInput;
}>;


export type ImportHandoffDocumentMutation = { importHandoffDocument: { handoffPackage: { id: string, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, revision: number | null, submittedAt: string | null, version: number, updatedAt: string, deal: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, missing: Array<{ section: PackageSection, path: string, message: string }>, updatedBy: { id: string, key: string, name: string, role: Role } } | null, findings: Array<{ line: number, severity: FindingSeverity, code: FindingCode, path: string | null, message: string }>, missing: Array<{ section: PackageSection, path: string, message: string }>, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ImportedDealQueryVariables = Exact<{
  key: string;
}>;


export type ImportedDealQuery = { deal: { handoffPackage: { id: string, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, revision: number | null, submittedAt: string | null, version: number, updatedAt: string, missing: Array<{ path: string, section: PackageSection, message: string }>, deal: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, updatedBy: { id: string, key: string, name: string, role: Role } } | null, risks: { nodes: Array<{ id: string, description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, reviewOn: string | null, reviewedOn: string | null, status: RiskStatus, version: number, createdAt: string, updatedAt: string, deal: { key: string }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } }> }, commitments: { nodes: Array<{ id: string, words: string, promisedTo: string, dueWeek: number | null, dueOn: string | null, dueDate: string | null, status: CommitmentStatus, evidence: string | null, version: number, createdAt: string, updatedAt: string, deal: { key: string }, promisedBy: { id: string, key: string, name: string, role: Role }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } }> } } | null };

export type EventPartsFragment = { id: string, occurredAt: string, recordedAt: string, source: string | null, sourceEventId: string | null, recordedBy: { id: string, key: string, name: string, role: Role }, fact: { feeAgreed: { amount: string } | null, splitAgreed: { payees: Array<{ person: string, shareBp: number }> } | null, sowSigned: { party: SowParty } | null, depositInvoiced: { amount: string } | null, closedWon: { missingFields: Array<string> } | null, amAssigned: { person: string } | null, packageSubmitted: { revision: number } | null, callScheduled: { startsAt: string, minutes: number, place: string | null } | null, callHeld: { attendees: Array<Role> } | null, introSent: { note: string | null } | null, amContactedClient: { note: string | null } | null, clientEmailedAe: { note: string | null } | null, aeForwarded: { forwards: string } | null, kickoffConfirmed: { weekOne: string } | null, workshopDelivered: { week: number, attended: number, cohort: number } | null, walkthroughHeld: { week: number } | null, boardReportDelivered: { week: number } | null, qualityGatePassed: { week: number } | null, clientHoldStarted: { reason: string } | null, clientHoldEnded: { reason: string } | null, slaWaived: { sla: SlaCode, reason: string, approver: string } | null, commitmentDiscovered: { reference: string, declared: boolean } | null, riskMaterialised: { reference: string, declared: boolean } | null, dealCancelled: { reason: string } | null, eventRetracted: { retracts: string, reason: string } | null } };

export type RecordEventsMutationVariables = Exact<{
  input: RecordEventsInput;
}>;


export type RecordEventsMutation = { recordEvents: { events: Array<{ id: string, occurredAt: string, recordedAt: string, source: string | null, sourceEventId: string | null, recordedBy: { id: string, key: string, name: string, role: Role }, fact: { feeAgreed: { amount: string } | null, splitAgreed: { payees: Array<{ person: string, shareBp: number }> } | null, sowSigned: { party: SowParty } | null, depositInvoiced: { amount: string } | null, closedWon: { missingFields: Array<string> } | null, amAssigned: { person: string } | null, packageSubmitted: { revision: number } | null, callScheduled: { startsAt: string, minutes: number, place: string | null } | null, callHeld: { attendees: Array<Role> } | null, introSent: { note: string | null } | null, amContactedClient: { note: string | null } | null, clientEmailedAe: { note: string | null } | null, aeForwarded: { forwards: string } | null, kickoffConfirmed: { weekOne: string } | null, workshopDelivered: { week: number, attended: number, cohort: number } | null, walkthroughHeld: { week: number } | null, boardReportDelivered: { week: number } | null, qualityGatePassed: { week: number } | null, clientHoldStarted: { reason: string } | null, clientHoldEnded: { reason: string } | null, slaWaived: { sla: SlaCode, reason: string, approver: string } | null, commitmentDiscovered: { reference: string, declared: boolean } | null, riskMaterialised: { reference: string, declared: boolean } | null, dealCancelled: { reason: string } | null, eventRetracted: { retracts: string, reason: string } | null } }> | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type InquiryPartsFragment = { id: string, status: InquiryStatus, version: number, payee: { key: string }, deal: { key: string } | null, payment: { id: string, tranche: TrancheCode, status: PaymentStatus } | null, history: Array<{ kind: InquiryStepKind, words: string, event: string | null, by: { key: string } }> };

export type InquiriesQueryVariables = Exact<{
  status?: Array<InquiryStatus> | InquiryStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InquiriesQuery = { inquiries: { nodes: Array<{ id: string, status: InquiryStatus, version: number, payee: { key: string }, deal: { key: string } | null, payment: { id: string, tranche: TrancheCode, status: PaymentStatus } | null, history: Array<{ kind: InquiryStepKind, words: string, event: string | null, by: { key: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AskInquiryMutationVariables = Exact<{
  input: AskInquiryInput;
}>;


export type AskInquiryMutation = { askInquiry: { inquiry: { id: string, status: InquiryStatus, version: number, payee: { key: string }, deal: { key: string } | null, payment: { id: string, tranche: TrancheCode, status: PaymentStatus } | null, history: Array<{ kind: InquiryStepKind, words: string, event: string | null, by: { key: string } }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ResolveInquiryMutationVariables = Exact<{
  input: ResolveInquiryInput;
}>;


export type ResolveInquiryMutation = { resolveInquiry: { inquiry: { id: string, status: InquiryStatus, version: number, payee: { key: string }, deal: { key: string } | null, payment: { id: string, tranche: TrancheCode, status: PaymentStatus } | null, history: Array<{ kind: InquiryStepKind, words: string, event: string | null, by: { key: string } }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ReopenInquiryMutationVariables = Exact<{
  input: ReopenInquiryInput;
}>;


export type ReopenInquiryMutation = { reopenInquiry: { inquiry: { id: string, status: InquiryStatus, version: number, payee: { key: string }, deal: { key: string } | null, payment: { id: string, tranche: TrancheCode, status: PaymentStatus } | null, history: Array<{ kind: InquiryStepKind, words: string, event: string | null, by: { key: string } }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type MyCommissionQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyCommissionQuery = { viewer: { key: string, commission: { totals: Array<{ status: PaymentStatus, payments: number, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string } }>, waiting: { nodes: Array<{ tranche: TrancheCode, status: PaymentStatus, waitingFor: string | null, deal: { key: string }, amount: { amount: string, currency: string }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, move: { what: string, role: Role, since: string | null, person: { key: string } | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null } };

export type PackagePartsFragment = { id: string, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, revision: number | null, submittedAt: string | null, version: number, updatedAt: string, deal: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, missing: Array<{ section: PackageSection, path: string, message: string }>, updatedBy: { id: string, key: string, name: string, role: Role } };

export type DealHandedOverQueryVariables = Exact<{
  key: string;
  first?: number | null | undefined;
  risksAfter?: string | null | undefined;
  commitmentsAfter?: string | null | undefined;
}>;


export type DealHandedOverQuery = { deal: { handoffPackage: { id: string, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, revision: number | null, submittedAt: string | null, version: number, updatedAt: string, deal: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, missing: Array<{ section: PackageSection, path: string, message: string }>, updatedBy: { id: string, key: string, name: string, role: Role } } | null, risks: { nodes: Array<{ id: string, description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, reviewOn: string | null, reviewedOn: string | null, status: RiskStatus, version: number, createdAt: string, updatedAt: string, deal: { key: string }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, commitments: { nodes: Array<{ id: string, words: string, promisedTo: string, dueWeek: number | null, dueOn: string | null, dueDate: string | null, status: CommitmentStatus, evidence: string | null, version: number, createdAt: string, updatedAt: string, deal: { key: string }, promisedBy: { id: string, key: string, name: string, role: Role }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type SaveHandoffPackageMutationVariables = Exact<{
  input: SaveHandoffPackageInput;
}>;


export type SaveHandoffPackageMutation = { saveHandoffPackage: { handoffPackage: { id: string, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, revision: number | null, submittedAt: string | null, version: number, updatedAt: string, deal: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, missing: Array<{ section: PackageSection, path: string, message: string }>, updatedBy: { id: string, key: string, name: string, role: Role } } | null, conflict: { expectedVersion: number, currentVersion: number, changedAt: string | null, changedBy: { id: string, key: string, name: string, role: Role } | null, differences: Array<{ section: PackageSection, path: string, label: string, yours: string | null, theirs: string | null }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type SubmitHandoffPackageMutationVariables = Exact<{
  input: SubmitHandoffPackageInput;
}>;


export type SubmitHandoffPackageMutation = { submitHandoffPackage: { warnings: Array<string>, handoffPackage: { id: string, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, revision: number | null, submittedAt: string | null, version: number, updatedAt: string, deal: { lastRecordedAt: string | null, key: string, handoff: { slas: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }> }, events: { nodes: Array<{ id: string, occurredAt: string, recordedAt: string, source: string | null, sourceEventId: string | null, recordedBy: { id: string, key: string, name: string, role: Role }, fact: { feeAgreed: { amount: string } | null, splitAgreed: { payees: Array<{ person: string, shareBp: number }> } | null, sowSigned: { party: SowParty } | null, depositInvoiced: { amount: string } | null, closedWon: { missingFields: Array<string> } | null, amAssigned: { person: string } | null, packageSubmitted: { revision: number } | null, callScheduled: { startsAt: string, minutes: number, place: string | null } | null, callHeld: { attendees: Array<Role> } | null, introSent: { note: string | null } | null, amContactedClient: { note: string | null } | null, clientEmailedAe: { note: string | null } | null, aeForwarded: { forwards: string } | null, kickoffConfirmed: { weekOne: string } | null, workshopDelivered: { week: number, attended: number, cohort: number } | null, walkthroughHeld: { week: number } | null, boardReportDelivered: { week: number } | null, qualityGatePassed: { week: number } | null, clientHoldStarted: { reason: string } | null, clientHoldEnded: { reason: string } | null, slaWaived: { sla: SlaCode, reason: string, approver: string } | null, commitmentDiscovered: { reference: string, declared: boolean } | null, riskMaterialised: { reference: string, declared: boolean } | null, dealCancelled: { reason: string } | null, eventRetracted: { retracts: string, reason: string } | null } }> } }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, missing: Array<{ section: PackageSection, path: string, message: string }>, updatedBy: { id: string, key: string, name: string, role: Role } } | null, document: { path: string | null, revision: number | null } | null, missing: Array<{ section: PackageSection, path: string, message: string }>, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type PackageHistoryQueryVariables = Exact<{
  key: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PackageHistoryQuery = { deal: { handoffPackage: { revisions: { nodes: Array<{ revision: number, submittedAt: string, retractedAt: string | null, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, submittedBy: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, risks: Array<{ description: string | null, likelihood: RiskLikelihood | null, mitigation: string | null }>, commitments: Array<{ words: string | null, promisedTo: string | null, dueWeek: number | null, dueOn: string | null, promisedBy: { key: string } | null }>, event: { id: string, occurredAt: string, recordedAt: string, source: string | null, sourceEventId: string | null, recordedBy: { id: string, key: string, name: string, role: Role }, fact: { feeAgreed: { amount: string } | null, splitAgreed: { payees: Array<{ person: string, shareBp: number }> } | null, sowSigned: { party: SowParty } | null, depositInvoiced: { amount: string } | null, closedWon: { missingFields: Array<string> } | null, amAssigned: { person: string } | null, packageSubmitted: { revision: number } | null, callScheduled: { startsAt: string, minutes: number, place: string | null } | null, callHeld: { attendees: Array<Role> } | null, introSent: { note: string | null } | null, amContactedClient: { note: string | null } | null, clientEmailedAe: { note: string | null } | null, aeForwarded: { forwards: string } | null, kickoffConfirmed: { weekOne: string } | null, workshopDelivered: { week: number, attended: number, cohort: number } | null, walkthroughHeld: { week: number } | null, boardReportDelivered: { week: number } | null, qualityGatePassed: { week: number } | null, clientHoldStarted: { reason: string } | null, clientHoldEnded: { reason: string } | null, slaWaived: { sla: SlaCode, reason: string, approver: string } | null, commitmentDiscovered: { reference: string, declared: boolean } | null, riskMaterialised: { reference: string, declared: boolean } | null, dealCancelled: { reason: string } | null, eventRetracted: { retracts: string, reason: string } | null } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null } | null };

export type PackageChangesQueryVariables = Exact<{
  key: string;
  from: number;
  to?: number | null | undefined;
}>;


export type PackageChangesQuery = { deal: { handoffPackage: { submission: { revision: number, submittedAt: string, retractedAt: string | null, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, submittedBy: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, risks: Array<{ description: string | null, likelihood: RiskLikelihood | null, mitigation: string | null }>, commitments: Array<{ words: string | null, promisedTo: string | null, dueWeek: number | null, dueOn: string | null, promisedBy: { key: string } | null }>, event: { id: string, occurredAt: string, recordedAt: string, source: string | null, sourceEventId: string | null, recordedBy: { id: string, key: string, name: string, role: Role }, fact: { feeAgreed: { amount: string } | null, splitAgreed: { payees: Array<{ person: string, shareBp: number }> } | null, sowSigned: { party: SowParty } | null, depositInvoiced: { amount: string } | null, closedWon: { missingFields: Array<string> } | null, amAssigned: { person: string } | null, packageSubmitted: { revision: number } | null, callScheduled: { startsAt: string, minutes: number, place: string | null } | null, callHeld: { attendees: Array<Role> } | null, introSent: { note: string | null } | null, amContactedClient: { note: string | null } | null, clientEmailedAe: { note: string | null } | null, aeForwarded: { forwards: string } | null, kickoffConfirmed: { weekOne: string } | null, workshopDelivered: { week: number, attended: number, cohort: number } | null, walkthroughHeld: { week: number } | null, boardReportDelivered: { week: number } | null, qualityGatePassed: { week: number } | null, clientHoldStarted: { reason: string } | null, clientHoldEnded: { reason: string } | null, slaWaived: { sla: SlaCode, reason: string, approver: string } | null, commitmentDiscovered: { reference: string, declared: boolean } | null, riskMaterialised: { reference: string, declared: boolean } | null, dealCancelled: { reason: string } | null, eventRetracted: { retracts: string, reason: string } | null } } } | null, changes: Array<{ section: PackageSection, path: string, label: string, before: string | null, after: string | null }> | null } | null } | null };

export type RevisionPartsFragment = { revision: number, submittedAt: string, retractedAt: string | null, noRisksAndIHaveAsked: boolean, noCommitmentsAndIHaveAsked: boolean, submittedBy: { key: string }, sections: { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } }, risks: Array<{ description: string | null, likelihood: RiskLikelihood | null, mitigation: string | null }>, commitments: Array<{ words: string | null, promisedTo: string | null, dueWeek: number | null, dueOn: string | null, promisedBy: { key: string } | null }>, event: { id: string, occurredAt: string, recordedAt: string, source: string | null, sourceEventId: string | null, recordedBy: { id: string, key: string, name: string, role: Role }, fact: { feeAgreed: { amount: string } | null, splitAgreed: { payees: Array<{ person: string, shareBp: number }> } | null, sowSigned: { party: SowParty } | null, depositInvoiced: { amount: string } | null, closedWon: { missingFields: Array<string> } | null, amAssigned: { person: string } | null, packageSubmitted: { revision: number } | null, callScheduled: { startsAt: string, minutes: number, place: string | null } | null, callHeld: { attendees: Array<Role> } | null, introSent: { note: string | null } | null, amContactedClient: { note: string | null } | null, clientEmailedAe: { note: string | null } | null, aeForwarded: { forwards: string } | null, kickoffConfirmed: { weekOne: string } | null, workshopDelivered: { week: number, attended: number, cohort: number } | null, walkthroughHeld: { week: number } | null, boardReportDelivered: { week: number } | null, qualityGatePassed: { week: number } | null, clientHoldStarted: { reason: string } | null, clientHoldEnded: { reason: string } | null, slaWaived: { sla: SlaCode, reason: string, approver: string } | null, commitmentDiscovered: { reference: string, declared: boolean } | null, riskMaterialised: { reference: string, declared: boolean } | null, dealCancelled: { reason: string } | null, eventRetracted: { retracts: string, reason: string } | null } } };

export type MoneyPartsFragment = { amount: string, currency: string };

export type PersonPartsFragment = { id: string, key: string, name: string, role: Role };

export type ClockPartsFragment = { sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null };

export type StepPartsFragment = { rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null };

export type PagePartsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type ProblemPartsFragment = { code: ProblemCode, path: string, message: string };

export type PayRunPartsFragment = { id: string, period: string, status: PayRunStatus, reference: string | null, createdBy: { key: string }, approvedBy: { key: string } | null, paidBy: { key: string } | null, payees: Array<{ lines: number, payee: { key: string }, broughtForward: { amount: string, currency: string }, linesTotal: { amount: string, currency: string }, payable: { amount: string, currency: string }, carriedForward: { amount: string, currency: string } }>, history: Array<{ action: PayRunAction, refusal: string | null, by: { key: string } }> };

export type PayRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PayRunsQuery = { payRuns: { nodes: Array<{ payroll: string, id: string, period: string, status: PayRunStatus, reference: string | null, createdBy: { key: string }, approvedBy: { key: string } | null, paidBy: { key: string } | null, payees: Array<{ lines: number, payee: { key: string }, broughtForward: { amount: string, currency: string }, linesTotal: { amount: string, currency: string }, payable: { amount: string, currency: string }, carriedForward: { amount: string, currency: string } }>, history: Array<{ action: PayRunAction, refusal: string | null, by: { key: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CreatePayRunMutationVariables = Exact<{
  input: CreatePayRunInput;
}>;


export type CreatePayRunMutation = { createPayRun: { payRun: { id: string, period: string, status: PayRunStatus, reference: string | null, createdBy: { key: string }, approvedBy: { key: string } | null, paidBy: { key: string } | null, payees: Array<{ lines: number, payee: { key: string }, broughtForward: { amount: string, currency: string }, linesTotal: { amount: string, currency: string }, payable: { amount: string, currency: string }, carriedForward: { amount: string, currency: string } }>, history: Array<{ action: PayRunAction, refusal: string | null, by: { key: string } }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ApprovePayRunMutationVariables = Exact<{
  input: PayRunInput;
}>;


export type ApprovePayRunMutation = { approvePayRun: { payRun: { id: string, period: string, status: PayRunStatus, reference: string | null, createdBy: { key: string }, approvedBy: { key: string } | null, paidBy: { key: string } | null, payees: Array<{ lines: number, payee: { key: string }, broughtForward: { amount: string, currency: string }, linesTotal: { amount: string, currency: string }, payable: { amount: string, currency: string }, carriedForward: { amount: string, currency: string } }>, history: Array<{ action: PayRunAction, refusal: string | null, by: { key: string } }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type MarkPayRunPaidMutationVariables = Exact<{
  input: MarkPayRunPaidInput;
}>;


export type MarkPayRunPaidMutation = { markPayRunPaid: { payRun: { id: string, period: string, status: PayRunStatus, reference: string | null, createdBy: { key: string }, approvedBy: { key: string } | null, paidBy: { key: string } | null, payees: Array<{ lines: number, payee: { key: string }, broughtForward: { amount: string, currency: string }, linesTotal: { amount: string, currency: string }, payable: { amount: string, currency: string }, carriedForward: { amount: string, currency: string } }>, history: Array<{ action: PayRunAction, refusal: string | null, by: { key: string } }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type DiscardPayRunMutationVariables = Exact<{
  input: PayRunInput;
}>;


export type DiscardPayRunMutation = { discardPayRun: { payRun: { id: string, period: string, status: PayRunStatus, reference: string | null, createdBy: { key: string }, approvedBy: { key: string } | null, paidBy: { key: string } | null, payees: Array<{ lines: number, payee: { key: string }, broughtForward: { amount: string, currency: string }, linesTotal: { amount: string, currency: string }, payable: { amount: string, currency: string }, carriedForward: { amount: string, currency: string } }>, history: Array<{ action: PayRunAction, refusal: string | null, by: { key: string } }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type SetEmployeeNumberMutationVariables = Exact<{
  input: SetEmployeeNumberInput;
}>;


export type SetEmployeeNumberMutation = { setEmployeeNumber: { employeeNumber: string | null, person: { key: string } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { email: string, id: string, key: string, name: string, role: Role } };

export type ObjectByIdQueryVariables = Exact<{
  id: string;
}>;


export type ObjectByIdQuery = { node:
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'BulkExport', id: string }
    | { __typename: 'CommissionPayment', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'Deal', id: string }
    | { __typename: 'DealEvent', id: string }
    | { __typename: 'HandoffPackage', id: string }
    | { __typename: 'Inquiry', id: string }
    | { __typename: 'PayRun', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Risk', id: string }
   | null };

export type PlanVersionPartsFragment = { plan: string, version: string, effectiveFrom: string, rateBp: number, onCancel: CancelEffect, signedDeals: number, tranches: Array<{ code: TrancheCode, shareBp: number }>, effects: Array<{ sla: SlaCode, effect: BreachEffect, reduceBp: number | null }> };

export type PlansQueryVariables = Exact<{
  plan: string;
}>;


export type PlansQuery = { commissionPlans: Array<{ plan: string, version: string, effectiveFrom: string, rateBp: number, onCancel: CancelEffect, signedDeals: number, tranches: Array<{ code: TrancheCode, shareBp: number }>, effects: Array<{ sla: SlaCode, effect: BreachEffect, reduceBp: number | null }> }>, planReach: { count: number, deals: { nodes: Array<{ key: string }> } } };

export type CreatePlanVersionMutationVariables = Exact<{
  input: CreatePlanVersionInput;
}>;


export type CreatePlanVersionMutation = { createPlanVersion: { planVersion: { plan: string, version: string, effectiveFrom: string, rateBp: number, onCancel: CancelEffect, signedDeals: number, tranches: Array<{ code: TrancheCode, shareBp: number }>, effects: Array<{ sla: SlaCode, effect: BreachEffect, reduceBp: number | null }> } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type PlanComparisonPartsFragment = { month: string, payeeKey: string | null, actual: { amount: string, currency: string }, hypothetical: { amount: string, currency: string }, difference: { amount: string, currency: string } };

export type PlanWhatIfQueryVariables = Exact<{
  plan?: string | null | undefined;
  terms?: PlanInput | null | undefined;
  version?: string | null | undefined;
  from: string;
  until: string;
}>;


export type PlanWhatIfQuery = { planWhatIf: { deals: number, rows: Array<{ month: string, payeeKey: string | null, actual: { amount: string, currency: string }, hypothetical: { amount: string, currency: string }, difference: { amount: string, currency: string } }>, totals: Array<{ month: string, payeeKey: string | null, actual: { amount: string, currency: string }, hypothetical: { amount: string, currency: string }, difference: { amount: string, currency: string } }> } };

export type RiskPartsFragment = { id: string, description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, reviewOn: string | null, reviewedOn: string | null, status: RiskStatus, version: number, createdAt: string, updatedAt: string, deal: { key: string }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } };

export type RisksQueryVariables = Exact<{
  filter?: RiskFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RisksQuery = { risks: { edges: Array<{ cursor: string }>, nodes: Array<{ id: string, description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, reviewOn: string | null, reviewedOn: string | null, status: RiskStatus, version: number, createdAt: string, updatedAt: string, deal: { key: string }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CreateRiskMutationVariables = Exact<{
  input: CreateRiskInput;
}>;


export type CreateRiskMutation = { createRisk: { warnings: Array<string>, risk: { id: string, description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, reviewOn: string | null, reviewedOn: string | null, status: RiskStatus, version: number, createdAt: string, updatedAt: string, deal: { key: string }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type ChangeRiskMutationVariables = Exact<{
  input: ChangeRiskInput;
}>;


export type ChangeRiskMutation = { changeRisk: { risk: { id: string, description: string, likelihood: RiskLikelihood, mitigation: string | null, agreedMitigation: string | null, reviewOn: string | null, reviewedOn: string | null, status: RiskStatus, version: number, createdAt: string, updatedAt: string, deal: { key: string }, owner: { id: string, key: string, name: string, role: Role } | null, updatedBy: { id: string, key: string, name: string, role: Role } } | null, errors: Array<{ code: ProblemCode, path: string, message: string }> } };

export type SectionsPartsFragment = { clientBasics: { legalName: string | null, tradingName: string | null, sector: string | null, subSector: string | null, headcount: number | null, headcountInScope: number | null, companyNumber: string | null, notRegisteredBecause: string | null, filings: string | null, press: string | null, sites: Array<{ name: string | null, address: string | null }> | null }, people: { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null }, whatTheyAreSolving: { trigger: string | null, successMeasure: string | null, priorProviderWorked: string | null, priorProviderDidNotWork: string | null, redLines: Array<string> | null, softSignals: Array<string> | null }, whatWeAreDelivering: { modules: Array<string> | null, workshopModality: WorkshopModality | null, nudgeChannel: string | null, outOfScope: Array<string> | null, cohorts: Array<{ number: number | null, size: number | null, composition: string | null, startsOn: string | null }> | null, bespokeElements: Array<{ element: string | null, signOff: string | null }> | null }, commercials: { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null } };

export type PeoplePartsFragment = { execSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, relationshipStrength: string | null, howToAddress: string | null, preferredChannel: string | null } | null, hrSponsor: { name: string | null, email: string | null, phone: string | null, notes: string | null, engagementStyle: string | null, caresMostAbout: string | null } | null, procurement: { name: string | null, email: string | null, phone: string | null, notes: string | null, purchaseOrders: string | null } | null, finance: { name: string | null, email: string | null, phone: string | null, notes: string | null, invoiceFormat: string | null } | null, platformOwner: { name: string | null, email: string | null, phone: string | null, notes: string | null, nudgeChannelSetup: string | null } | null, champion: { name: string | null, email: string | null, phone: string | null, notes: string | null, whatIsInItForThem: string | null } | null };

export type CommercialsPartsFragment = { sideCommitments: Array<string> | null, fee: { amount: string, currency: string } | null, breakdown: Array<{ item: string | null, amount: { amount: string, currency: string } | null }> | null, discounts: Array<{ description: string | null, signOff: string | null, amount: { amount: string, currency: string } | null }> | null, milestones: Array<{ milestone: string | null, invoiceOn: string | null, amount: { amount: string, currency: string } | null }> | null };

export type SimulateQueryVariables = Exact<{
  scenario: ScenarioInput;
}>;


export type SimulateQuery = { simulate: { effectiveAt: string, knownAt: string | null, handoff: { triggeredAt: string | null, unmetConditions: Array<TriggerCondition>, owner: Role, pointOfContact: Role, weekOne: string | null, slas: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }> }, commission: { planVersion: string, fee: { amount: string, currency: string } | null, entitlement: { amount: string, currency: string }, payments: Array<{ tranche: TrancheCode, payee: string, status: PaymentStatus, earnedAt: string | null, releasedAt: string | null, waitingFor: string | null, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, derivation: Array<{ rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null }> }>, lines: Array<{ kind: LineKind, tranche: TrancheCode, payee: string, effectiveAt: string, amount: { amount: string, currency: string } }> } } };

export type WhatIfQueryVariables = Exact<{
  deal: string;
  events: Array<DealEventInput> | DealEventInput;
  effectiveAt?: string | null | undefined;
}>;


export type WhatIfQuery = { whatIf: { effectiveAt: string, knownAt: string | null, handoff: { triggeredAt: string | null, unmetConditions: Array<TriggerCondition>, owner: Role, pointOfContact: Role, weekOne: string | null, slas: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, faults: Array<{ code: HandoffFaultCode, evidence: Array<string> }> }, commission: { planVersion: string, fee: { amount: string, currency: string } | null, entitlement: { amount: string, currency: string }, payments: Array<{ tranche: TrancheCode, payee: string, status: PaymentStatus, earnedAt: string | null, releasedAt: string | null, waitingFor: string | null, amount: { amount: string, currency: string }, releasedToDate: { amount: string, currency: string }, heldBy: Array<{ sla: SlaCode, status: SlaStatus, accountable: Role, startedAt: string | null, dueAt: string | null, metAt: string | null, waivedAt: string | null, breachedAt: string | null, countsAgainstAeFrom: string | null }>, derivation: Array<{ rule: string, detail: string, events: Array<string>, amount: { amount: string, currency: string } | null }> }>, lines: Array<{ kind: LineKind, tranche: TrancheCode, payee: string, effectiveAt: string, amount: { amount: string, currency: string } }> } } };

export type CommissionStatementQueryVariables = Exact<{
  payee: string;
  period: string;
  knownAt?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CommissionStatementQuery = { commissionStatement: { period: string, knownAt: string, payee: { key: string }, totals: Array<{ lineKind: LineKind, lines: number, amount: { amount: string, currency: string } }>, due: Array<{ amount: string, currency: string }>, balances: Array<{ paidAt: string | null, opening: { amount: string, currency: string }, amount: { amount: string, currency: string }, paid: { amount: string, currency: string }, closing: { amount: string, currency: string }, carriedForward: { amount: string, currency: string } | null }>, lines: { nodes: Array<{ dealKey: string, clientName: string, lineKind: LineKind, tranche: TrancheCode, effectiveAt: string, recordedAt: string, planVersion: string, words: string, event: string, amount: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } };

export type DealTimelineQueryVariables = Exact<{
  key: string;
  effectiveAt?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type DealTimelineQuery = { deal: { timeline: Array<{ week: number, startsOn: string | null, endsOn: string | null, isCurrent: boolean, steps: Array<{ code: TimelineStepCode, week: number, status: TimelineStepStatus, plannedFor: string | null, doneAt: string | null, event: string | null }> }>, next: Array<{ kind: DeadlineKind, what: string, sla: SlaCode | null, step: TimelineStepCode | null, about: string | null, dueAt: string, isOverdue: boolean, owner: Role, minutesLeft: number, workingMinutesLeft: number | null, person: { key: string } | null }> } | null };

export type HealthPartsFragment = { personKey: string | null, handoffs: number, withFaults: number, slas: Array<{ sla: SlaCode, onTime: number, late: number, waived: number, open: number, stopped: number, onTimeBp: number | null, medianMinutes: number | null, medianMinutesFromTrigger: number | null }>, steps: Array<{ step: TimelineStepCode, done: number, medianMinutes: number | null }>, faults: Array<{ code: HandoffFaultCode, handoffs: number }> };

export type HandoffHealthQueryVariables = Exact<{
  from: string;
  to: string;
  groupBy?: HealthDimension | null | undefined;
}>;


export type HandoffHealthQuery = { handoffHealth: { from: string, to: string, rows: Array<{ personKey: string | null, handoffs: number, withFaults: number, person: { key: string } | null, slas: Array<{ sla: SlaCode, onTime: number, late: number, waived: number, open: number, stopped: number, onTimeBp: number | null, medianMinutes: number | null, medianMinutesFromTrigger: number | null }>, steps: Array<{ step: TimelineStepCode, done: number, medianMinutes: number | null }>, faults: Array<{ code: HandoffFaultCode, handoffs: number }> }>, total: { personKey: string | null, handoffs: number, withFaults: number, slas: Array<{ sla: SlaCode, onTime: number, late: number, waived: number, open: number, stopped: number, onTimeBp: number | null, medianMinutes: number | null, medianMinutesFromTrigger: number | null }>, steps: Array<{ step: TimelineStepCode, done: number, medianMinutes: number | null }>, faults: Array<{ code: HandoffFaultCode, handoffs: number }> } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ApiKeyPartsFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyParts on ApiKey {
  id
  name
  role
  documents
  expiresAt
  revokedAt
  lastUsedAt
  replaces
  person {
    key
  }
  createdBy {
    key
  }
}
    `, {"fragmentName":"ApiKeyParts"}) as unknown as TypedDocumentString<ApiKeyPartsFragment, unknown>;
export const CallPartsFragmentDoc = new TypedDocumentString(`
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
    `, {"fragmentName":"CallParts"}) as unknown as TypedDocumentString<CallPartsFragment, unknown>;
export const AfterCallPartsFragmentDoc = new TypedDocumentString(`
    fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}`, {"fragmentName":"AfterCallParts"}) as unknown as TypedDocumentString<AfterCallPartsFragment, unknown>;
export const ProblemPartsFragmentDoc = new TypedDocumentString(`
    fragment ProblemParts on Problem {
  code
  path
  message
}
    `, {"fragmentName":"ProblemParts"}) as unknown as TypedDocumentString<ProblemPartsFragment, unknown>;
export const MailPartsFragmentDoc = new TypedDocumentString(`
    fragment MailParts on SendMailPayload {
  deal {
    ...AfterCallParts
  }
  sent
  file
  warnings
  errors {
    ...ProblemParts
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`, {"fragmentName":"MailParts"}) as unknown as TypedDocumentString<MailPartsFragment, unknown>;
export const MoneyPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const ClockPartsFragmentDoc = new TypedDocumentString(`
    fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
    `, {"fragmentName":"ClockParts"}) as unknown as TypedDocumentString<ClockPartsFragment, unknown>;
export const StepPartsFragmentDoc = new TypedDocumentString(`
    fragment StepParts on DerivationStep {
  rule
  detail
  amount {
    ...MoneyParts
  }
  events
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"StepParts"}) as unknown as TypedDocumentString<StepPartsFragment, unknown>;
export const CommissionPartsFragmentDoc = new TypedDocumentString(`
    fragment CommissionParts on CommissionState {
  fee {
    ...MoneyParts
  }
  entitlement {
    ...MoneyParts
  }
  planVersion
  payments {
    tranche
    payee
    status
    amount {
      ...MoneyParts
    }
    releasedToDate {
      ...MoneyParts
    }
    earnedAt
    releasedAt
    waitingFor
    heldBy {
      ...ClockParts
    }
    derivation {
      ...StepParts
    }
  }
  lines {
    kind
    tranche
    payee
    amount {
      ...MoneyParts
    }
    effectiveAt
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment StepParts on DerivationStep {
  rule
  detail
  amount {
    ...MoneyParts
  }
  events
}`, {"fragmentName":"CommissionParts"}) as unknown as TypedDocumentString<CommissionPartsFragment, unknown>;
export const PersonPartsFragmentDoc = new TypedDocumentString(`
    fragment PersonParts on Person {
  id
  key
  name
  role
}
    `, {"fragmentName":"PersonParts"}) as unknown as TypedDocumentString<PersonPartsFragment, unknown>;
export const PaymentPartsFragmentDoc = new TypedDocumentString(`
    fragment PaymentParts on CommissionPayment {
  id
  deal {
    key
  }
  tranche
  status
  amount {
    ...MoneyParts
  }
  releasedToDate {
    ...MoneyParts
  }
  earnedAt
  releasedAt
  waitingFor
  updatedAt
  payee {
    ...PersonParts
  }
  heldBy {
    ...ClockParts
  }
  derivation {
    ...StepParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment StepParts on DerivationStep {
  rule
  detail
  amount {
    ...MoneyParts
  }
  events
}`, {"fragmentName":"PaymentParts"}) as unknown as TypedDocumentString<PaymentPartsFragment, unknown>;
export const CommitmentPartsFragmentDoc = new TypedDocumentString(`
    fragment CommitmentParts on Commitment {
  id
  words
  promisedTo
  dueWeek
  dueOn
  dueDate
  status
  evidence
  version
  createdAt
  updatedAt
  deal {
    key
  }
  promisedBy {
    ...PersonParts
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}`, {"fragmentName":"CommitmentParts"}) as unknown as TypedDocumentString<CommitmentPartsFragment, unknown>;
export const DealHeadFragmentDoc = new TypedDocumentString(`
    fragment DealHead on Deal {
  id
  key
  clientName
  currency
  calendar
  plan
  stage
  openedAt
  lastRecordedAt
  updatedAt
  triggeredAt
  weekOne
  cancelledAt
  nextDueAt
  fee {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"DealHead"}) as unknown as TypedDocumentString<DealHeadFragment, unknown>;
export const DealPeopleFragmentDoc = new TypedDocumentString(`
    fragment DealPeople on Deal {
  accountExecutive {
    ...PersonParts
  }
  deliveryLead {
    ...PersonParts
  }
  accountManager {
    ...PersonParts
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}`, {"fragmentName":"DealPeople"}) as unknown as TypedDocumentString<DealPeopleFragment, unknown>;
export const HandoffPartsFragmentDoc = new TypedDocumentString(`
    fragment HandoffParts on HandoffState {
  triggeredAt
  unmetConditions
  owner
  pointOfContact
  weekOne
  slas {
    ...ClockParts
  }
  faults {
    code
    evidence
  }
}
    fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}`, {"fragmentName":"HandoffParts"}) as unknown as TypedDocumentString<HandoffPartsFragment, unknown>;
export const DocumentPartsFragmentDoc = new TypedDocumentString(`
    fragment DocumentParts on HandoffDocument {
  revision
  markdown
  html
  path
}
    `, {"fragmentName":"DocumentParts"}) as unknown as TypedDocumentString<DocumentPartsFragment, unknown>;
export const FindingPartsFragmentDoc = new TypedDocumentString(`
    fragment FindingParts on DocumentFinding {
  line
  severity
  code
  path
  message
}
    `, {"fragmentName":"FindingParts"}) as unknown as TypedDocumentString<FindingPartsFragment, unknown>;
export const InquiryPartsFragmentDoc = new TypedDocumentString(`
    fragment InquiryParts on Inquiry {
  id
  status
  version
  payee {
    key
  }
  deal {
    key
  }
  payment {
    id
    tranche
    status
  }
  history {
    kind
    words
    event
    by {
      key
    }
  }
}
    `, {"fragmentName":"InquiryParts"}) as unknown as TypedDocumentString<InquiryPartsFragment, unknown>;
export const PeoplePartsFragmentDoc = new TypedDocumentString(`
    fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
    `, {"fragmentName":"PeopleParts"}) as unknown as TypedDocumentString<PeoplePartsFragment, unknown>;
export const CommercialsPartsFragmentDoc = new TypedDocumentString(`
    fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"CommercialsParts"}) as unknown as TypedDocumentString<CommercialsPartsFragment, unknown>;
export const SectionsPartsFragmentDoc = new TypedDocumentString(`
    fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`, {"fragmentName":"SectionsParts"}) as unknown as TypedDocumentString<SectionsPartsFragment, unknown>;
export const PackagePartsFragmentDoc = new TypedDocumentString(`
    fragment PackageParts on HandoffPackage {
  id
  deal {
    key
  }
  sections {
    ...SectionsParts
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  missing {
    section
    path
    message
  }
  revision
  submittedAt
  version
  updatedAt
  updatedBy {
    ...PersonParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`, {"fragmentName":"PackageParts"}) as unknown as TypedDocumentString<PackagePartsFragment, unknown>;
export const EventPartsFragmentDoc = new TypedDocumentString(`
    fragment EventParts on DealEvent {
  id
  occurredAt
  recordedAt
  source
  sourceEventId
  recordedBy {
    ...PersonParts
  }
  fact {
    feeAgreed {
      amount
    }
    splitAgreed {
      payees {
        person
        shareBp
      }
    }
    sowSigned {
      party
    }
    depositInvoiced {
      amount
    }
    closedWon {
      missingFields
    }
    amAssigned {
      person
    }
    packageSubmitted {
      revision
    }
    callScheduled {
      startsAt
      minutes
      place
    }
    callHeld {
      attendees
    }
    introSent {
      note
    }
    amContactedClient {
      note
    }
    clientEmailedAe {
      note
    }
    aeForwarded {
      forwards
    }
    kickoffConfirmed {
      weekOne
    }
    workshopDelivered {
      week
      attended
      cohort
    }
    walkthroughHeld {
      week
    }
    boardReportDelivered {
      week
    }
    qualityGatePassed {
      week
    }
    clientHoldStarted {
      reason
    }
    clientHoldEnded {
      reason
    }
    slaWaived {
      sla
      reason
      approver
    }
    commitmentDiscovered {
      reference
      declared
    }
    riskMaterialised {
      reference
      declared
    }
    dealCancelled {
      reason
    }
    eventRetracted {
      retracts
      reason
    }
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}`, {"fragmentName":"EventParts"}) as unknown as TypedDocumentString<EventPartsFragment, unknown>;
export const RevisionPartsFragmentDoc = new TypedDocumentString(`
    fragment RevisionParts on PackageRevision {
  revision
  submittedAt
  submittedBy {
    key
  }
  retractedAt
  sections {
    ...SectionsParts
  }
  risks {
    description
    likelihood
    mitigation
  }
  commitments {
    words
    promisedTo
    promisedBy {
      key
    }
    dueWeek
    dueOn
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  event {
    ...EventParts
  }
}
    fragment EventParts on DealEvent {
  id
  occurredAt
  recordedAt
  source
  sourceEventId
  recordedBy {
    ...PersonParts
  }
  fact {
    feeAgreed {
      amount
    }
    splitAgreed {
      payees {
        person
        shareBp
      }
    }
    sowSigned {
      party
    }
    depositInvoiced {
      amount
    }
    closedWon {
      missingFields
    }
    amAssigned {
      person
    }
    packageSubmitted {
      revision
    }
    callScheduled {
      startsAt
      minutes
      place
    }
    callHeld {
      attendees
    }
    introSent {
      note
    }
    amContactedClient {
      note
    }
    clientEmailedAe {
      note
    }
    aeForwarded {
      forwards
    }
    kickoffConfirmed {
      weekOne
    }
    workshopDelivered {
      week
      attended
      cohort
    }
    walkthroughHeld {
      week
    }
    boardReportDelivered {
      week
    }
    qualityGatePassed {
      week
    }
    clientHoldStarted {
      reason
    }
    clientHoldEnded {
      reason
    }
    slaWaived {
      sla
      reason
      approver
    }
    commitmentDiscovered {
      reference
      declared
    }
    riskMaterialised {
      reference
      declared
    }
    dealCancelled {
      reason
    }
    eventRetracted {
      retracts
      reason
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`, {"fragmentName":"RevisionParts"}) as unknown as TypedDocumentString<RevisionPartsFragment, unknown>;
export const PagePartsFragmentDoc = new TypedDocumentString(`
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageParts"}) as unknown as TypedDocumentString<PagePartsFragment, unknown>;
export const PayRunPartsFragmentDoc = new TypedDocumentString(`
    fragment PayRunParts on PayRun {
  id
  period
  status
  reference
  createdBy {
    key
  }
  approvedBy {
    key
  }
  paidBy {
    key
  }
  payees {
    payee {
      key
    }
    lines
    broughtForward {
      ...MoneyParts
    }
    linesTotal {
      ...MoneyParts
    }
    payable {
      ...MoneyParts
    }
    carriedForward {
      ...MoneyParts
    }
  }
  history {
    by {
      key
    }
    action
    refusal
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"PayRunParts"}) as unknown as TypedDocumentString<PayRunPartsFragment, unknown>;
export const PlanVersionPartsFragmentDoc = new TypedDocumentString(`
    fragment PlanVersionParts on PlanVersion {
  plan
  version
  effectiveFrom
  rateBp
  tranches {
    code
    shareBp
  }
  effects {
    sla
    effect
    reduceBp
  }
  onCancel
  signedDeals
}
    `, {"fragmentName":"PlanVersionParts"}) as unknown as TypedDocumentString<PlanVersionPartsFragment, unknown>;
export const PlanComparisonPartsFragmentDoc = new TypedDocumentString(`
    fragment PlanComparisonParts on PlanComparisonRow {
  month
  payeeKey
  actual {
    ...MoneyParts
  }
  hypothetical {
    ...MoneyParts
  }
  difference {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"PlanComparisonParts"}) as unknown as TypedDocumentString<PlanComparisonPartsFragment, unknown>;
export const RiskPartsFragmentDoc = new TypedDocumentString(`
    fragment RiskParts on Risk {
  id
  description
  likelihood
  mitigation
  agreedMitigation
  reviewOn
  reviewedOn
  status
  version
  createdAt
  updatedAt
  deal {
    key
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}`, {"fragmentName":"RiskParts"}) as unknown as TypedDocumentString<RiskPartsFragment, unknown>;
export const HealthPartsFragmentDoc = new TypedDocumentString(`
    fragment HealthParts on HandoffHealthRow {
  personKey
  handoffs
  withFaults
  slas {
    sla
    onTime
    late
    waived
    open
    stopped
    onTimeBp
    medianMinutes
    medianMinutesFromTrigger
  }
  steps {
    step
    done
    medianMinutes
  }
  faults {
    code
    handoffs
  }
}
    `, {"fragmentName":"HealthParts"}) as unknown as TypedDocumentString<HealthPartsFragment, unknown>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($first: Int, $after: String) {
  apiKeys(first: $first, after: $after) {
    nodes {
      ...ApiKeyParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment ApiKeyParts on ApiKey {
  id
  name
  role
  documents
  expiresAt
  revokedAt
  lastUsedAt
  replaces
  person {
    key
  }
  createdBy {
    key
  }
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey {
      ...ApiKeyParts
    }
    secret
    errors {
      ...ProblemParts
    }
  }
}
    fragment ApiKeyParts on ApiKey {
  id
  name
  role
  documents
  expiresAt
  revokedAt
  lastUsedAt
  replaces
  person {
    key
  }
  createdBy {
    key
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RotateApiKeyDocument = new TypedDocumentString(`
    mutation RotateApiKey($input: RotateApiKeyInput!) {
  rotateApiKey(input: $input) {
    apiKey {
      ...ApiKeyParts
    }
    secret
    errors {
      ...ProblemParts
    }
  }
}
    fragment ApiKeyParts on ApiKey {
  id
  name
  role
  documents
  expiresAt
  revokedAt
  lastUsedAt
  replaces
  person {
    key
  }
  createdBy {
    key
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    apiKey {
      ...ApiKeyParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment ApiKeyParts on ApiKey {
  id
  name
  role
  documents
  expiresAt
  revokedAt
  lastUsedAt
  replaces
  person {
    key
  }
  createdBy {
    key
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const HandoffBriefDocument = new TypedDocumentString(`
    query HandoffBrief($deal: ID!, $first: Int) {
  handoffBrief(deal: $deal) {
    deal {
      key
      clientName
      accountExecutive {
        ...PersonParts
      }
      deliveryLead {
        ...PersonParts
      }
      accountManager {
        ...PersonParts
      }
    }
    handoffCall {
      startsAt
      heldAt
      agenda {
        fromMinute
        what
      }
    }
    handoffPackage {
      revision
      submittedAt
      changes {
        path
        before
        after
      }
    }
    submission {
      revision
    }
    sections {
      ...SectionsParts
    }
    changes {
      path
      before
      after
    }
    missing {
      section
      path
      message
    }
    risks(first: $first) {
      nodes {
        description
        likelihood
        mitigation
        agreedMitigation
        owner {
          ...PersonParts
        }
      }
    }
    commitments(first: $first) {
      nodes {
        words
        promisedTo
        dueDate
        owner {
          ...PersonParts
        }
      }
    }
    timeline {
      week
      startsOn
      steps {
        code
        status
        plannedFor
      }
    }
    next(first: 50) {
      what
      dueAt
      person {
        ...PersonParts
      }
    }
    introEmail {
      to
      subject
      missing
    }
    pointOfContact
    contact {
      ...PersonParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<HandoffBriefQuery, HandoffBriefQueryVariables>;
export const StartBulkExportDocument = new TypedDocumentString(`
    mutation StartBulkExport($input: StartBulkExportInput!) {
  startBulkExport(input: $input) {
    bulkExport {
      id
      status
      url
      rowsExpected
      rowsWritten
      sha256
      continueAfter
      failure
    }
    errors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<StartBulkExportMutation, StartBulkExportMutationVariables>;
export const HandoffCallDocument = new TypedDocumentString(`
    query HandoffCall($key: String!) {
  deal(key: $key) {
    ...AfterCallParts
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}`) as unknown as TypedDocumentString<HandoffCallQuery, HandoffCallQueryVariables>;
export const AssignAccountManagerDocument = new TypedDocumentString(`
    mutation AssignAccountManager($input: AssignAccountManagerInput!) {
  assignAccountManager(input: $input) {
    deal {
      ...AfterCallParts
    }
    warnings
    errors {
      ...ProblemParts
    }
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<AssignAccountManagerMutation, AssignAccountManagerMutationVariables>;
export const NameDeliveryLeadDocument = new TypedDocumentString(`
    mutation NameDeliveryLead($input: NameDeliveryLeadInput!) {
  nameDeliveryLead(input: $input) {
    deal {
      ...AfterCallParts
    }
    warnings
    errors {
      ...ProblemParts
    }
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<NameDeliveryLeadMutation, NameDeliveryLeadMutationVariables>;
export const ScheduleHandoffCallDocument = new TypedDocumentString(`
    mutation ScheduleHandoffCall($input: ScheduleHandoffCallInput!) {
  scheduleHandoffCall(input: $input) {
    deal {
      ...AfterCallParts
    }
    invitation
    sent
    file
    warnings
    errors {
      ...ProblemParts
    }
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<ScheduleHandoffCallMutation, ScheduleHandoffCallMutationVariables>;
export const HoldHandoffCallDocument = new TypedDocumentString(`
    mutation HoldHandoffCall($input: HoldHandoffCallInput!) {
  holdHandoffCall(input: $input) {
    deal {
      ...AfterCallParts
    }
    warnings
    errors {
      ...ProblemParts
    }
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<HoldHandoffCallMutation, HoldHandoffCallMutationVariables>;
export const IntroEmailDocument = new TypedDocumentString(`
    query IntroEmail($key: String!) {
  deal(key: $key) {
    introEmail {
      to
      from
      cc
      subject
      body
      missing
      sentAt
    }
    clientEmails {
      nodes {
        id
        receivedAt
        sender
        subject
        body
        isForwarded
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<IntroEmailQuery, IntroEmailQueryVariables>;
export const SendIntroEmailDocument = new TypedDocumentString(`
    mutation SendIntroEmail($input: SendIntroEmailInput!) {
  sendIntroEmail(input: $input) {
    ...MailParts
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
fragment MailParts on SendMailPayload {
  deal {
    ...AfterCallParts
  }
  sent
  file
  warnings
  errors {
    ...ProblemParts
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<SendIntroEmailMutation, SendIntroEmailMutationVariables>;
export const LogClientEmailDocument = new TypedDocumentString(`
    mutation LogClientEmail($input: LogClientEmailInput!) {
  logClientEmail(input: $input) {
    email {
      id
      receivedAt
      sender
      subject
      isForwarded
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<LogClientEmailMutation, LogClientEmailMutationVariables>;
export const ForwardClientEmailDocument = new TypedDocumentString(`
    mutation ForwardClientEmail($input: ForwardClientEmailInput!) {
  forwardClientEmail(input: $input) {
    ...MailParts
  }
}
    fragment CallParts on HandoffCall {
  startsAt
  minutes
  place
  dueAt
  heldAt
  attendees
  event
  invitation
  agenda {
    fromMinute
    toMinute
    what
  }
}
fragment AfterCallParts on Deal {
  key
  accountManager {
    key
  }
  handoff {
    owner
    pointOfContact
    weekOne
    faults {
      code
      evidence
    }
    slas {
      sla
      status
    }
  }
  handoffCall {
    ...CallParts
  }
}
fragment MailParts on SendMailPayload {
  deal {
    ...AfterCallParts
  }
  sent
  file
  warnings
  errors {
    ...ProblemParts
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<ForwardClientEmailMutation, ForwardClientEmailMutationVariables>;
export const CommissionPaymentsDocument = new TypedDocumentString(`
    query CommissionPayments($filter: CommissionPaymentFilter, $first: Int, $after: String) {
  commissionPayments(filter: $filter, first: $first, after: $after) {
    nodes {
      ...PaymentParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PaymentParts on CommissionPayment {
  id
  deal {
    key
  }
  tranche
  status
  amount {
    ...MoneyParts
  }
  releasedToDate {
    ...MoneyParts
  }
  earnedAt
  releasedAt
  waitingFor
  updatedAt
  payee {
    ...PersonParts
  }
  heldBy {
    ...ClockParts
  }
  derivation {
    ...StepParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment StepParts on DerivationStep {
  rule
  detail
  amount {
    ...MoneyParts
  }
  events
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<CommissionPaymentsQuery, CommissionPaymentsQueryVariables>;
export const CommissionReportDocument = new TypedDocumentString(`
    query CommissionReport($period: Month!, $groupBy: [ReportDimension!]!, $knownAt: DateTime) {
  commissionReport(period: $period, groupBy: $groupBy, knownAt: $knownAt) {
    period
    knownAt
    groupBy
    rows {
      payeeKey
      payee {
        ...PersonParts
      }
      tranche
      status
      dealKey
      lineKind
      lines
      amount {
        ...MoneyParts
      }
    }
    totals {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}`) as unknown as TypedDocumentString<CommissionReportQuery, CommissionReportQueryVariables>;
export const CommitmentsDocument = new TypedDocumentString(`
    query Commitments($filter: CommitmentFilter, $first: Int, $after: String) {
  commitments(filter: $filter, first: $first, after: $after) {
    edges {
      cursor
    }
    nodes {
      ...CommitmentParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment CommitmentParts on Commitment {
  id
  words
  promisedTo
  dueWeek
  dueOn
  dueDate
  status
  evidence
  version
  createdAt
  updatedAt
  deal {
    key
  }
  promisedBy {
    ...PersonParts
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<CommitmentsQuery, CommitmentsQueryVariables>;
export const CreateCommitmentDocument = new TypedDocumentString(`
    mutation CreateCommitment($input: CreateCommitmentInput!) {
  createCommitment(input: $input) {
    warnings
    commitment {
      ...CommitmentParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment CommitmentParts on Commitment {
  id
  words
  promisedTo
  dueWeek
  dueOn
  dueDate
  status
  evidence
  version
  createdAt
  updatedAt
  deal {
    key
  }
  promisedBy {
    ...PersonParts
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<CreateCommitmentMutation, CreateCommitmentMutationVariables>;
export const ChangeCommitmentDocument = new TypedDocumentString(`
    mutation ChangeCommitment($input: ChangeCommitmentInput!) {
  changeCommitment(input: $input) {
    commitment {
      ...CommitmentParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment CommitmentParts on Commitment {
  id
  words
  promisedTo
  dueWeek
  dueOn
  dueDate
  status
  evidence
  version
  createdAt
  updatedAt
  deal {
    key
  }
  promisedBy {
    ...PersonParts
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<ChangeCommitmentMutation, ChangeCommitmentMutationVariables>;
export const DealHeadsDocument = new TypedDocumentString(`
    query DealHeads($filter: DealFilter, $orderBy: DealOrder, $first: Int, $after: String) {
  deals(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges {
      cursor
    }
    nodes {
      ...DealHead
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment DealHead on Deal {
  id
  key
  clientName
  currency
  calendar
  plan
  stage
  openedAt
  lastRecordedAt
  updatedAt
  triggeredAt
  weekOne
  cancelledAt
  nextDueAt
  fee {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<DealHeadsQuery, DealHeadsQueryVariables>;
export const DealHandoffDocument = new TypedDocumentString(`
    query DealHandoff($key: String!, $effectiveAt: DateTime, $knownAt: DateTime) {
  deal(key: $key) {
    ...DealHead
    ...DealPeople
    handoff(effectiveAt: $effectiveAt, knownAt: $knownAt) {
      ...HandoffParts
    }
  }
}
    fragment DealHead on Deal {
  id
  key
  clientName
  currency
  calendar
  plan
  stage
  openedAt
  lastRecordedAt
  updatedAt
  triggeredAt
  weekOne
  cancelledAt
  nextDueAt
  fee {
    ...MoneyParts
  }
}
fragment DealPeople on Deal {
  accountExecutive {
    ...PersonParts
  }
  deliveryLead {
    ...PersonParts
  }
  accountManager {
    ...PersonParts
  }
}
fragment HandoffParts on HandoffState {
  triggeredAt
  unmetConditions
  owner
  pointOfContact
  weekOne
  slas {
    ...ClockParts
  }
  faults {
    code
    evidence
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}`) as unknown as TypedDocumentString<DealHandoffQuery, DealHandoffQueryVariables>;
export const WholeDealDocument = new TypedDocumentString(`
    query WholeDeal($key: String!, $effectiveAt: DateTime, $knownAt: DateTime, $events: Int = 100, $after: String) {
  deal(key: $key) {
    ...DealHead
    ...DealPeople
    handoff(effectiveAt: $effectiveAt, knownAt: $knownAt) {
      ...HandoffParts
    }
    commission(effectiveAt: $effectiveAt, knownAt: $knownAt) {
      ...CommissionParts
    }
    commissionPayments {
      ...PaymentParts
    }
    events(first: $events, after: $after) {
      nodes {
        ...EventParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment CommissionParts on CommissionState {
  fee {
    ...MoneyParts
  }
  entitlement {
    ...MoneyParts
  }
  planVersion
  payments {
    tranche
    payee
    status
    amount {
      ...MoneyParts
    }
    releasedToDate {
      ...MoneyParts
    }
    earnedAt
    releasedAt
    waitingFor
    heldBy {
      ...ClockParts
    }
    derivation {
      ...StepParts
    }
  }
  lines {
    kind
    tranche
    payee
    amount {
      ...MoneyParts
    }
    effectiveAt
  }
}
fragment PaymentParts on CommissionPayment {
  id
  deal {
    key
  }
  tranche
  status
  amount {
    ...MoneyParts
  }
  releasedToDate {
    ...MoneyParts
  }
  earnedAt
  releasedAt
  waitingFor
  updatedAt
  payee {
    ...PersonParts
  }
  heldBy {
    ...ClockParts
  }
  derivation {
    ...StepParts
  }
}
fragment DealHead on Deal {
  id
  key
  clientName
  currency
  calendar
  plan
  stage
  openedAt
  lastRecordedAt
  updatedAt
  triggeredAt
  weekOne
  cancelledAt
  nextDueAt
  fee {
    ...MoneyParts
  }
}
fragment DealPeople on Deal {
  accountExecutive {
    ...PersonParts
  }
  deliveryLead {
    ...PersonParts
  }
  accountManager {
    ...PersonParts
  }
}
fragment HandoffParts on HandoffState {
  triggeredAt
  unmetConditions
  owner
  pointOfContact
  weekOne
  slas {
    ...ClockParts
  }
  faults {
    code
    evidence
  }
}
fragment EventParts on DealEvent {
  id
  occurredAt
  recordedAt
  source
  sourceEventId
  recordedBy {
    ...PersonParts
  }
  fact {
    feeAgreed {
      amount
    }
    splitAgreed {
      payees {
        person
        shareBp
      }
    }
    sowSigned {
      party
    }
    depositInvoiced {
      amount
    }
    closedWon {
      missingFields
    }
    amAssigned {
      person
    }
    packageSubmitted {
      revision
    }
    callScheduled {
      startsAt
      minutes
      place
    }
    callHeld {
      attendees
    }
    introSent {
      note
    }
    amContactedClient {
      note
    }
    clientEmailedAe {
      note
    }
    aeForwarded {
      forwards
    }
    kickoffConfirmed {
      weekOne
    }
    workshopDelivered {
      week
      attended
      cohort
    }
    walkthroughHeld {
      week
    }
    boardReportDelivered {
      week
    }
    qualityGatePassed {
      week
    }
    clientHoldStarted {
      reason
    }
    clientHoldEnded {
      reason
    }
    slaWaived {
      sla
      reason
      approver
    }
    commitmentDiscovered {
      reference
      declared
    }
    riskMaterialised {
      reference
      declared
    }
    dealCancelled {
      reason
    }
    eventRetracted {
      retracts
      reason
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment StepParts on DerivationStep {
  rule
  detail
  amount {
    ...MoneyParts
  }
  events
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<WholeDealQuery, WholeDealQueryVariables>;
export const OpenDealDocument = new TypedDocumentString(`
    mutation OpenDeal($input: OpenDealInput!) {
  openDeal(input: $input) {
    deal {
      ...DealHead
      ...DealPeople
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment DealHead on Deal {
  id
  key
  clientName
  currency
  calendar
  plan
  stage
  openedAt
  lastRecordedAt
  updatedAt
  triggeredAt
  weekOne
  cancelledAt
  nextDueAt
  fee {
    ...MoneyParts
  }
}
fragment DealPeople on Deal {
  accountExecutive {
    ...PersonParts
  }
  deliveryLead {
    ...PersonParts
  }
  accountManager {
    ...PersonParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<OpenDealMutation, OpenDealMutationVariables>;
export const ReportRiskMaterialisedDocument = new TypedDocumentString(`
    mutation ReportRiskMaterialised($input: ReportRiskMaterialisedInput!) {
  reportRiskMaterialised(input: $input) {
    declared
    event {
      id
      fact {
        riskMaterialised {
          reference
          declared
        }
      }
    }
    risk {
      ...RiskParts
      reportedBy {
        id
      }
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment RiskParts on Risk {
  id
  description
  likelihood
  mitigation
  agreedMitigation
  reviewOn
  reviewedOn
  status
  version
  createdAt
  updatedAt
  deal {
    key
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}`) as unknown as TypedDocumentString<ReportRiskMaterialisedMutation, ReportRiskMaterialisedMutationVariables>;
export const ReportCommitmentDiscoveredDocument = new TypedDocumentString(`
    mutation ReportCommitmentDiscovered($input: ReportCommitmentDiscoveredInput!) {
  reportCommitmentDiscovered(input: $input) {
    declared
    event {
      id
      fact {
        commitmentDiscovered {
          reference
          declared
        }
      }
    }
    commitment {
      ...CommitmentParts
      reportedBy {
        id
      }
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment CommitmentParts on Commitment {
  id
  words
  promisedTo
  dueWeek
  dueOn
  dueDate
  status
  evidence
  version
  createdAt
  updatedAt
  deal {
    key
  }
  promisedBy {
    ...PersonParts
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<ReportCommitmentDiscoveredMutation, ReportCommitmentDiscoveredMutationVariables>;
export const PackageDocumentDocument = new TypedDocumentString(`
    query PackageDocument($key: String!, $revision: Int) {
  deal(key: $key) {
    handoffPackage {
      version
      document(revision: $revision) {
        ...DocumentParts
      }
    }
  }
}
    fragment DocumentParts on HandoffDocument {
  revision
  markdown
  html
  path
}`) as unknown as TypedDocumentString<PackageDocumentQuery, PackageDocumentQueryVariables>;
export const WriteHandoffDocumentDocument = new TypedDocumentString(`
    mutation WriteHandoffDocument($input: WriteHandoffDocumentInput!) {
  writeHandoffDocument(input: $input) {
    document {
      ...DocumentParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment DocumentParts on HandoffDocument {
  revision
  markdown
  html
  path
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<WriteHandoffDocumentMutation, WriteHandoffDocumentMutationVariables>;
export const ImportHandoffDocumentDocument = new TypedDocumentString(`
    mutation ImportHandoffDocument($input: ImportHandoffDocumentInput!) {
  importHandoffDocument(input: $input) {
    handoffPackage {
      ...PackageParts
    }
    findings {
      ...FindingParts
    }
    missing {
      section
      path
      message
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment FindingParts on DocumentFinding {
  line
  severity
  code
  path
  message
}
fragment PackageParts on HandoffPackage {
  id
  deal {
    key
  }
  sections {
    ...SectionsParts
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  missing {
    section
    path
    message
  }
  revision
  submittedAt
  version
  updatedAt
  updatedBy {
    ...PersonParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<ImportHandoffDocumentMutation, ImportHandoffDocumentMutationVariables>;
export const ImportedDealDocument = new TypedDocumentString(`
    query ImportedDeal($key: String!) {
  deal(key: $key) {
    handoffPackage {
      ...PackageParts
      missing {
        path
      }
    }
    risks(first: 100) {
      nodes {
        ...RiskParts
      }
    }
    commitments(first: 100) {
      nodes {
        ...CommitmentParts
      }
    }
  }
}
    fragment CommitmentParts on Commitment {
  id
  words
  promisedTo
  dueWeek
  dueOn
  dueDate
  status
  evidence
  version
  createdAt
  updatedAt
  deal {
    key
  }
  promisedBy {
    ...PersonParts
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment PackageParts on HandoffPackage {
  id
  deal {
    key
  }
  sections {
    ...SectionsParts
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  missing {
    section
    path
    message
  }
  revision
  submittedAt
  version
  updatedAt
  updatedBy {
    ...PersonParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment RiskParts on Risk {
  id
  description
  likelihood
  mitigation
  agreedMitigation
  reviewOn
  reviewedOn
  status
  version
  createdAt
  updatedAt
  deal {
    key
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<ImportedDealQuery, ImportedDealQueryVariables>;
export const RecordEventsDocument = new TypedDocumentString(`
    mutation RecordEvents($input: RecordEventsInput!) {
  recordEvents(input: $input) {
    events {
      ...EventParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment EventParts on DealEvent {
  id
  occurredAt
  recordedAt
  source
  sourceEventId
  recordedBy {
    ...PersonParts
  }
  fact {
    feeAgreed {
      amount
    }
    splitAgreed {
      payees {
        person
        shareBp
      }
    }
    sowSigned {
      party
    }
    depositInvoiced {
      amount
    }
    closedWon {
      missingFields
    }
    amAssigned {
      person
    }
    packageSubmitted {
      revision
    }
    callScheduled {
      startsAt
      minutes
      place
    }
    callHeld {
      attendees
    }
    introSent {
      note
    }
    amContactedClient {
      note
    }
    clientEmailedAe {
      note
    }
    aeForwarded {
      forwards
    }
    kickoffConfirmed {
      weekOne
    }
    workshopDelivered {
      week
      attended
      cohort
    }
    walkthroughHeld {
      week
    }
    boardReportDelivered {
      week
    }
    qualityGatePassed {
      week
    }
    clientHoldStarted {
      reason
    }
    clientHoldEnded {
      reason
    }
    slaWaived {
      sla
      reason
      approver
    }
    commitmentDiscovered {
      reference
      declared
    }
    riskMaterialised {
      reference
      declared
    }
    dealCancelled {
      reason
    }
    eventRetracted {
      retracts
      reason
    }
  }
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<RecordEventsMutation, RecordEventsMutationVariables>;
export const InquiriesDocument = new TypedDocumentString(`
    query Inquiries($status: [InquiryStatus!], $first: Int, $after: String) {
  inquiries(status: $status, first: $first, after: $after) {
    nodes {
      ...InquiryParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment InquiryParts on Inquiry {
  id
  status
  version
  payee {
    key
  }
  deal {
    key
  }
  payment {
    id
    tranche
    status
  }
  history {
    kind
    words
    event
    by {
      key
    }
  }
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<InquiriesQuery, InquiriesQueryVariables>;
export const AskInquiryDocument = new TypedDocumentString(`
    mutation AskInquiry($input: AskInquiryInput!) {
  askInquiry(input: $input) {
    inquiry {
      ...InquiryParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment InquiryParts on Inquiry {
  id
  status
  version
  payee {
    key
  }
  deal {
    key
  }
  payment {
    id
    tranche
    status
  }
  history {
    kind
    words
    event
    by {
      key
    }
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<AskInquiryMutation, AskInquiryMutationVariables>;
export const ResolveInquiryDocument = new TypedDocumentString(`
    mutation ResolveInquiry($input: ResolveInquiryInput!) {
  resolveInquiry(input: $input) {
    inquiry {
      ...InquiryParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment InquiryParts on Inquiry {
  id
  status
  version
  payee {
    key
  }
  deal {
    key
  }
  payment {
    id
    tranche
    status
  }
  history {
    kind
    words
    event
    by {
      key
    }
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<ResolveInquiryMutation, ResolveInquiryMutationVariables>;
export const ReopenInquiryDocument = new TypedDocumentString(`
    mutation ReopenInquiry($input: ReopenInquiryInput!) {
  reopenInquiry(input: $input) {
    inquiry {
      ...InquiryParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment InquiryParts on Inquiry {
  id
  status
  version
  payee {
    key
  }
  deal {
    key
  }
  payment {
    id
    tranche
    status
  }
  history {
    kind
    words
    event
    by {
      key
    }
  }
}
fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<ReopenInquiryMutation, ReopenInquiryMutationVariables>;
export const MyCommissionDocument = new TypedDocumentString(`
    query MyCommission($first: Int, $after: String) {
  viewer {
    key
    commission {
      totals {
        status
        payments
        amount {
          ...MoneyParts
        }
        releasedToDate {
          ...MoneyParts
        }
      }
      waiting(first: $first, after: $after) {
        nodes {
          deal {
            key
          }
          tranche
          status
          amount {
            ...MoneyParts
          }
          waitingFor
          heldBy {
            ...ClockParts
          }
          move {
            what
            role
            since
            person {
              key
            }
          }
        }
        pageInfo {
          ...PageParts
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<MyCommissionQuery, MyCommissionQueryVariables>;
export const DealHandedOverDocument = new TypedDocumentString(`
    query DealHandedOver($key: String!, $first: Int, $risksAfter: String, $commitmentsAfter: String) {
  deal(key: $key) {
    handoffPackage {
      ...PackageParts
    }
    risks(first: $first, after: $risksAfter) {
      nodes {
        ...RiskParts
      }
      pageInfo {
        ...PageParts
      }
    }
    commitments(first: $first, after: $commitmentsAfter) {
      nodes {
        ...CommitmentParts
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment CommitmentParts on Commitment {
  id
  words
  promisedTo
  dueWeek
  dueOn
  dueDate
  status
  evidence
  version
  createdAt
  updatedAt
  deal {
    key
  }
  promisedBy {
    ...PersonParts
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment PackageParts on HandoffPackage {
  id
  deal {
    key
  }
  sections {
    ...SectionsParts
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  missing {
    section
    path
    message
  }
  revision
  submittedAt
  version
  updatedAt
  updatedBy {
    ...PersonParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment RiskParts on Risk {
  id
  description
  likelihood
  mitigation
  agreedMitigation
  reviewOn
  reviewedOn
  status
  version
  createdAt
  updatedAt
  deal {
    key
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<DealHandedOverQuery, DealHandedOverQueryVariables>;
export const SaveHandoffPackageDocument = new TypedDocumentString(`
    mutation SaveHandoffPackage($input: SaveHandoffPackageInput!) {
  saveHandoffPackage(input: $input) {
    handoffPackage {
      ...PackageParts
    }
    conflict {
      expectedVersion
      currentVersion
      changedBy {
        ...PersonParts
      }
      changedAt
      differences {
        section
        path
        label
        yours
        theirs
      }
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment PackageParts on HandoffPackage {
  id
  deal {
    key
  }
  sections {
    ...SectionsParts
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  missing {
    section
    path
    message
  }
  revision
  submittedAt
  version
  updatedAt
  updatedBy {
    ...PersonParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<SaveHandoffPackageMutation, SaveHandoffPackageMutationVariables>;
export const SubmitHandoffPackageDocument = new TypedDocumentString(`
    mutation SubmitHandoffPackage($input: SubmitHandoffPackageInput!) {
  submitHandoffPackage(input: $input) {
    handoffPackage {
      ...PackageParts
      deal {
        lastRecordedAt
        handoff {
          slas {
            ...ClockParts
          }
        }
        events {
          nodes {
            ...EventParts
          }
        }
      }
    }
    document {
      path
      revision
    }
    warnings
    missing {
      section
      path
      message
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment EventParts on DealEvent {
  id
  occurredAt
  recordedAt
  source
  sourceEventId
  recordedBy {
    ...PersonParts
  }
  fact {
    feeAgreed {
      amount
    }
    splitAgreed {
      payees {
        person
        shareBp
      }
    }
    sowSigned {
      party
    }
    depositInvoiced {
      amount
    }
    closedWon {
      missingFields
    }
    amAssigned {
      person
    }
    packageSubmitted {
      revision
    }
    callScheduled {
      startsAt
      minutes
      place
    }
    callHeld {
      attendees
    }
    introSent {
      note
    }
    amContactedClient {
      note
    }
    clientEmailedAe {
      note
    }
    aeForwarded {
      forwards
    }
    kickoffConfirmed {
      weekOne
    }
    workshopDelivered {
      week
      attended
      cohort
    }
    walkthroughHeld {
      week
    }
    boardReportDelivered {
      week
    }
    qualityGatePassed {
      week
    }
    clientHoldStarted {
      reason
    }
    clientHoldEnded {
      reason
    }
    slaWaived {
      sla
      reason
      approver
    }
    commitmentDiscovered {
      reference
      declared
    }
    riskMaterialised {
      reference
      declared
    }
    dealCancelled {
      reason
    }
    eventRetracted {
      retracts
      reason
    }
  }
}
fragment PackageParts on HandoffPackage {
  id
  deal {
    key
  }
  sections {
    ...SectionsParts
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  missing {
    section
    path
    message
  }
  revision
  submittedAt
  version
  updatedAt
  updatedBy {
    ...PersonParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<SubmitHandoffPackageMutation, SubmitHandoffPackageMutationVariables>;
export const PackageHistoryDocument = new TypedDocumentString(`
    query PackageHistory($key: String!, $first: Int, $after: String) {
  deal(key: $key) {
    handoffPackage {
      revisions(first: $first, after: $after) {
        nodes {
          ...RevisionParts
        }
        pageInfo {
          ...PageParts
        }
      }
    }
  }
}
    fragment EventParts on DealEvent {
  id
  occurredAt
  recordedAt
  source
  sourceEventId
  recordedBy {
    ...PersonParts
  }
  fact {
    feeAgreed {
      amount
    }
    splitAgreed {
      payees {
        person
        shareBp
      }
    }
    sowSigned {
      party
    }
    depositInvoiced {
      amount
    }
    closedWon {
      missingFields
    }
    amAssigned {
      person
    }
    packageSubmitted {
      revision
    }
    callScheduled {
      startsAt
      minutes
      place
    }
    callHeld {
      attendees
    }
    introSent {
      note
    }
    amContactedClient {
      note
    }
    clientEmailedAe {
      note
    }
    aeForwarded {
      forwards
    }
    kickoffConfirmed {
      weekOne
    }
    workshopDelivered {
      week
      attended
      cohort
    }
    walkthroughHeld {
      week
    }
    boardReportDelivered {
      week
    }
    qualityGatePassed {
      week
    }
    clientHoldStarted {
      reason
    }
    clientHoldEnded {
      reason
    }
    slaWaived {
      sla
      reason
      approver
    }
    commitmentDiscovered {
      reference
      declared
    }
    riskMaterialised {
      reference
      declared
    }
    dealCancelled {
      reason
    }
    eventRetracted {
      retracts
      reason
    }
  }
}
fragment RevisionParts on PackageRevision {
  revision
  submittedAt
  submittedBy {
    key
  }
  retractedAt
  sections {
    ...SectionsParts
  }
  risks {
    description
    likelihood
    mitigation
  }
  commitments {
    words
    promisedTo
    promisedBy {
      key
    }
    dueWeek
    dueOn
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  event {
    ...EventParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<PackageHistoryQuery, PackageHistoryQueryVariables>;
export const PackageChangesDocument = new TypedDocumentString(`
    query PackageChanges($key: String!, $from: Int!, $to: Int) {
  deal(key: $key) {
    handoffPackage {
      submission(revision: $from) {
        ...RevisionParts
      }
      changes(from: $from, to: $to) {
        section
        path
        label
        before
        after
      }
    }
  }
}
    fragment EventParts on DealEvent {
  id
  occurredAt
  recordedAt
  source
  sourceEventId
  recordedBy {
    ...PersonParts
  }
  fact {
    feeAgreed {
      amount
    }
    splitAgreed {
      payees {
        person
        shareBp
      }
    }
    sowSigned {
      party
    }
    depositInvoiced {
      amount
    }
    closedWon {
      missingFields
    }
    amAssigned {
      person
    }
    packageSubmitted {
      revision
    }
    callScheduled {
      startsAt
      minutes
      place
    }
    callHeld {
      attendees
    }
    introSent {
      note
    }
    amContactedClient {
      note
    }
    clientEmailedAe {
      note
    }
    aeForwarded {
      forwards
    }
    kickoffConfirmed {
      weekOne
    }
    workshopDelivered {
      week
      attended
      cohort
    }
    walkthroughHeld {
      week
    }
    boardReportDelivered {
      week
    }
    qualityGatePassed {
      week
    }
    clientHoldStarted {
      reason
    }
    clientHoldEnded {
      reason
    }
    slaWaived {
      sla
      reason
      approver
    }
    commitmentDiscovered {
      reference
      declared
    }
    riskMaterialised {
      reference
      declared
    }
    dealCancelled {
      reason
    }
    eventRetracted {
      retracts
      reason
    }
  }
}
fragment RevisionParts on PackageRevision {
  revision
  submittedAt
  submittedBy {
    key
  }
  retractedAt
  sections {
    ...SectionsParts
  }
  risks {
    description
    likelihood
    mitigation
  }
  commitments {
    words
    promisedTo
    promisedBy {
      key
    }
    dueWeek
    dueOn
  }
  noRisksAndIHaveAsked
  noCommitmentsAndIHaveAsked
  event {
    ...EventParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment SectionsParts on PackageSections {
  clientBasics {
    legalName
    tradingName
    sites {
      name
      address
    }
    sector
    subSector
    headcount
    headcountInScope
    companyNumber
    notRegisteredBecause
    filings
    press
  }
  people {
    ...PeopleParts
  }
  whatTheyAreSolving {
    trigger
    successMeasure
    priorProviderWorked
    priorProviderDidNotWork
    redLines
    softSignals
  }
  whatWeAreDelivering {
    modules
    cohorts {
      number
      size
      composition
      startsOn
    }
    workshopModality
    nudgeChannel
    bespokeElements {
      element
      signOff
    }
    outOfScope
  }
  commercials {
    ...CommercialsParts
  }
}
fragment PeopleParts on People {
  execSponsor {
    name
    email
    phone
    notes
    relationshipStrength
    howToAddress
    preferredChannel
  }
  hrSponsor {
    name
    email
    phone
    notes
    engagementStyle
    caresMostAbout
  }
  procurement {
    name
    email
    phone
    notes
    purchaseOrders
  }
  finance {
    name
    email
    phone
    notes
    invoiceFormat
  }
  platformOwner {
    name
    email
    phone
    notes
    nudgeChannelSetup
  }
  champion {
    name
    email
    phone
    notes
    whatIsInItForThem
  }
}
fragment CommercialsParts on Commercials {
  fee {
    ...MoneyParts
  }
  breakdown {
    item
    amount {
      ...MoneyParts
    }
  }
  discounts {
    description
    amount {
      ...MoneyParts
    }
    signOff
  }
  milestones {
    milestone
    amount {
      ...MoneyParts
    }
    invoiceOn
  }
  sideCommitments
}`) as unknown as TypedDocumentString<PackageChangesQuery, PackageChangesQueryVariables>;
export const PayRunsDocument = new TypedDocumentString(`
    query PayRuns($first: Int, $after: String) {
  payRuns(first: $first, after: $after) {
    nodes {
      ...PayRunParts
      payroll
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PayRunParts on PayRun {
  id
  period
  status
  reference
  createdBy {
    key
  }
  approvedBy {
    key
  }
  paidBy {
    key
  }
  payees {
    payee {
      key
    }
    lines
    broughtForward {
      ...MoneyParts
    }
    linesTotal {
      ...MoneyParts
    }
    payable {
      ...MoneyParts
    }
    carriedForward {
      ...MoneyParts
    }
  }
  history {
    by {
      key
    }
    action
    refusal
  }
}`) as unknown as TypedDocumentString<PayRunsQuery, PayRunsQueryVariables>;
export const CreatePayRunDocument = new TypedDocumentString(`
    mutation CreatePayRun($input: CreatePayRunInput!) {
  createPayRun(input: $input) {
    payRun {
      ...PayRunParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment PayRunParts on PayRun {
  id
  period
  status
  reference
  createdBy {
    key
  }
  approvedBy {
    key
  }
  paidBy {
    key
  }
  payees {
    payee {
      key
    }
    lines
    broughtForward {
      ...MoneyParts
    }
    linesTotal {
      ...MoneyParts
    }
    payable {
      ...MoneyParts
    }
    carriedForward {
      ...MoneyParts
    }
  }
  history {
    by {
      key
    }
    action
    refusal
  }
}`) as unknown as TypedDocumentString<CreatePayRunMutation, CreatePayRunMutationVariables>;
export const ApprovePayRunDocument = new TypedDocumentString(`
    mutation ApprovePayRun($input: PayRunInput!) {
  approvePayRun(input: $input) {
    payRun {
      ...PayRunParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment PayRunParts on PayRun {
  id
  period
  status
  reference
  createdBy {
    key
  }
  approvedBy {
    key
  }
  paidBy {
    key
  }
  payees {
    payee {
      key
    }
    lines
    broughtForward {
      ...MoneyParts
    }
    linesTotal {
      ...MoneyParts
    }
    payable {
      ...MoneyParts
    }
    carriedForward {
      ...MoneyParts
    }
  }
  history {
    by {
      key
    }
    action
    refusal
  }
}`) as unknown as TypedDocumentString<ApprovePayRunMutation, ApprovePayRunMutationVariables>;
export const MarkPayRunPaidDocument = new TypedDocumentString(`
    mutation MarkPayRunPaid($input: MarkPayRunPaidInput!) {
  markPayRunPaid(input: $input) {
    payRun {
      ...PayRunParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment PayRunParts on PayRun {
  id
  period
  status
  reference
  createdBy {
    key
  }
  approvedBy {
    key
  }
  paidBy {
    key
  }
  payees {
    payee {
      key
    }
    lines
    broughtForward {
      ...MoneyParts
    }
    linesTotal {
      ...MoneyParts
    }
    payable {
      ...MoneyParts
    }
    carriedForward {
      ...MoneyParts
    }
  }
  history {
    by {
      key
    }
    action
    refusal
  }
}`) as unknown as TypedDocumentString<MarkPayRunPaidMutation, MarkPayRunPaidMutationVariables>;
export const DiscardPayRunDocument = new TypedDocumentString(`
    mutation DiscardPayRun($input: PayRunInput!) {
  discardPayRun(input: $input) {
    payRun {
      ...PayRunParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment PayRunParts on PayRun {
  id
  period
  status
  reference
  createdBy {
    key
  }
  approvedBy {
    key
  }
  paidBy {
    key
  }
  payees {
    payee {
      key
    }
    lines
    broughtForward {
      ...MoneyParts
    }
    linesTotal {
      ...MoneyParts
    }
    payable {
      ...MoneyParts
    }
    carriedForward {
      ...MoneyParts
    }
  }
  history {
    by {
      key
    }
    action
    refusal
  }
}`) as unknown as TypedDocumentString<DiscardPayRunMutation, DiscardPayRunMutationVariables>;
export const SetEmployeeNumberDocument = new TypedDocumentString(`
    mutation SetEmployeeNumber($input: SetEmployeeNumberInput!) {
  setEmployeeNumber(input: $input) {
    person {
      key
    }
    employeeNumber
    errors {
      ...ProblemParts
    }
  }
}
    fragment ProblemParts on Problem {
  code
  path
  message
}`) as unknown as TypedDocumentString<SetEmployeeNumberMutation, SetEmployeeNumberMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    ...PersonParts
    email
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ObjectByIdDocument = new TypedDocumentString(`
    query ObjectById($id: ID!) {
  node(id: $id) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<ObjectByIdQuery, ObjectByIdQueryVariables>;
export const PlansDocument = new TypedDocumentString(`
    query Plans($plan: String!) {
  commissionPlans {
    ...PlanVersionParts
  }
  planReach(plan: $plan) {
    count
    deals {
      nodes {
        key
      }
    }
  }
}
    fragment PlanVersionParts on PlanVersion {
  plan
  version
  effectiveFrom
  rateBp
  tranches {
    code
    shareBp
  }
  effects {
    sla
    effect
    reduceBp
  }
  onCancel
  signedDeals
}`) as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const CreatePlanVersionDocument = new TypedDocumentString(`
    mutation CreatePlanVersion($input: CreatePlanVersionInput!) {
  createPlanVersion(input: $input) {
    planVersion {
      ...PlanVersionParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment ProblemParts on Problem {
  code
  path
  message
}
fragment PlanVersionParts on PlanVersion {
  plan
  version
  effectiveFrom
  rateBp
  tranches {
    code
    shareBp
  }
  effects {
    sla
    effect
    reduceBp
  }
  onCancel
  signedDeals
}`) as unknown as TypedDocumentString<CreatePlanVersionMutation, CreatePlanVersionMutationVariables>;
export const PlanWhatIfDocument = new TypedDocumentString(`
    query PlanWhatIf($plan: String = "standard", $terms: PlanInput, $version: String, $from: Month!, $until: Month!) {
  planWhatIf(
    plan: $plan
    terms: $terms
    version: $version
    from: $from
    until: $until
  ) {
    deals
    rows {
      ...PlanComparisonParts
    }
    totals {
      ...PlanComparisonParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PlanComparisonParts on PlanComparisonRow {
  month
  payeeKey
  actual {
    ...MoneyParts
  }
  hypothetical {
    ...MoneyParts
  }
  difference {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<PlanWhatIfQuery, PlanWhatIfQueryVariables>;
export const RisksDocument = new TypedDocumentString(`
    query Risks($filter: RiskFilter, $first: Int, $after: String) {
  risks(filter: $filter, first: $first, after: $after) {
    edges {
      cursor
    }
    nodes {
      ...RiskParts
    }
    pageInfo {
      ...PageParts
    }
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment RiskParts on Risk {
  id
  description
  likelihood
  mitigation
  agreedMitigation
  reviewOn
  reviewedOn
  status
  version
  createdAt
  updatedAt
  deal {
    key
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}`) as unknown as TypedDocumentString<RisksQuery, RisksQueryVariables>;
export const CreateRiskDocument = new TypedDocumentString(`
    mutation CreateRisk($input: CreateRiskInput!) {
  createRisk(input: $input) {
    warnings
    risk {
      ...RiskParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment RiskParts on Risk {
  id
  description
  likelihood
  mitigation
  agreedMitigation
  reviewOn
  reviewedOn
  status
  version
  createdAt
  updatedAt
  deal {
    key
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}`) as unknown as TypedDocumentString<CreateRiskMutation, CreateRiskMutationVariables>;
export const ChangeRiskDocument = new TypedDocumentString(`
    mutation ChangeRisk($input: ChangeRiskInput!) {
  changeRisk(input: $input) {
    risk {
      ...RiskParts
    }
    errors {
      ...ProblemParts
    }
  }
}
    fragment PersonParts on Person {
  id
  key
  name
  role
}
fragment ProblemParts on Problem {
  code
  path
  message
}
fragment RiskParts on Risk {
  id
  description
  likelihood
  mitigation
  agreedMitigation
  reviewOn
  reviewedOn
  status
  version
  createdAt
  updatedAt
  deal {
    key
  }
  owner {
    ...PersonParts
  }
  updatedBy {
    ...PersonParts
  }
}`) as unknown as TypedDocumentString<ChangeRiskMutation, ChangeRiskMutationVariables>;
export const SimulateDocument = new TypedDocumentString(`
    query Simulate($scenario: ScenarioInput!) {
  simulate(scenario: $scenario) {
    effectiveAt
    knownAt
    handoff {
      ...HandoffParts
    }
    commission {
      ...CommissionParts
    }
  }
}
    fragment CommissionParts on CommissionState {
  fee {
    ...MoneyParts
  }
  entitlement {
    ...MoneyParts
  }
  planVersion
  payments {
    tranche
    payee
    status
    amount {
      ...MoneyParts
    }
    releasedToDate {
      ...MoneyParts
    }
    earnedAt
    releasedAt
    waitingFor
    heldBy {
      ...ClockParts
    }
    derivation {
      ...StepParts
    }
  }
  lines {
    kind
    tranche
    payee
    amount {
      ...MoneyParts
    }
    effectiveAt
  }
}
fragment HandoffParts on HandoffState {
  triggeredAt
  unmetConditions
  owner
  pointOfContact
  weekOne
  slas {
    ...ClockParts
  }
  faults {
    code
    evidence
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment StepParts on DerivationStep {
  rule
  detail
  amount {
    ...MoneyParts
  }
  events
}`) as unknown as TypedDocumentString<SimulateQuery, SimulateQueryVariables>;
export const WhatIfDocument = new TypedDocumentString(`
    query WhatIf($deal: ID!, $events: [DealEventInput!]!, $effectiveAt: DateTime) {
  whatIf(deal: $deal, events: $events, effectiveAt: $effectiveAt) {
    effectiveAt
    knownAt
    handoff {
      ...HandoffParts
    }
    commission {
      ...CommissionParts
    }
  }
}
    fragment CommissionParts on CommissionState {
  fee {
    ...MoneyParts
  }
  entitlement {
    ...MoneyParts
  }
  planVersion
  payments {
    tranche
    payee
    status
    amount {
      ...MoneyParts
    }
    releasedToDate {
      ...MoneyParts
    }
    earnedAt
    releasedAt
    waitingFor
    heldBy {
      ...ClockParts
    }
    derivation {
      ...StepParts
    }
  }
  lines {
    kind
    tranche
    payee
    amount {
      ...MoneyParts
    }
    effectiveAt
  }
}
fragment HandoffParts on HandoffState {
  triggeredAt
  unmetConditions
  owner
  pointOfContact
  weekOne
  slas {
    ...ClockParts
  }
  faults {
    code
    evidence
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment ClockParts on SlaClock {
  sla
  status
  accountable
  startedAt
  dueAt
  metAt
  waivedAt
  breachedAt
  countsAgainstAeFrom
}
fragment StepParts on DerivationStep {
  rule
  detail
  amount {
    ...MoneyParts
  }
  events
}`) as unknown as TypedDocumentString<WhatIfQuery, WhatIfQueryVariables>;
export const CommissionStatementDocument = new TypedDocumentString(`
    query CommissionStatement($payee: ID!, $period: Month!, $knownAt: DateTime, $first: Int, $after: String) {
  commissionStatement(payee: $payee, period: $period, knownAt: $knownAt) {
    period
    knownAt
    payee {
      key
    }
    totals {
      lineKind
      lines
      amount {
        ...MoneyParts
      }
    }
    due {
      ...MoneyParts
    }
    balances {
      opening {
        ...MoneyParts
      }
      amount {
        ...MoneyParts
      }
      paid {
        ...MoneyParts
      }
      closing {
        ...MoneyParts
      }
      carriedForward {
        ...MoneyParts
      }
      paidAt
    }
    lines(first: $first, after: $after) {
      nodes {
        dealKey
        clientName
        lineKind
        tranche
        amount {
          ...MoneyParts
        }
        effectiveAt
        recordedAt
        planVersion
        words
        event
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<CommissionStatementQuery, CommissionStatementQueryVariables>;
export const DealTimelineDocument = new TypedDocumentString(`
    query DealTimeline($key: String!, $effectiveAt: DateTime, $first: Int) {
  deal(key: $key) {
    timeline(effectiveAt: $effectiveAt) {
      week
      startsOn
      endsOn
      isCurrent
      steps {
        code
        week
        status
        plannedFor
        doneAt
        event
      }
    }
    next(first: $first) {
      kind
      what
      sla
      step
      about
      dueAt
      isOverdue
      owner
      minutesLeft
      workingMinutesLeft
      person {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DealTimelineQuery, DealTimelineQueryVariables>;
export const HandoffHealthDocument = new TypedDocumentString(`
    query HandoffHealth($from: Date!, $to: Date!, $groupBy: HealthDimension) {
  handoffHealth(from: $from, to: $to, groupBy: $groupBy) {
    from
    to
    rows {
      ...HealthParts
      person {
        key
      }
    }
    total {
      ...HealthParts
    }
  }
}
    fragment HealthParts on HandoffHealthRow {
  personKey
  handoffs
  withFaults
  slas {
    sla
    onTime
    late
    waived
    open
    stopped
    onTimeBp
    medianMinutes
    medianMinutesFromTrigger
  }
  steps {
    step
    done
    medianMinutes
  }
  faults {
    code
    handoffs
  }
}`) as unknown as TypedDocumentString<HandoffHealthQuery, HandoffHealthQueryVariables>;