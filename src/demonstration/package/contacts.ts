import type { PackageSections } from '../../rules';
import type { Random } from '../random';
import { phoneIn, type townOf } from './places';

const FIRST_NAMES = [
  ...['Aileen', 'Andrew', 'Anjali', 'Bronwen', 'Cathal', 'Chidi', 'Dana', 'Declan', 'Elspeth', 'Farah', 'Gareth'],
  ...['Hannah', 'Ines', 'Jakub', 'Joanna', 'Kwame', 'Leonie', 'Mairead', 'Mehmet', 'Nerys', 'Oliver', 'Parveen'],
  ...['Quentin', 'Rebecca', 'Ruaridh', 'Sunita', 'Thomas', 'Ursula', 'Victor', 'Wendy', 'Yasmin', 'Zoltan'],
];
const LAST_NAMES = [
  ...['Abernethy', 'Bashir', 'Boateng', 'Carrick', 'Cholmondeley', 'Dalgleish', 'Eastwood', 'Farrell', 'Gupta'],
  ...['Hargreaves', 'Ibrahim', 'Jellicoe', 'Kaminski', 'Lonsdale', 'Macrae', 'Nightingale', 'Oakeshott', 'Pritchard'],
  ...['Quayle', 'Rowbotham', 'Sandford', 'Tregear', 'Udall', 'Vaughan', 'Whitlock', 'Yeoman'],
];

const OF_EXEC = {
  relationshipStrength: [
    'Strong: four meetings, and she called us after the board',
    'New in role since the spring; one long meeting, went well',
    'Arm’s length: signs what HR puts in front of him',
    'Warm, but busy; the assistant is the way in',
    'Sceptical at first, convinced by the pilot numbers',
  ],
  howToAddress: ['First name', 'First name in the room, title in writing', 'Surname until invited otherwise'],
  preferredChannel: ['Phone, before nine', 'A short email with the ask in the first line', 'Teams chat', 'In person'],
};
const OF_HR = {
  engagementStyle: [
    'Short calls, decisions in writing',
    'Wants a plan on one page and then leaves us to it',
    'Hands on: reads every slide before it goes out',
    'Thinks aloud; send notes after each call',
  ],
  caresMostAbout: [
    'That line managers turn up',
    'Not looking foolish in front of the board again',
    'That nobody is put on the spot in a workshop',
    'Retention of first-line managers',
    'Fair treatment of the night shift: same programme, same quality',
  ],
};
const PURCHASE_ORDERS = [
  'PO raised, number on the deposit invoice',
  'Framework agreement until next year; each cohort needs its own PO',
  'No PO system: the finance director approves by email',
  'PO only for the deposit so far; the rest is promised by kickoff',
];
const INVOICE_FORMATS = [
  'PDF to the AP mailbox, PO number in the subject',
  'Through their supplier portal; we are registered',
  'One invoice for each cohort, with its number',
  'PDF; they reject invoices dated in the future',
];
const FOR_THEM = [
  'Wants to run the next wave inside; would like to be seen to have brought us in',
  'Promotion round in the autumn: a visible success helps',
  'Lost two good supervisors last year and does not want to lose a third',
];
const NOTES = [
  'Away the first week of each month',
  'Part-time: not on Fridays',
  'Knows our last client there well',
  null,
];

/**
 * Section B: everybody at the client, with addresses that nobody has, and what setting up the nudge channel takes. The
 * champion is not always another person.
 */
export function peopleAt(
  clientName: string,
  town: ReturnType<typeof townOf>,
  nudgeChannelSetup: string,
  random: Random,
): PackageSections['people'] {
  const firsts = random.shuffled(FIRST_NAMES);
  const lasts = random.shuffled(LAST_NAMES);
  const domain = `${clientName.toLowerCase().replace(/[^a-z]/g, '')}.example`;
  const somebody = (place: number) => {
    const [first, last] = [firsts[place]!, lasts[place]!];
    const email = `${first.toLowerCase()}.${last.toLowerCase()}@${domain}`;
    return { name: `${first} ${last}`, email, phone: phoneIn(town, random), notes: random.pick(NOTES) };
  };
  return {
    execSponsor: {
      ...somebody(0),
      relationshipStrength: random.pick(OF_EXEC.relationshipStrength),
      howToAddress: random.pick(OF_EXEC.howToAddress),
      preferredChannel: random.pick(OF_EXEC.preferredChannel),
    },
    hrSponsor: {
      ...somebody(1),
      engagementStyle: random.pick(OF_HR.engagementStyle),
      caresMostAbout: random.pick(OF_HR.caresMostAbout),
    },
    procurement: { ...somebody(2), purchaseOrders: random.pick(PURCHASE_ORDERS) },
    finance: { ...somebody(3), invoiceFormat: random.pick(INVOICE_FORMATS) },
    platformOwner: { ...somebody(4), nudgeChannelSetup },
    champion: random.chance(0.6) ? { ...somebody(5), whatIsInItForThem: random.pick(FOR_THEM) } : null,
  };
}
