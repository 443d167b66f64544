import type {
  TriggerCondition as ConditionName,
  DealStage as DealStageName,
  HandoffFaultCode as FaultName,
  RiskLikelihood as LikelihoodName,
  SlaCode as SlaName,
  SlaStatus as StatusName,
} from '../rules';
import { enumeration } from './enumeration';

export const TriggerCondition = enumeration<ConditionName>(
  'TriggerCondition',
  'What must be true before the handoff begins (rules.md §2).',
  {
    SOW_SIGNED: 'The statement of work is signed by both parties.',
    DEPOSIT_INVOICED: 'Deposits of at least 40% of the fee are invoiced.',
    CLOSED_WON: 'The deal is marked Closed Won with all fields complete.',
  },
);

export const SlaCode = enumeration<SlaName>('SlaCode', 'The clocks of a handoff (rules.md §4).', {
  ASSIGN_AM: 'The delivery lead assigns an account manager: 2 working days from the trigger.',
  SUBMIT_PACKAGE: 'The AE submits the handoff package: 5 working days from the trigger, and before the call.',
  HOLD_CALL: 'The handoff call is held with AE, delivery lead and account manager: 5 working days from the trigger.',
  SEND_INTRO: 'The AE introduces the account manager to the client: on the day of the call.',
  FIRST_CONTACT: 'The account manager contacts the client: 24 hours from the introduction.',
});

export const SlaStatus = enumeration<StatusName>('SlaStatus', 'Where a clock stands (rules.md §4).', {
  NOT_STARTED: 'What starts it has not happened.',
  RUNNING: 'Its deadline lies ahead.',
  PAUSED: 'The client asked for a pause that has no end yet: there is no deadline.',
  MET: 'Done in time.',
  MET_LATE: 'Done after the deadline.',
  BREACHED: 'The deadline has passed and it is not done.',
  WAIVED: 'Somebody entitled to has waived it.',
  STOPPED: 'The deal was cancelled while it ran.',
});

export const HandoffFaultCode = enumeration<FaultName>('HandoffFaultCode', 'What kills handoffs (rules.md §6).', {
  PACKAGE_MISSING_AT_CALL: 'The call was held without a submitted handoff package.',
  AE_STILL_CONTACT: 'After the call the client emailed the AE, who did not forward it.',
  RISKS_NOT_SURFACED: 'A risk materialised that was not in the package.',
  COMMITMENT_NOT_WRITTEN_DOWN: 'A commitment was discovered that was not in the package.',
  CALL_LATE: 'The call was not held within its deadline.',
});

export const SowParty = enumeration<'CLIENT' | 'VENDOR'>('SowParty', 'Who signed the statement of work.', {
  CLIENT: 'The client.',
  VENDOR: 'We, the vendor.',
});

export const DealStage = enumeration<DealStageName>(
  'DealStage',
  'How far a deal has come; it follows from its facts.',
  {
    SELLING: 'The handoff is not triggered yet: the AE owns the deal.',
    HANDOFF: 'Triggered; the handoff call is not held yet.',
    ONBOARDING: 'The call is held; no cohort has started yet.',
    DELIVERY: 'A cohort has started; the Week 12 board report is not delivered yet.',
    COMPLETED: 'The Week 12 board report is delivered.',
    CANCELLED: 'The deal was cancelled.',
  },
);

export const RiskLikelihood = enumeration<LikelihoodName>('RiskLikelihood', 'How likely a risk is.', {
  LOW: 'It would surprise us.',
  MEDIUM: 'It may well happen.',
  HIGH: 'Reckon with it.',
});
