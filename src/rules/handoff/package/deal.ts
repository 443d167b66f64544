import { RISK_LIKELIHOODS, WORKSHOP_MODALITIES } from './content';
import { type ListedSection, money, text, texts, type WrittenSection } from './items';

/** What is delivered. */
export const SECTION_D: WrittenSection = {
  section: 'D',
  name: 'whatWeAreDelivering',
  title: "What we're delivering",
  items: [
    { ...texts('modules', 'Curriculum modules', 'Name the modules that they chose.'), needsSome: true },
    {
      kind: 'rows',
      name: 'cohorts',
      label: 'Cohorts',
      row: 'Cohort',
      needsSome: true,
      asks: 'List the cohorts.',
      columns: [
        { kind: 'count', name: 'number', label: 'Cohort', asks: 'Number it.' },
        { kind: 'count', name: 'size', label: 'Size', asks: 'Say how many people are in it.' },
        text('composition', 'Composition', 'Say who is in it.'),
        { kind: 'date', name: 'startsOn', label: 'Agreed start', asks: 'Give the agreed start.' },
      ],
    },
    {
      kind: 'choice',
      name: 'workshopModality',
      label: 'Workshops',
      choices: WORKSHOP_MODALITIES,
      asks: 'Say whether workshops are in person, virtual or hybrid.',
    },
    text('nudgeChannel', 'Nudge channel', 'Name the nudge channel.'),
    {
      kind: 'rows',
      name: 'bespokeElements',
      label: 'Bespoke elements',
      row: 'Bespoke element',
      asks: 'List what is bespoke, or state that nothing is.',
      columns: [
        text('element', 'Element', 'Say what it is.'),
        text('signOff', 'Sign-off reference', 'Give the reference of its sign-off.'),
      ],
    },
    texts('outOfScope', 'Out of scope', 'List what is out of scope and may be asked for later, or that nothing is.'),
  ],
};

/** What it costs. */
export const SECTION_E: WrittenSection = {
  section: 'E',
  name: 'commercials',
  title: 'Commercials',
  items: [
    { kind: 'money', name: 'fee', label: 'Total fee', asks: 'Give the total fee.' },
    {
      kind: 'rows',
      name: 'breakdown',
      label: 'Fee breakdown',
      row: 'Fee item',
      needsSome: true,
      asks: 'Break the fee down.',
      columns: [text('item', 'Item', 'Say what it is for.'), money()],
    },
    {
      kind: 'rows',
      name: 'discounts',
      label: 'Discounts',
      row: 'Discount',
      asks: 'List the discounts, or state that there are none.',
      columns: [
        text('description', 'Discount', 'Say what it is.'),
        money(),
        text('signOff', 'Sign-off reference', 'Give the reference of its sign-off.'),
      ],
    },
    {
      kind: 'rows',
      name: 'milestones',
      label: 'Payment milestones and invoices',
      row: 'Payment milestone',
      needsSome: true,
      asks: 'List the payment milestones and when they are invoiced.',
      columns: [
        text('milestone', 'Milestone', 'Say what it is.'),
        money(),
        { kind: 'date', name: 'invoiceOn', label: 'Invoice on', asks: 'Say when it is invoiced.' },
      ],
    },
    texts('sideCommitments', 'Side commitments', 'List the side commitments, or state that there are none.'),
  ],
};

/** What may go wrong. */
export const SECTION_F: ListedSection = {
  section: 'F',
  name: 'risks',
  statement: 'noRisksAndIHaveAsked',
  title: 'Risks flagged in sales cycle',
  row: 'Risk',
  asks: 'Flag the risks, or state that there are none and that you have asked.',
  columns: [
    text('description', 'Risk', 'Say what may go wrong.'),
    {
      kind: 'choice',
      name: 'likelihood',
      label: 'Likelihood',
      choices: RISK_LIKELIHOODS,
      asks: 'Say how likely it is.',
    },
    text('mitigation', 'Mitigation suggested', 'Suggest something against it.'),
  ],
};

/** What was promised. */
export const SECTION_G: ListedSection = {
  section: 'G',
  name: 'commitments',
  statement: 'noCommitmentsAndIHaveAsked',
  title: 'Commitments AE made',
  row: 'Commitment',
  asks: 'List what was promised, or state that nothing was and that you have asked.',
  columns: [
    text('words', 'Exact words', 'Give the exact words.'),
    text('promisedTo', 'To whom', 'Say to whom it was promised.'),
    text('promisedBy', 'By whom', 'Say who promised it.'),
    { kind: 'week', name: 'dueWeek', label: 'Due in week' },
    { kind: 'date', name: 'dueOn', label: 'Due on' },
  ],
};
