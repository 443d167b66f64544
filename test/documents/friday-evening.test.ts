import { readDocument } from '../../src/packages/document/reading';
import { renderDocument } from '../../src/packages/document/rendering';
import { missingItems, type PackageContent, writtenMistakes } from '../../src/rules';
import { documentNamed, shown, TITLE } from './documents';

/** Written by hand, in a hurry, from the template and from memory. */
const read = readDocument(documentNamed('friday-evening'), 'GBP');

const CLIENT: Pick<PackageContent, 'clientBasics' | 'people'> = {
  clientBasics: {
    legalName: 'Larch & Finch Ltd',
    tradingName: 'Larch & Finch (everybody says "L&F")',
    sites: [
      { name: 'Bury mill', address: 'Weir Lane, Bury BL9 0DN' },
      { name: 'Leeds depot', address: 'Unit 4, Hunslet Road,\nLeeds LS10 1JP' },
    ],
    sector: 'Manufacturing',
    subSector: 'Paper & packaging',
    headcount: 1240,
    headcountInScope: 90,
    companyNumber: '01234567',
    notRegisteredBecause: null,
    filings:
      'Accounts to 31 Dec 2025 filed 3 March.\nTurnover flat (£41m), profit down a third.\n' +
      'New CFO on the register since January!\n\nCharge over the Bury site, NatWest.',
    press:
      'Restructure in the Manchester Evening News, 12 Feb\n' +
      '(article (https://example.com/news/larch_and_finch?id=7&x=1)). ESG report due in September.',
  },
  people: {
    execSponsor: {
      name: 'Ilse Brandt',
      email: 'ilse.brandt@larchfinch.example',
      phone: '0161 496 0101',
      notes: 'COO, new in role (Jan)',
      relationshipStrength: 'good with me, does not know delivery yet',
      howToAddress: '“Ilse”, never “Mrs Brandt”',
      preferredChannel: 'phone before 9. After that her PA has the calendar',
    },
    hrSponsor: {
      name: 'Dana Okafor',
      email: 'dana.okafor@larchfinch.example',
      phone: '0161 496 0123',
      notes: null,
      engagementStyle: 'short calls, hates decks',
      caresMostAbout: 'attendance – she was burned by no-shows last time',
    },
    procurement: {
      name: 'Raj Patel',
      email: 'procurement@larchfinch.example',
      phone: '0161 496 0150',
      notes: 'slow. cc Dana',
      purchaseOrders: 'PO 77120 raised for the deposit. Framework renewal comes up in July',
    },
    finance: {
      name: 'Moira Keane',
      email: 'ap@larchfinch.example',
      phone: '+44 161 496 0160',
      notes: null,
      invoiceFormat: 'PDF only, PO number in the subject, one invoice per PO',
    },
    platformOwner: {
      name: 'Tom Ashe',
      email: 'tom.ashe@larchfinch.example',
      phone: '0161 496 0170',
      notes: 'Teams admin | also does Viva',
      nudgeChannelSetup: 'Teams app, needs 5 working days for the security review',
    },
    champion: null,
  },
};

const DEAL: Omit<PackageContent, keyof typeof CLIENT> = {
  whatTheyAreSolving: {
    trigger:
      '"Our managers would rather\nlose somebody than have the talk.\n\n' +
      'Three good people went in one quarter, and nobody had said a word to them."',
    successMeasure: 'Regretted leavers below 8%',
    priorProviderWorked: 'the workbook',
    priorProviderDidNotWork: 'slides, slides, slides',
    redLines: [
      'No recording of sessions',
      'Nobody from the union side to be singled out\n- that includes examples in role plays',
      'No homework over the August shutdown',
    ],
    softSignals: ['COO is sceptical: "we tried this in 2022"', 'Dana may leave (my guess!)'],
  },
  whatWeAreDelivering: {
    modules: ['Hard talks', 'Feedback that lands'],
    cohorts: [
      { number: 1, size: 45, composition: 'Line managers, Bury', startsOn: '2026-06-01' },
      { number: 2, size: 45, composition: 'Shift leads (nights!)', startsOn: '2026-06-15' },
    ],
    workshopModality: 'IN_PERSON',
    nudgeChannel: 'Teams',
    bespokeElements: [],
    outOfScope: ['coaching for the board', 'Leeds night shift – they WILL ask'],
  },
  commercials: {
    fee: 4_800_000n,
    breakdown: [
      { item: '2 cohorts @ £22k', amount: 4_400_000n },
      { item: 'Board report', amount: 400_000n },
    ],
    discounts: [{ description: 'Second cohort', amount: 200_000n, signOff: 'CFO-118' }],
    milestones: [
      { milestone: 'Deposit', amount: 1_920_000n, invoiceOn: '2026-05-04' },
      { milestone: 'Board report', amount: 2_880_000n, invoiceOn: '2026-08-03' },
    ],
    sideCommitments: ['reference call in Q4, if the board report lands'],
  },
  risks: [
    {
      description: 'COO is new in role',
      likelihood: 'HIGH',
      mitigation: 'Front-load engagement; over-invest in W4 walkthrough',
    },
    {
      description: 'Procurement renewal in July',
      likelihood: 'MEDIUM',
      mitigation: 'Schedule W8 walkthrough before it',
    },
    { description: 'Cohort 2 are on nights', likelihood: 'LOW', mitigation: 'Start at 6 pm, not at 9 am' },
  ],
  commitments: [
    {
      words: '"We\'ll send the attendance report at Week 4."',
      promisedTo: 'Dana',
      promisedBy: 'Sam',
      dueWeek: 4,
      dueOn: null,
    },
    {
      words: '"Our facilitator will mention the union agreement"',
      promisedTo: 'Raj',
      promisedBy: 'Sam',
      dueWeek: 2,
      dueOn: null,
    },
    {
      words: '"We can attend the managers\' day"',
      promisedTo: 'Ilse',
      promisedBy: 'Sam',
      dueWeek: null,
      dueOn: '2026-09-18',
    },
  ],
  noRisksAndIHaveAsked: false,
  noCommitmentsAndIHaveAsked: false,
};

describe('a document that an account executive wrote on a Friday evening', () => {
  test('says who the client is and whom to talk to', () => {
    expect(read.title).toEqual({ dealKey: 'D-2026-0042', clientName: 'Larch & Finch Ltd', date: '2026-05-07' });
    const { clientBasics, people } = read.content;
    expect({ clientBasics, people }).toEqual(CLIENT);
  });

  test('says what is sold, what may go wrong and what was promised', () => {
    expect(read.content).toEqual({ ...CLIENT, ...DEAL });
  });

  test('lacks nothing, and all of it can be kept', () => {
    expect(missingItems(read.content)).toEqual([]);
    expect(writtenMistakes(read.content)).toEqual([]);
  });

  test('is told where it was read with good will', () => {
    expect(shown(read.findings)).toEqual([
      'line 5, warning: "07/05/2026" is taken for 7 May 2026, the day before the month',
      'line 22, warning: "Headcount (organization)" is taken for "Headcount (organisation)"',
      'line 24, warning: "Companies House no" is taken for "Companies House number"',
      'line 39, warning: "Procurement" is taken for "Procurement contact"',
      'line 40, warning: "Finance / AP" is taken for "Finance / AP contact"',
      'line 51, warning: "What they care most about" is taken for "What they care about most"',
      'line 57, warning: "Finance / AP" is taken for "Finance / AP contact"',
      'line 99, warning: "Bury canteen" is left out: there is no place for it beside the value',
      'line 108, warning: "plus VAT" is left out: there is no place for it beside the value',
      'line 119, warning: the column "Sign off" is taken for "Sign-off reference"',
      'line 127, warning: "on signature" is left out: there is no place for it beside the value',
      'line 130, warning: "Side committments" is taken for "Side commitments"',
    ]);
  });

  test('can be told line by line where something is', () => {
    const lines = ['clientBasics.sites.1.address', 'people.finance.email', 'whatTheyAreSolving.redLines.2'];
    expect(lines.map((path) => read.lineOf(path))).toEqual([17, 40, 79]);
    expect(read.lineOf('commercials.milestones.0.amount')).toBe(127);
    expect(read.lineOf('commercials.milestones')).toBe(123);
    expect(read.lineOf('people.champion.name')).toBe(42);
    expect(read.lineOf('risks.2.mitigation')).toBe(140);
    expect(read.lineOf('nowhere.at.all')).toBe(1);
  });

  test('is tidy once it is rendered, and then reads the same without a finding', () => {
    const again = readDocument(renderDocument(TITLE, read.content), 'GBP');
    expect(again.content).toEqual(read.content);
    expect(again.findings).toEqual([]);
  });
});
