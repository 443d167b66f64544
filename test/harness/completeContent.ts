import type { PackageContent } from '../../src/rules';

const reached = { name: 'Dana Okafor', email: 'dana@larchfinch.example', phone: '0161 496 0123', notes: null };

/** A package that lacks nothing and in which all adds up. */
export const COMPLETE_CONTENT: PackageContent = {
  clientBasics: {
    legalName: 'Larch & Finch Ltd',
    tradingName: 'Larch & Finch',
    sites: [{ name: 'Mill', address: 'Weir Lane, Bury' }],
    sector: 'Manufacturing',
    subSector: 'Paper',
    headcount: 240,
    headcountInScope: 90,
    companyNumber: '01234567',
    notRegisteredBecause: null,
    filings: 'Profit down a third',
    press: 'Nothing found',
  },
  people: {
    execSponsor: { ...reached, relationshipStrength: 'Strong', howToAddress: 'Ilse', preferredChannel: 'Phone' },
    hrSponsor: { ...reached, engagementStyle: 'Short calls', caresMostAbout: 'Attendance' },
    procurement: { ...reached, purchaseOrders: 'PO 77120' },
    finance: { ...reached, invoiceFormat: 'PDF' },
    platformOwner: { ...reached, nudgeChannelSetup: 'A Teams app' },
    champion: null,
  },
  whatTheyAreSolving: {
    trigger: '"Our managers avoid hard talks"',
    successMeasure: 'Regretted leavers below 8%',
    priorProviderWorked: 'Nothing',
    priorProviderDidNotWork: 'Slides',
    redLines: [],
    softSignals: ['The COO is sceptical'],
  },
  whatWeAreDelivering: {
    modules: ['Hard talks'],
    cohorts: [
      { number: 1, size: 45, composition: 'Line managers', startsOn: '2026-06-01' },
      { number: 2, size: 45, composition: 'Shift leads', startsOn: '2026-06-15' },
    ],
    workshopModality: 'IN_PERSON',
    nudgeChannel: 'Teams',
    bespokeElements: [],
    outOfScope: [],
  },
  commercials: {
    fee: 4_800_000n,
    breakdown: [
      { item: 'Cohorts', amount: 4_400_000n },
      { item: 'Report', amount: 400_000n },
    ],
    discounts: [{ description: 'Second cohort', amount: 200_000n, signOff: 'CFO-118' }],
    milestones: [
      { milestone: 'Deposit', amount: 1_920_000n, invoiceOn: '2026-05-04' },
      { milestone: 'Report', amount: 2_880_000n, invoiceOn: '2026-08-03' },
    ],
    sideCommitments: ['A reference call'],
  },
  risks: [{ description: 'The sponsor is new', likelihood: 'HIGH', mitigation: 'Meet early' }],
  commitments: [{ words: '"A report at Week 4"', promisedTo: 'Dana', promisedBy: 'ae-1', dueWeek: 4, dueOn: null }],
  noRisksAndIHaveAsked: false,
  noCommitmentsAndIHaveAsked: false,
};
