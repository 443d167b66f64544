import { isEmail } from 'class-validator';
import { isValidPhoneNumber } from 'libphonenumber-js';
import type { Mistake, PackageContent } from '../rules';

/** Where a phone number is from that has no country code. */
const HOME = 'GB';

/** The emails and phone numbers of section B by which nobody can be reached. */
export function addressMistakes({ people }: PackageContent): Mistake[] {
  return Object.entries(people).flatMap(([role, contact]) => {
    const mistakes: Mistake[] = [];
    const { email, phone } = contact ?? { email: null, phone: null };
    if (email !== null && !isEmail(email))
      mistakes.push({ path: `people.${role}.email`, message: `"${email}" is not an email address` });
    if (phone !== null && !isValidPhoneNumber(phone, HOME))
      mistakes.push({
        path: `people.${role}.phone`,
        message: `"${phone}" is not a phone number, such as "020 7946 0018" or "+49 30 901820"`,
      });
    return mistakes;
  });
}
