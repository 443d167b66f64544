import type { SlaCode, TimelineStepCode } from '../rules';

/** What is to be done for a clock, in words. */
export const OF_SLA: Readonly<Record<SlaCode, string>> = {
  ASSIGN_AM: 'Assign an account manager',
  SUBMIT_PACKAGE: 'Submit the handoff package',
  HOLD_CALL: 'Hold the handoff call with AE, delivery lead and account manager',
  SEND_INTRO: 'Introduce the account manager to the client',
  FIRST_CONTACT: 'Contact the client',
};

/** What is to be done for a step, in words. */
export const OF_STEP: Readonly<Record<TimelineStepCode, string>> = {
  HANDOFF_CALL: 'Hold the handoff call',
  KICKOFF: 'Start delivery on the first day of Week 1, with a date that the client has confirmed',
  WEEK_2_WORKSHOP: 'Deliver the workshop of Week 2',
  WEEK_4_WALKTHROUGH: 'Hold the walkthrough of Week 4',
  WEEK_6_QUALITY_GATE: 'Pass the quality gate of Week 6',
  WEEK_8_WALKTHROUGH: 'Hold the walkthrough of Week 8',
  WEEK_12_BOARD_REPORT: 'Deliver the board report of Week 12',
};

/** What is to be done for a risk, in words. */
export const OF_A_REVIEW = (risk: string): string => `Review the risk: ${risk}`;
