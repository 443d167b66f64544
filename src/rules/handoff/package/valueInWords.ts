import type { Minor } from '../../money';
import { dayOfDate } from '../../time/zone';
import { dateInWords, moneyInWords } from '../../words';
import type { Leaf } from './items';

const DAY_MS = 86_400_000;

/** A value of a package for a person: `£48,000.00`, `2 April 2026`, `In person`; a text is as it was written. */
export function valueInWords(kind: Leaf['kind'], value: unknown, currency: string): string {
  switch (kind) {
    case 'money':
      return moneyInWords(value as Minor, currency);
    case 'date':
      return dateInWords(dayOfDate(value as string) * DAY_MS, 'UTC');
    case 'choice':
      return choiceInWords(value as string);
    default:
      return String(value);
  }
}

function choiceInWords(choice: string): string {
  const [first = '', ...rest] = choice.toLowerCase().replaceAll('_', ' ');
  return first.toUpperCase() + rest.join('');
}
