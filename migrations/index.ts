import { Roles0000000000001 } from './0001-roles';
import { PeopleAndTerms0000000000002 } from './0002-people-and-terms';
import { DealsAndFacts0000000000003 } from './0003-deals-and-facts';
import { WhatFollowsFromFacts0000000000004 } from './0004-what-follows-from-facts';
import { Ledger0000000000005 } from './0005-ledger';
import { RisksCommitmentsPackages0000000000006 } from './0006-risks-commitments-packages';
import { Demonstration0000000000007 } from './0007-demonstration';
import { FactsOfTheCalendar0000000000008 } from './0008-facts-of-the-calendar';
import { PackageSections0000000000009 } from './0009-package-sections';
import { RisksAndCommitmentsToWeek120000000000010 } from './0010-risks-and-commitments-to-week-12';
import { CallsAndMails0000000000011 } from './0011-calls-and-mails';
import { DrivePaths0000000000013 } from './0013-drive-paths';
import { PayRuns0000000000017 } from './0017-pay-runs';
import { HeldBack0000000000018 } from './0018-held-back';
import { ReportIndexes0000000000019 } from './0019-report-indexes';
import { PlanVersions0000000000020 } from './0020-plan-versions';
import { EmployeeNumbers0000000000021 } from './0021-employee-numbers';
import { DeliveryLeads0000000000022 } from './0022-delivery-leads';
import { StatusesBeforeReports0000000000023 } from './0023-statuses-before-reports';
import { Inquiries0000000000025 } from './0025-inquiries';
import { ApiKeys0000000000027 } from './0027-api-keys';
import { CarriedBalances0000000000035 } from './0035-carried-balances';
import { CurrencyOfVersions0000000000036 } from './0036-currency-of-versions';
import { ProclaimedHolidays0000000000037 } from './0037-proclaimed-holidays';
import { SlaPolicyVersions0000000000038 } from './0038-sla-policy-versions';
import { FlatRows0000000000043 } from './0043-flat-rows';
import { WritersOfRows0000000000044 } from './0044-writers-of-rows';
import { LiveChanges0000000000046 } from './0046-live-changes';
import { AuditLog0000000000059 } from './0059-audit-log';
import { Erasure0000000000064 } from './0064-erasure';
import { BulkExports0000000000065 } from './0065-bulk-exports';

/**
 * All changes of the schema, in the order in which they are run; TypeORM takes the order from the names' last digits.
 */
export const migrations = [
  Roles0000000000001,
  PeopleAndTerms0000000000002,
  DealsAndFacts0000000000003,
  WhatFollowsFromFacts0000000000004,
  Ledger0000000000005,
  RisksCommitmentsPackages0000000000006,
  Demonstration0000000000007,
  FactsOfTheCalendar0000000000008,
  PackageSections0000000000009,
  RisksAndCommitmentsToWeek120000000000010,
  CallsAndMails0000000000011,
  DrivePaths0000000000013,
  PayRuns0000000000017,
  HeldBack0000000000018,
  ReportIndexes0000000000019,
  PlanVersions0000000000020,
  EmployeeNumbers0000000000021,
  DeliveryLeads0000000000022,
  StatusesBeforeReports0000000000023,
  Inquiries0000000000025,
  ApiKeys0000000000027,
  CarriedBalances0000000000035,
  CurrencyOfVersions0000000000036,
  ProclaimedHolidays0000000000037,
  SlaPolicyVersions0000000000038,
  FlatRows0000000000043,
  WritersOfRows0000000000044,
  LiveChanges0000000000046,
  AuditLog0000000000059,
  Erasure0000000000064,
  BulkExports0000000000065,
];
