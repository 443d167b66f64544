import type { Queryable } from '../database';
import {
  type Minor,
  type Mistake,
  type PackageContent,
  type PackageGround,
  packageMistakes,
  writtenMistakes,
} from '../rules';
import type { TermsBook } from '../terms';
import { addressMistakes } from './addresses';

/** All that cannot be true in a package, by its path in it: `commercials.breakdown`. */
export function contentMistakes(content: PackageContent, ground: PackageGround): Mistake[] {
  return [...writtenMistakes(content), ...addressMistakes(content), ...packageMistakes(content, ground)];
}

/** What a deal's package is checked against, as the deal is now. */
export async function groundOf(tx: Queryable, book: TermsBook, dealId: string): Promise<PackageGround> {
  const [row] = await tx.query<Row>(GROUND, [dealId], 'package_ground');
  const { currency, calendarCode, weekOne, feeMinor } = row!;
  const calendar = book.calendar(calendarCode);
  if (!calendar) throw new Error(`there is no calendar ${calendarCode}`);
  const feeInForce: Minor | null = feeMinor === null ? null : BigInt(feeMinor);
  return { currency, calendar: calendar.latest, weekOne, feeInForce };
}

interface Row {
  currency: string;
  calendarCode: string;
  weekOne: string | null;
  feeMinor: string | null;
}

const GROUND = `
  select d.currency, d.calendar_code as "calendarCode", d.week_one as "weekOne", d.fee_minor as "feeMinor"
  from deal d where d.id = $1`;
