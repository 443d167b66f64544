import { type Minor, share } from '../../money';
import { RuleError } from '../../problem';
import type { Calendar } from '../../time/calendar';
import { dayOfDate, type LocalDate } from '../../time/zone';
import { moneyInWords } from '../../words';
import type { ClientBasics, Cohort, Commercials, Discount, PackageContent } from './content';
import type { Mistake } from './mistake';

/** What a package is checked against: what its deal says. */
export interface PackageGround {
  currency: string;
  /** What the fee of the package has to be once it is submitted; null where none is agreed, or it is no matter yet. */
  feeInForce: Minor | null;
  /** When delivery Week 1 starts; null where that is not known. */
  weekOne: LocalDate | null;
  calendar: Calendar;
}

/** The first payment milestone is the deposit of rules.md §2. */
const DEPOSIT_BP = 4_000;

/** Eight digits, or two letters and six digits; R0000000 for Northern Ireland's oldest, IP00000R for societies. */
const COMPANY_NUMBER = /^(\d{8}|[A-Z]{2}\d{5}[\dR]|R\d{7})$/;

/** All that cannot be true in a package, however incomplete it still is, section by section (rules.md §5). */
export function packageMistakes(content: PackageContent, ground: PackageGround): Mistake[] {
  return [
    ...clientMistakes(content.clientBasics),
    ...cohortMistakes(content.whatWeAreDelivering.cohorts ?? [], ground),
    ...commercialMistakes(content.commercials, ground.currency),
    ...feeMistakes(content.commercials, ground),
    ...statementMistakes(content),
  ];
}

function clientMistakes({ headcount, headcountInScope, companyNumber, notRegisteredBecause }: ClientBasics): Mistake[] {
  const mistakes: Mistake[] = [];
  const at = (item: keyof ClientBasics, message: string) => mistakes.push({ path: `clientBasics.${item}`, message });
  if (companyNumber !== null && !COMPANY_NUMBER.test(companyNumber))
    at('companyNumber', `"${companyNumber}" is not a Companies House number: 8 digits, or 2 letters and 6 digits`);
  if (companyNumber !== null && notRegisteredBecause !== null)
    at('notRegisteredBecause', 'a client that is not at Companies House has no number there');
  if (headcount !== null && headcount < 1) at('headcount', 'a client has at least one person');
  if (headcountInScope !== null && headcountInScope < 1) at('headcountInScope', 'at least one person is in scope');
  if (headcount !== null && headcountInScope !== null && headcountInScope > headcount)
    at('headcountInScope', `${headcountInScope} in scope are more than the ${headcount} of the whole organisation`);
  return mistakes;
}

function cohortMistakes(cohorts: readonly Cohort[], ground: PackageGround): Mistake[] {
  const numbers = cohorts.map(({ number }) => number);
  return cohorts.flatMap(({ number, size, startsOn }, index) => {
    const mistakes: Mistake[] = [];
    const at = (column: keyof Cohort, message: string) =>
      mistakes.push({ path: `whatWeAreDelivering.cohorts.${index}.${column}`, message });
    if (number !== null && number < 1) at('number', 'cohorts count from 1');
    else if (number !== null && numbers.indexOf(number) < index) at('number', `there are two cohorts ${number}`);
    if (size !== null && size < 1) at('size', 'a cohort has at least one person');
    const wrong = startsOn === null ? undefined : wrongStart(startsOn, ground);
    if (wrong) at('startsOn', wrong);
    return mistakes;
  });
}

/** A cohort starts on a working day in a Week ≥ 1. */
function wrongStart(startsOn: LocalDate, { weekOne, calendar }: PackageGround): string | undefined {
  if (weekOne !== null && startsOn < weekOne) return `${startsOn} is before Week 1, which starts on ${weekOne} by now`;
  try {
    return calendar.isWorkingDay(dayOfDate(startsOn)) ? undefined : `${startsOn} is not a working day`;
  } catch (error) {
    if (error instanceof RuleError) return error.reason;
    throw error;
  }
}

function commercialMistakes({ fee, breakdown, discounts, milestones }: Commercials, currency: string): Mistake[] {
  const inWords = (amount: Minor) => moneyInWords(amount, currency);
  return [
    ...(fee !== null && fee < 0n ? [{ path: 'commercials.fee', message: 'a fee is never negative' }] : []),
    ...amountMistakes({ breakdown, discounts, milestones }),
    ...discountMistakes(discounts ?? []),
    ...sumMistakes('breakdown', 'the items of the breakdown', breakdown, fee, inWords),
    ...sumMistakes('milestones', 'the payment milestones', milestones, fee, inWords),
    ...depositMistakes(milestones?.[0]?.amount ?? null, fee, inWords),
  ];
}

function feeMistakes({ fee }: Commercials, { feeInForce, currency }: PackageGround): Mistake[] {
  if (fee === null || feeInForce === null || fee === feeInForce) return [];
  const [said, agreed] = [fee, feeInForce].map((amount) => moneyInWords(amount, currency));
  return [{ path: 'commercials.fee', message: `${said} is not the fee that was agreed last, ${agreed}` }];
}

function discountMistakes(discounts: readonly Discount[]): Mistake[] {
  return discounts.flatMap(({ description, amount, signOff }, index) =>
    signOff === null && (description !== null || amount !== null)
      ? [{ path: `commercials.discounts.${index}.signOff`, message: 'a discount needs the reference of its sign-off' }]
      : [],
  );
}

type Amounts = readonly { amount: Minor | null }[];
type InWords = (amount: Minor) => string;

function amountMistakes(lists: Readonly<Record<string, Amounts | null>>): Mistake[] {
  return Object.entries(lists).flatMap(([name, rows]) =>
    (rows ?? []).flatMap(({ amount }, index) =>
      amount !== null && amount < 0n
        ? [{ path: `commercials.${name}.${index}.amount`, message: 'an amount is never negative' }]
        : [],
    ),
  );
}

/** Only once every amount is there: a list that is still being written adds up to less. */
function sumMistakes(name: string, what: string, rows: Amounts | null, fee: Minor | null, inWords: InWords): Mistake[] {
  const amounts = (rows ?? []).map(({ amount }) => amount);
  if (fee === null || amounts.length === 0 || amounts.some((amount) => amount === null)) return [];
  const sum = (amounts as Minor[]).reduce((total, amount) => total + amount, 0n);
  if (sum === fee) return [];
  return [{ path: `commercials.${name}`, message: `${what} add up to ${inWords(sum)}, not to ${inWords(fee)}` }];
}

function depositMistakes(first: Minor | null, fee: Minor | null, inWords: InWords): Mistake[] {
  if (first === null || fee === null || first === share(fee, DEPOSIT_BP)) return [];
  const deposit = inWords(share(fee, DEPOSIT_BP));
  const message = `the first milestone is the deposit: 40% of ${inWords(fee)}, which is ${deposit}`;
  return [{ path: 'commercials.milestones.0.amount', message }];
}

/** "None, and I have asked" beside a list of some is no statement. */
function statementMistakes(content: PackageContent): Mistake[] {
  const mistakes: Mistake[] = [];
  if (content.noRisksAndIHaveAsked && content.risks.length > 0)
    mistakes.push({ path: 'noRisksAndIHaveAsked', message: 'there cannot be no risks: section F names some' });
  if (content.noCommitmentsAndIHaveAsked && content.commitments.length > 0)
    mistakes.push({
      path: 'noCommitmentsAndIHaveAsked',
      message: 'there cannot be no commitments: section G names some',
    });
  return mistakes;
}
