import type { PackageSectionsInput } from '../api/generated/operations';

const PEOPLE: NonNullable<PackageSectionsInput['people']> = {
  execSponsor: {
    name: 'Ilse Marchetti',
    email: 'ilse.marchetti@larchfinch.example',
    phone: '020 7946 0018',
    notes: 'Away the first week of each month',
    relationshipStrength: 'Strong: we met four times',
    howToAddress: 'Ms Marchetti in writing, Ilse in the room',
    preferredChannel: 'Phone, before 9',
  },
  hrSponsor: {
    name: 'Dana Okafor',
    email: 'dana.okafor@larchfinch.example',
    phone: '+44 161 496 0123',
    engagementStyle: 'Short calls, decisions in writing',
    caresMostAbout: 'That line managers turn up',
  },
  procurement: {
    name: 'Tom Reyes',
    email: 'tom.reyes@larchfinch.example',
    phone: '0161 496 0145',
    purchaseOrders: 'PO 77120 is raised; no framework agreement',
  },
  finance: {
    name: 'Mei Lin',
    email: 'ap@larchfinch.example',
    phone: '0161 496 0150',
    invoiceFormat: 'PDF, the PO in the subject',
  },
  platformOwner: {
    name: 'Sunil Rao',
    email: 'sunil.rao@larchfinch.example',
    phone: '0161 496 0177',
    nudgeChannelSetup: 'A Teams app, approved by their security board in two weeks',
  },
  champion: null,
};

/** Sections A to E with all that is asked for, as an AE would give them: a fee of 48,000.00. */
export const SECTIONS = {
  clientBasics: {
    legalName: 'Larch & Finch Ltd',
    tradingName: 'Larch & Finch',
    sites: [
      { name: 'Head office', address: '1 Quay Street, Manchester M3 3JE' },
      { name: 'Mill', address: 'Weir Lane\nBury BL9 0AA' },
    ],
    sector: 'Manufacturing',
    subSector: 'Paper and board',
    headcount: 240,
    headcountInScope: 90,
    companyNumber: '01234567',
    filings: 'Accounts to March: profit down a third',
    press: 'Announced the sale of the Leeds mill',
  },
  people: PEOPLE,
  whatTheyAreSolving: {
    trigger: '"Our managers avoid hard talks"',
    successMeasure: 'Regretted leavers below 8%',
    priorProviderWorked: 'Nothing that lasted',
    priorProviderDidNotWork: 'Two days of slides',
    redLines: ['No role play in front of peers'],
    softSignals: [],
  },
  whatWeAreDelivering: {
    modules: ['Module 2: hard talks'],
    cohorts: [
      { number: 1, size: 45, composition: 'Line managers of the head office', startsOn: '2027-03-01' },
      { number: 2, size: 45, composition: 'Shift leads of the mill', startsOn: '2027-03-15' },
    ],
    workshopModality: 'HYBRID',
    nudgeChannel: 'Teams',
    bespokeElements: [],
    outOfScope: ['Coaching of the board'],
  },
  commercials: {
    fee: '48000.00',
    breakdown: [
      { item: 'Two cohorts', amount: '44000.00' },
      { item: 'Board report', amount: '4000.00' },
    ],
    discounts: [{ description: 'Second cohort', amount: '2000.00', signOff: 'CFO-2026-118' }],
    milestones: [
      { milestone: 'Deposit', amount: '19200.00', invoiceOn: '2027-01-04' },
      { milestone: 'Week 2 workshop', amount: '14400.00', invoiceOn: '2027-03-15' },
      { milestone: 'Board report', amount: '14400.00', invoiceOn: '2027-05-31' },
    ],
    sideCommitments: ['A reference call'],
  },
} satisfies PackageSectionsInput;
