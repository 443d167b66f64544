import type { RiskLikelihood } from '../../rules';

/** A risk as an AE flags it, and what is agreed against it in the call. */
export interface FlaggedRisk {
  words: string;
  likelihood: RiskLikelihood;
  mitigation: string;
  agreed: string;
}

/** Those that come up in some stories. */
export const RISKS_THAT_COME_UP = [
  'The executive sponsor is new in the role',
  'The procurement renewal falls into week 8',
  'Cohort 1 spans the summer holidays',
  'A restructure of the branches was announced',
  'The client expected guarantees of social return',
] as const;

const OF_THOSE: readonly Omit<FlaggedRisk, 'words'>[] = [
  {
    likelihood: 'HIGH',
    mitigation: 'Front-load engagement; over-invest in the Week 4 walkthrough',
    agreed: 'The delivery lead joins the Week 4 walkthrough in person',
  },
  {
    likelihood: 'MEDIUM',
    mitigation: 'Have the Week 8 walkthrough land before the renewal cycle',
    agreed: 'Walkthrough moved to the Monday of Week 8, with procurement invited',
  },
  {
    likelihood: 'MEDIUM',
    mitigation: 'Build a buffer into the Week 6 quality gate',
    agreed: 'Catch-up session for those on leave, before the quality gate',
  },
  {
    likelihood: 'HIGH',
    mitigation: 'Ask for the list of branches that stay before cohorts are filled',
    agreed: 'Participants are confirmed by name in Week -1, with two deputies',
  },
  {
    likelihood: 'HIGH',
    mitigation: 'Re-anchor in the kickoff that delivery quality is the commitment',
    agreed: 'A slide in the kickoff, sent to the sponsor the day before',
  },
];

const OTHERS: readonly FlaggedRisk[] = [
  {
    words: 'HR and operations disagree about who owns the programme',
    likelihood: 'MEDIUM',
    mitigation: 'Invite both to the kickoff and name one decision maker',
    agreed: 'One steering call every two weeks with both of them',
  },
  {
    words: 'Security approval of the nudge channel may take longer than onboarding',
    likelihood: 'MEDIUM',
    mitigation: 'Start with email; move to the channel once it is approved',
    agreed: 'Email for Weeks 1 and 2; the account manager chases approval weekly',
  },
  {
    words: 'Nights can hardly be released for workshops',
    likelihood: 'HIGH',
    mitigation: 'Offer a short session at the start of the shift',
    agreed: 'Two sessions of forty-five minutes in place of one workshop',
  },
  {
    words: 'Our champion may leave before Week 12',
    likelihood: 'LOW',
    mitigation: 'Build a second relationship by the Week 4 walkthrough',
    agreed: 'The account manager meets the deputy in Week 2',
  },
  {
    words: 'Budget for the second cohort is verbal',
    likelihood: 'MEDIUM',
    mitigation: 'Get it in writing before the Week 2 workshop',
    agreed: 'Finance contact confirms by email before kickoff',
  },
  {
    words: 'The last provider left bad blood with the site managers',
    likelihood: 'LOW',
    mitigation: 'Have the facilitator visit the sites once before Week 1',
    agreed: 'A visit of half a day at the largest site',
  },
];

/** All that an AE may flag, by its words. */
export const RISKS: ReadonlyMap<string, FlaggedRisk> = new Map(
  [...RISKS_THAT_COME_UP.map((words, index) => ({ words, ...OF_THOSE[index]! })), ...OTHERS].map((risk) => [
    risk.words,
    risk,
  ]),
);
