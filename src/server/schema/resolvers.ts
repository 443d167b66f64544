import { ApiKeyResolver } from '../../apikeys';
import { AuditResolver } from '../../audit';
import { HandoffBriefResolver } from '../../brief';
import { CalendarResolver } from '../../calendars';
import { DealCallResolver, HandoffCallResolver } from '../../calls';
import {
  CommissionPaymentResolver,
  CommissionPaymentStateResolver,
  PaymentMoveResolver,
  PersonCommissionResolver,
  WaitingResolver,
} from '../../commission';
import { CommitmentResolver, DealCommitmentsResolver } from '../../commitments';
import { DealResolver, PaymentDealResolver } from '../../deals';
import { CommitmentDiscoveryResolver, RiskDiscoveryResolver } from '../../discoveries';
import { BulkExportResolver } from '../../exports';
import { DealEventResolver } from '../../facts';
import { HandoffStateResolver } from '../../handoff';
import { ImportResolver } from '../../imports';
import { InquiryResolver, InquiryStepResolver, PaymentInquiriesResolver } from '../../inquiries';
import { DealIntroductionResolver } from '../../introductions';
import { AccountBalanceResolver, ReconciliationResolver } from '../../ledger';
import { ClockDueResolver, LiveResolver } from '../../live';
import {
  CommitmentMadeResolver,
  DealPackageResolver,
  HandoffDocumentResolver,
  HandoffPackageResolver,
  PackageRevisionResolver,
  PackageRevisionsResolver,
} from '../../packages';
import { PayRunEventResolver, PayRunPayeeResolver, PayRunResolver } from '../../payruns';
import { PersonResolver } from '../../people';
import { PlanReachResolver, PlanVersionResolver } from '../../plans';
import { SlaPolicyResolver } from '../../policies';
import { PrivacyResolver } from '../../privacy';
import { RecordingResolver } from '../../recording';
import {
  CommissionForecastResolver,
  CommissionLiabilityResolver,
  CommissionStatementResolver,
  HandoffHealthResolver,
  ReportingResolver,
  StatementLineResolver,
} from '../../reporting';
import { DealRisksResolver, RiskResolver } from '../../risks';
import { RowsResolver } from '../../rows';
import { SimulationResolver } from '../../simulation';
import { DeadlineResolver, DealTimelineResolver } from '../../timeline';
import { TrustedDocumentResolver } from '../../trusted';
import type { ResolverClass } from './handlers';
import { NodeResolver } from './node';

/** The resolvers of all concepts, in the order of the house. */
export const resolvers: readonly ResolverClass[] = [
  PersonResolver,
  DealResolver,
  PaymentDealResolver,
  DealEventResolver,
  HandoffPackageResolver,
  DealPackageResolver,
  PackageRevisionsResolver,
  HandoffDocumentResolver,
  PackageRevisionResolver,
  CommitmentMadeResolver,
  ImportResolver,
  RiskResolver,
  DealRisksResolver,
  CommitmentResolver,
  DealCommitmentsResolver,
  RiskDiscoveryResolver,
  CommitmentDiscoveryResolver,
  HandoffStateResolver,
  DealCallResolver,
  HandoffCallResolver,
  DealIntroductionResolver,
  DealTimelineResolver,
  DeadlineResolver,
  HandoffBriefResolver,
  CommissionPaymentResolver,
  CommissionPaymentStateResolver,
  PaymentMoveResolver,
  PersonCommissionResolver,
  WaitingResolver,
  RecordingResolver,
  ReportingResolver,
  ReconciliationResolver,
  AccountBalanceResolver,
  PayRunResolver,
  PayRunPayeeResolver,
  PayRunEventResolver,
  CalendarResolver,
  SlaPolicyResolver,
  PlanVersionResolver,
  PlanReachResolver,
  InquiryResolver,
  InquiryStepResolver,
  PaymentInquiriesResolver,
  CommissionStatementResolver,
  StatementLineResolver,
  CommissionLiabilityResolver,
  CommissionForecastResolver,
  HandoffHealthResolver,
  RowsResolver,
  BulkExportResolver,
  SimulationResolver,
  ApiKeyResolver,
  AuditResolver,
  PrivacyResolver,
  TrustedDocumentResolver,
  LiveResolver,
  ClockDueResolver,
  NodeResolver,
];
