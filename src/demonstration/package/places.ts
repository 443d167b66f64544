import type { Random } from '../random';

/** Where somebody is, and how their telephone numbers begin there. */
interface Town {
  name: string;
  /** The district of its postcodes. */
  district: string;
  /** Numbers kept for fiction by Ofcom; three digits follow. */
  dialling: string;
}

const TOWNS: Readonly<Record<string, readonly Town[]>> = {
  'england-and-wales': [
    { name: 'Leeds', district: 'LS11', dialling: '0113 496 0' },
    { name: 'Sheffield', district: 'S9', dialling: '0114 496 0' },
    { name: 'Leicester', district: 'LE4', dialling: '0116 496 0' },
    { name: 'Bristol', district: 'BS2', dialling: '0117 496 0' },
    { name: 'Reading', district: 'RG2', dialling: '0118 496 0' },
    { name: 'Birmingham', district: 'B24', dialling: '0121 496 0' },
    { name: 'Liverpool', district: 'L3', dialling: '0151 496 0' },
    { name: 'Manchester', district: 'M17', dialling: '0161 496 0' },
    { name: 'Gateshead', district: 'NE11', dialling: '0191 498 0' },
    { name: 'London', district: 'SE16', dialling: '020 7946 0' },
    { name: 'Cardiff', district: 'CF24', dialling: '029 2018 0' },
  ],
  scotland: [
    { name: 'Edinburgh', district: 'EH6', dialling: '0131 496 0' },
    { name: 'Glasgow', district: 'G51', dialling: '0141 496 0' },
  ],
  'northern-ireland': [
    { name: 'Belfast', district: 'BT3', dialling: '028 9649 6' },
    { name: 'Lisburn', district: 'BT28', dialling: '028 9649 6' },
  ],
};

const STREETS = [
  'Weir Lane',
  'Quay Street',
  'Station Approach',
  'Mill Road',
  'Castle Terrace',
  'Foundry Way',
  'Orchard Rise',
  'Canal Side',
  'Victoria Park',
  'Cooper’s Yard',
];
const SITES = ['Head office', 'Northern site', 'Riverside', 'Training centre', 'Old works'];
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** A town where a calendar is kept. */
export function townOf(calendar: string, random: Random): Town {
  return random.pick(TOWNS[calendar]!);
}

/** The sites of a client: the head office first. */
export function sitesOf(town: Town, random: Random): { name: string; address: string }[] {
  const streets = random.shuffled(STREETS);
  return SITES.slice(0, random.between(1, 3)).map((name, index) => ({
    name,
    address: `${random.between(1, 140)} ${streets[index]}, ${town.name} ${postcodeIn(town, random)}`,
  }));
}

/** A telephone number of somebody there. */
export function phoneIn({ dialling }: Town, random: Random): string {
  return `${dialling}${String(random.between(0, 999)).padStart(3, '0')}`;
}

function postcodeIn({ district }: Town, random: Random): string {
  const letter = () => LETTERS[random.between(0, LETTERS.length - 1)];
  return `${district} ${random.between(1, 9)}${letter()}${letter()}`;
}
