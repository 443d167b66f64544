import type { PackageSections } from '../../rules';
import type { Random } from '../random';
import { sitesOf, type townOf } from './places';
import { sectorOfClient } from './sectors';

/** Why some clients are not at Companies House, by the word of their name that says so. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  Council: 'A local authority: there is no company',
  College: 'A further education corporation: it answers to the Department for Education',
  Society: 'A building society: it is on the Mutuals Public Register',
};
const FORMS: Readonly<Record<string, string>> = { Solicitors: 'LLP', Architects: 'LLP', Bank: 'plc', Group: 'plc' };
const PREFIXES: Readonly<Record<string, string>> = { scotland: 'SC', 'northern-ireland': 'NI' };

const FILINGS = [
  'Accounts on time; turnover up 6%, profit flat',
  'Accounts to March: profit down a third, energy costs blamed',
  'Confirmation statement filed; two directors changed in the spring',
  'A charge registered over the freehold last summer; accounts unremarkable',
  'Group accounts only; the going-concern note is clean',
];
const PRESS = [
  'Nothing worth knowing found',
  'A restructure of the regional teams was announced in the trade press',
  'ESG report comes out each May: they would like a paragraph in it',
  'Named a "best place to work" regionally; they are proud of it',
  'Local coverage of redundancies two years ago; still a sore point',
  'New chief executive, appointed from outside the sector',
];

/** Section A: who the client is, and how many of them are in scope. */
export function clientBasics(
  name: string,
  calendar: string,
  town: ReturnType<typeof townOf>,
  inScope: number,
  random: Random,
): PackageSections['clientBasics'] {
  const { sector, subSector } = sectorOfClient(name);
  const last = name.split(' ').at(-1)!;
  const elsewhere = ELSEWHERE[last] ?? null;
  return {
    legalName: elsewhere === null ? `${name} ${FORMS[last] ?? 'Ltd'}` : name,
    tradingName: name,
    sites: sitesOf(town, random),
    sector,
    subSector,
    headcount: inScope * random.between(3, 25) + random.between(0, 60),
    headcountInScope: inScope,
    companyNumber: elsewhere === null ? companyNumber(calendar, random) : null,
    notRegisteredBecause: elsewhere,
    filings: elsewhere === null ? random.pick(FILINGS) : null,
    press: random.pick(PRESS),
  };
}

function companyNumber(calendar: string, random: Random): string {
  const prefix = PREFIXES[calendar] ?? '0';
  return prefix + String(random.between(1_000, 999_999)).padStart(8 - prefix.length, '0');
}
