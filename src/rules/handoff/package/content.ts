import type { Minor } from '../../money';
import type { LocalDate } from '../../time/zone';

/** What was written; null where nothing was. It is neither blank nor begins or ends with white space. */
export type Written = string | null;

/** How a workshop is attended. */
export const WORKSHOP_MODALITIES = ['IN_PERSON', 'VIRTUAL', 'HYBRID'] as const;
export type WorkshopModality = (typeof WORKSHOP_MODALITIES)[number];

/** How likely a risk is. */
export const RISK_LIKELIHOODS = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type RiskLikelihood = (typeof RISK_LIKELIHOODS)[number];

/** A place where the client's people work that are in scope. */
export interface Site {
  name: Written;
  address: Written;
}

/** Section A: who the client is. */
export interface ClientBasics {
  legalName: Written;
  tradingName: Written;
  sites: readonly Site[] | null;
  sector: Written;
  subSector: Written;
  /** People in the whole organisation, and those of them who are in scope. */
  headcount: number | null;
  headcountInScope: number | null;
  /** As at Companies House: eight characters; or why there is none, such as for a council. */
  companyNumber: Written;
  notRegisteredBecause: Written;
  filings: Written;
  press: Written;
}

/** Somebody at the client. */
export interface Contact {
  name: Written;
  email: Written;
  phone: Written;
  notes: Written;
}

/** Who pays for it and answers to the board. */
export interface ExecSponsor extends Contact {
  relationshipStrength: Written;
  howToAddress: Written;
  preferredChannel: Written;
}

/** The primary contact. */
export interface HrSponsor extends Contact {
  engagementStyle: Written;
  caresMostAbout: Written;
}

/** Who buys. */
export interface ProcurementContact extends Contact {
  purchaseOrders: Written;
}

/** Who pays invoices. */
export interface FinanceContact extends Contact {
  invoiceFormat: Written;
}

/** Who sets up the nudge channel. */
export interface PlatformOwner extends Contact {
  nudgeChannelSetup: Written;
}

/** Who wants it to succeed, where that is not a sponsor. */
export interface Champion extends Contact {
  whatIsInItForThem: Written;
}

/** Section B: whom to talk to at the client. Everybody is asked for but the champion. */
export interface People {
  execSponsor: ExecSponsor | null;
  hrSponsor: HrSponsor | null;
  procurement: ProcurementContact | null;
  finance: FinanceContact | null;
  platformOwner: PlatformOwner | null;
  champion: Champion | null;
}

/** Section C: what they are solving. A list that is empty says that there is nothing; null that nobody asked. */
export interface WhatTheyAreSolving {
  /** In the client's exact words. */
  trigger: Written;
  successMeasure: Written;
  priorProviderWorked: Written;
  priorProviderDidNotWork: Written;
  redLines: readonly string[] | null;
  softSignals: readonly string[] | null;
}

/** A group of people that goes through the programme together. */
export interface Cohort {
  number: number | null;
  size: number | null;
  composition: Written;
  startsOn: LocalDate | null;
}

/** Something made for this client alone, and by which reference it was signed off. */
export interface BespokeElement {
  element: Written;
  signOff: Written;
}

/** Section D: what we are delivering. */
export interface WhatWeAreDelivering {
  modules: readonly string[] | null;
  cohorts: readonly Cohort[] | null;
  workshopModality: WorkshopModality | null;
  nudgeChannel: Written;
  bespokeElements: readonly BespokeElement[] | null;
  /** What they may push to add later. */
  outOfScope: readonly string[] | null;
}

/** A part of the fee, as the calculator gave it. */
export interface FeeItem {
  item: Written;
  amount: Minor | null;
}

/** What was taken off the list price, and by which reference that was signed off. */
export interface Discount {
  description: Written;
  amount: Minor | null;
  signOff: Written;
}

/** A part of the fee that is invoiced by itself. */
export interface PaymentMilestone {
  milestone: Written;
  amount: Minor | null;
  invoiceOn: LocalDate | null;
}

/** Section E: the fee, net of discounts and excluding VAT, in minor units of the deal's currency. */
export interface Commercials {
  fee: Minor | null;
  breakdown: readonly FeeItem[] | null;
  discounts: readonly Discount[] | null;
  milestones: readonly PaymentMilestone[] | null;
  sideCommitments: readonly string[] | null;
}

/** A row of section F. */
export interface RiskFlagged {
  description: Written;
  likelihood: RiskLikelihood | null;
  mitigation: Written;
}

/** A row of section G; it is due in a week or on a date, or not dated. */
export interface CommitmentMade {
  words: Written;
  promisedTo: Written;
  promisedBy: Written;
  dueWeek: number | null;
  dueOn: LocalDate | null;
}

/** The sections that are written as such, by their names in the API. */
export interface PackageSections {
  clientBasics: ClientBasics;
  people: People;
  whatTheyAreSolving: WhatTheyAreSolving;
  whatWeAreDelivering: WhatWeAreDelivering;
  commercials: Commercials;
}

/** All that a handoff package says (rules.md §5). */
export interface PackageContent extends PackageSections {
  risks: readonly RiskFlagged[];
  commitments: readonly CommitmentMade[];
  noRisksAndIHaveAsked: boolean;
  noCommitmentsAndIHaveAsked: boolean;
}
