import { text, texts, type WrittenSection } from './items';

/** Who the client is. */
export const SECTION_A: WrittenSection = {
  section: 'A',
  name: 'clientBasics',
  title: 'Client basics',
  items: [
    { kind: 'text', name: 'legalName', label: 'Legal name', asks: "Give the client's legal name." },
    { kind: 'text', name: 'tradingName', label: 'Trading name', asks: 'Give the name that they trade under.' },
    {
      kind: 'rows',
      name: 'sites',
      label: 'Sites in scope',
      row: 'Site',
      needsSome: true,
      asks: 'Give the addresses of the sites in scope.',
      columns: [
        { kind: 'text', name: 'name', label: 'Site' },
        { kind: 'text', name: 'address', label: 'Address', asks: 'Give its address.' },
      ],
    },
    { kind: 'text', name: 'sector', label: 'Sector', asks: 'Name the sector.' },
    { kind: 'text', name: 'subSector', label: 'Sub-sector', asks: 'Name the sub-sector.' },
    { kind: 'count', name: 'headcount', label: 'Headcount (organisation)', asks: 'Say how many people they are.' },
    {
      kind: 'count',
      name: 'headcountInScope',
      label: 'Headcount (in scope)',
      asks: 'Say how many of them are in scope.',
    },
    {
      kind: 'text',
      name: 'companyNumber',
      label: 'Companies House number',
      asks: 'Give the Companies House number, or say why there is none.',
    },
    { kind: 'text', name: 'notRegisteredBecause', label: 'Not at Companies House because' },
    { kind: 'text', name: 'filings', label: 'Recent filings', asks: 'Sum up their recent filings.' },
    {
      kind: 'text',
      name: 'press',
      label: 'Press and news',
      asks: 'Say what is in the press about them, or that you found nothing.',
    },
  ],
};

/** Whom to talk to there. */
export const SECTION_B: WrittenSection = {
  section: 'B',
  name: 'people',
  title: 'People',
  items: [
    {
      kind: 'contact',
      name: 'execSponsor',
      label: 'Exec sponsor',
      asks: 'Name the exec sponsor.',
      details: [
        text('relationshipStrength', 'Relationship strength', 'Say how strong the relationship is.'),
        text('howToAddress', 'How to address them', 'Say how to address them.'),
        text('preferredChannel', 'Preferred channel', 'Say by which channel to reach them.'),
      ],
    },
    {
      kind: 'contact',
      name: 'hrSponsor',
      label: 'HR sponsor (primary contact)',
      asks: 'Name the HR sponsor: the primary contact.',
      details: [
        text('engagementStyle', 'Engagement style', 'Say how they like to work with us.'),
        text('caresMostAbout', 'What they care about most', 'Say what they care about most.'),
      ],
    },
    {
      kind: 'contact',
      name: 'procurement',
      label: 'Procurement contact',
      asks: 'Name the procurement contact.',
      details: [
        text('purchaseOrders', 'POs and framework agreements', 'Give the status of POs and framework agreements.'),
      ],
    },
    {
      kind: 'contact',
      name: 'finance',
      label: 'Finance / AP contact',
      asks: 'Name the finance contact.',
      details: [text('invoiceFormat', 'Invoice format requirements', 'Say what their invoices must look like.')],
    },
    {
      kind: 'contact',
      name: 'platformOwner',
      label: 'IT / comms platform owner',
      asks: 'Name the owner of the IT or comms platform.',
      details: [text('nudgeChannelSetup', 'Nudge channel setup', 'Say what setting up the nudge channel takes.')],
    },
    {
      kind: 'contact',
      name: 'champion',
      label: 'Champion (if different from sponsor)',
      details: [text('whatIsInItForThem', "What's in it for them", 'Say what is in it for them.')],
    },
  ],
};

/** What they want solved. */
export const SECTION_C: WrittenSection = {
  section: 'C',
  name: 'whatTheyAreSolving',
  title: "What they're solving",
  items: [
    text('trigger', 'The trigger (exact words)', 'Give the trigger in their exact words.'),
    text('successMeasure', 'The success measure', 'Say what their board will be looking at in Week 12.'),
    text('priorProviderWorked', 'Prior provider: what worked', 'Say what worked with the prior provider, if any.'),
    text('priorProviderDidNotWork', "Prior provider: what didn't", 'Say what did not work with the prior provider.'),
    texts('redLines', 'Red lines', 'List what they will not tolerate, or state that there is nothing.'),
    texts('softSignals', 'Soft signals', 'List caveats, anxieties and politics, or state that there are none.'),
  ],
};
