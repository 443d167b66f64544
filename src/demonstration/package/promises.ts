import type { PackageSections } from '../../rules';

/** A commitment as an AE makes it, and what shows that it was kept, or was not. */
export interface Promised {
  words: string;
  /** Whom at the client. */
  to: Exclude<keyof PackageSections['people'], 'champion'>;
  /** The delivery week in which it is due; null where nobody said when. */
  dueWeek: number | null;
  kept: string;
  broken: string;
}

/** Those that come up in some stories. */
export const PROMISES_THAT_COME_UP = [
  'We will send the attendance report at week 4',
  'Our facilitator will mention the apprenticeship scheme',
  'We can attend the annual managers’ conference',
  'A reference call with the board in the autumn',
] as const;

const OF_THOSE: readonly Omit<Promised, 'words'>[] = [
  {
    to: 'hrSponsor',
    dueWeek: 4,
    kept: 'The HR sponsor thanked us for it by mail',
    broken: 'The HR sponsor asked for it in Week 5; it went out in Week 6',
  },
  {
    to: 'hrSponsor',
    dueWeek: 2,
    kept: 'Slide 14 of the Week 2 workshop; two people asked about it afterwards',
    broken: 'The facilitator had no note of it; the HR sponsor noticed',
  },
  {
    to: 'execSponsor',
    dueWeek: 9,
    kept: 'A quarter of an hour on the programme of the second day',
    broken: 'Nobody was free on the day; we sent our regrets the evening before',
  },
  {
    to: 'execSponsor',
    dueWeek: null,
    kept: 'Twenty minutes with two of their directors; notes are on the drive',
    broken: 'The board met without it: the invitation was never answered',
  },
];

const OTHERS: readonly Promised[] = [
  {
    words: 'You will have the dates of every workshop before the end of onboarding',
    to: 'hrSponsor',
    dueWeek: -1,
    kept: 'Dates confirmed by mail in Week -2',
    broken: 'The Week 5 workshop had no date until Week 1',
  },
  {
    words: 'We never send an invoice without your PO number on it',
    to: 'finance',
    dueWeek: 2,
    kept: 'The Week 2 invoice went through at the first attempt',
    broken: 'The Week 2 invoice came back for a missing number',
  },
  {
    words: 'Your security people get our data sheet before anybody is invited',
    to: 'platformOwner',
    dueWeek: -2,
    kept: 'Data sheet sent, approval in the same week',
    broken: 'Invitations went out first; IT stopped them for two days',
  },
  {
    words: 'We will come on site once at no charge if attendance drops below eighty per cent',
    to: 'execSponsor',
    dueWeek: 8,
    kept: 'Attendance was 74% in Week 5: we were there the week after',
    broken: 'Attendance was 71% in Week 5, and nobody went',
  },
  {
    words: 'You see the board report three working days before your board does',
    to: 'execSponsor',
    dueWeek: 12,
    kept: 'Draft sent on the Wednesday, board on the Monday after',
    broken: 'The sponsor saw it for the first time in the meeting',
  },
  {
    words: 'We keep the day rate for next year if you decide before Christmas',
    to: 'procurement',
    dueWeek: null,
    kept: 'Renewal quoted at the same rate',
    broken: 'The renewal was quoted at the new list price',
  },
];

/** All that an AE may promise, by its words. */
export const PROMISES: ReadonlyMap<string, Promised> = new Map(
  [...PROMISES_THAT_COME_UP.map((words, index) => ({ words, ...OF_THOSE[index]! })), ...OTHERS].map((promised) => [
    promised.words,
    promised,
  ]),
);
