import fc from 'fast-check';
import { formatMinor, MINOR_DIGITS, minorDigits, parseMinor } from '../../src/rules';
import { RUNS } from './runs';

const LARGEST_MINOR = 10n ** 18n - 1n;
const currencies = fc.constantFrom(...MINOR_DIGITS.keys());
const minors = fc.oneof(fc.constantFrom(0n, 1n, 10n, 99n, LARGEST_MINOR), fc.bigInt({ min: 0n, max: LARGEST_MINOR }));

describe('amounts of money', () => {
  test('come back as they went out, in every currency', () => {
    const comesBack = (currency: string, minor: bigint) => {
      const decimal = formatMinor(minor, minorDigits(currency));
      expect(parseMinor(decimal, currency, 'amount')).toBe(minor);
      expect(formatMinor(-minor, minorDigits(currency))).toBe(minor === 0n ? decimal : `-${decimal}`);
    };
    fc.assert(fc.property(currencies, minors, comesBack), RUNS);
  });

  test('have all digits of their currency and no more', () => {
    const isPlain = (currency: string, minor: bigint) => {
      const digits = minorDigits(currency);
      const fraction = digits === 0 ? '' : `\\.\\d{${digits}}`;
      expect(formatMinor(minor, digits)).toMatch(new RegExp(`^(0|[1-9]\\d*)${fraction}$`));
      const tooMany = `${minor}${digits === 0 ? '.' : formatMinor(0n, digits).slice(1)}0`;
      expect(() => parseMinor(tooMany, currency, 'amount')).toThrow(expect.objectContaining({ path: 'amount' }));
    };
    fc.assert(fc.property(currencies, minors, isPlain), RUNS);
  });

  test.each([
    ['48000', 'GBP', 4_800_000n],
    ['0.5', 'GBP', 50n],
    ['007.05', 'EUR', 705n],
    ['12', 'JPY', 12n],
    ['1.234', 'BHD', 1_234n],
    ['1.2345', 'CLF', 12_345n],
    ['9999999999999999.99', 'GBP', LARGEST_MINOR],
  ])('%s %s is read', (decimal, currency, minor) => {
    expect(parseMinor(decimal, currency, 'amount')).toBe(minor);
  });

  test.each([
    ...[
      '',
      ' ',
      '1,00',
      '1e3',
      'NaN',
      'Infinity',
      '0x10',
      '.5',
      '1.',
      '+1',
      ' 1',
      '1 ',
      '1_000',
      '£5',
      '--1',
      '١',
      '1.0\n',
    ],
    ...['-1', '-0', '-0.01', '0.001', '10000000000000000.00', '9'.repeat(41)],
  ])('"%s" of GBP is refused where it stands', (decimal) => {
    expect(() => parseMinor(decimal, 'GBP', 'events.3.fact.feeAgreed.amount')).toThrow(
      expect.objectContaining({ name: 'RuleError', path: 'events.3.fact.feeAgreed.amount' }),
    );
  });
});

describe('currencies', () => {
  test.each(['', 'gbp', 'GBPX', 'XXX', 'XTS', 'XAU', 'DEM', '__proto__'])(
    '"%s" is none that money is kept in',
    (currency) => {
      expect(() => minorDigits(currency)).toThrow(expect.objectContaining({ name: 'RuleError', path: 'currency' }));
    },
  );

  test('all have codes of three letters', () => {
    expect([...MINOR_DIGITS.keys()].filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });
});
