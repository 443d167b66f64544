import { type GraphQLScalarType, parseValue } from 'graphql';
import {
  type Batch,
  CalendarDate,
  cursor,
  DateTime,
  Decimal,
  globalId,
  isDigits,
  isText,
  isUuid,
  Loading,
  Month,
  moneyOf,
  outcome,
  PageArgs,
  pageOf,
  Refusal,
  type Request,
  readGlobalId,
} from '../../src/graphql';
import { RuleError } from '../../src/rules';
import { isWhole } from '../harness/small/things';

describe('a DateTime', () => {
  test.each([
    ['2026-04-01T09:00:00Z', '2026-04-01T09:00:00.000Z'],
    ['2026-04-01T09:00:00.1239999999Z', '2026-04-01T09:00:00.123Z'],
    ['2026-04-01T09:00:00.5+01:00', '2026-04-01T08:00:00.500Z'],
    ['2024-02-29T23:59:59-23:59', '2024-03-01T23:58:59.000Z'],
    ['1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (given, utc) => {
    expect(DateTime.serialize(DateTime.parseValue(given))).toBe(utc);
  });

  test.each([
    '2026-04-01',
    '2026-04-01T09:00:00',
    '2026-04-01 09:00:00Z',
    '2026-04-01T09:00Z',
    '2026-02-29T09:00:00Z',
    '2026-04-31T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-04-01T24:00:00Z',
    '2026-12-31T23:59:60Z',
    '2026-04-01T09:00:00.Z',
    '2026-04-01T09:00:00+1:00',
    '2026-04-01T09:00:00+24:00',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59.999-00:01',
    '0000-01-01T00:00:00Z',
    '+12026-04-01T09:00:00Z',
    '2026-04-01T09:00:00Z\n',
    '٢٠٢٦-04-01T09:00:00Z',
    1_775_034_000_000,
    null,
    {},
  ])('%j is none', (given) => {
    expect(() => DateTime.parseValue(given)).toThrow('DateTime takes an instant with an offset');
  });

  test('leaves Baton from milliseconds, a Date, or the text that the database wrote', () => {
    expect(DateTime.serialize(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(DateTime.serialize(new Date(250))).toBe('1970-01-01T00:00:00.250Z');
    expect(DateTime.serialize('2026-04-01T09:00:00.000Z')).toBe('2026-04-01T09:00:00.000Z');
    for (const broken of ['2026-04-01 09:00:00+00', Number.NaN, 1e300, new Date(Number.NaN), {}])
      expect(() => DateTime.serialize(broken)).toThrow('A stored value is no DateTime');
  });
});

describe.each<[GraphQLScalarType, string[], unknown[]]>([
  [
    CalendarDate,
    ['2026-04-01', '2024-02-29', '0001-01-01'],
    ['2026-02-29', '2026-4-1', '2026-04-01T00:00:00Z', '0000-01-01', 20260401, '2026-04-01 '],
  ],
  [Month, ['2026-04', '0001-12'], ['2026-13', '2026-00', '2026-4', '0000-01', '2026-04-01', 202604]],
  [
    Decimal,
    ['0', '48000.00', '-12.5', '0.000', '1234567890123456789012345678901234567890'],
    [
      '1,00',
      '1e3',
      'NaN',
      'Infinity',
      '',
      '.5',
      '5.',
      '01',
      '+1',
      '-0',
      '-0.00',
      ' 1',
      '0x10',
      '１',
      1.5,
      100,
      '1'.repeat(41),
    ],
  ],
])('a %s', (scalar, accepted, refused) => {
  test('keeps what it accepts as it came', () => {
    for (const text of accepted) {
      expect(scalar.serialize(scalar.parseValue(text))).toBe(text);
      expect(scalar.parseLiteral(parseValue(JSON.stringify(text)))).toBe(text);
    }
  });

  test.each(refused)('refuses %j and says what it takes', (given) => {
    expect(() => scalar.parseValue(given)).toThrow(`${scalar.name} takes`);
    expect(() => scalar.parseLiteral(parseValue(JSON.stringify(given)))).toThrow(`${scalar.name} takes`);
  });
});

test('money leaves as a decimal string with the digits of its currency', () => {
  expect(moneyOf(144_000n, 'GBP')).toEqual({ amount: '1440.00', currency: 'GBP' });
  expect(moneyOf(-5n, 'GBP')).toEqual({ amount: '-0.05', currency: 'GBP' });
  expect(moneyOf(1_440n, 'JPY')).toEqual({ amount: '1440', currency: 'JPY' });
});

describe('a cursor', () => {
  const fees = cursor('deals:FEE_DESC', isDigits, isText);

  test('gives back the place that it was written for', () => {
    expect(fees.read(fees.write(['4800000', 'D-2026-0042']))).toEqual(['4800000', 'D-2026-0042']);
    expect(fees.read(undefined)).toBeUndefined();
    expect(fees.read(null)).toBeUndefined();
  });

  test.each([
    ['of another order', cursor('deals:KEY', isDigits, isText).write(['1', 'D'])],
    ['of another list', cursor('risks', isUuid).write(['00000000-0000-7000-8000-000000000000'])],
    ['with too few values', cursor('deals:FEE_DESC', isDigits).write(['1'])],
    ['with a value of another type', cursor('deals:FEE_DESC', isWhole, isText).write([1, 'D'])],
    ['with text that cannot be stored', fees.write(['1', 'a\0b'])],
    ['that is garbage', 'garbage'],
    ['that is empty', ''],
    ['that is huge', 'x'.repeat(100_000)],
    ['that is JSON of something else', Buffer.from('{"a":1}').toString('base64url')],
  ])('%s is refused at `after`', (_name, after) => {
    expect(() => fees.read(after)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', path: 'after' }));
  });
});

describe('a global id', () => {
  test('is read back', () => {
    expect(readGlobalId(globalId('Deal', 'a', 'ü'))).toEqual({ type: 'Deal', parts: ['a', 'ü'] });
  });

  test.each([
    '',
    'x',
    'D-2026-0042',
    Buffer.from('deal:1').toString('base64url'),
    `${globalId('Deal', '1')}=`,
    'x'.repeat(1_000),
  ])('%j is none', (id) => {
    expect(() => readGlobalId(id, 'deal')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', path: 'deal' }));
  });
});

test('a page takes one row more than it gives as the sign of a next page', () => {
  const page = Object.assign(new PageArgs(), { first: 2 });
  const full = pageOf(['a', 'b', 'c'], page, (row) => `cursor of ${row}`);
  expect(full.nodes).toEqual(['a', 'b']);
  expect(full.edges[1]).toEqual({ cursor: 'cursor of b', node: 'b' });
  expect(full.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: 'cursor of a',
    endCursor: 'cursor of b',
  });
  const empty = pageOf([], { ...page, after: 'b' }, String);
  expect(empty.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null });
});

test('what many resolvers of a request load is loaded at once, at most 1,000 keys at a time', async () => {
  const sizes: number[] = [];
  const doubled: Batch<number, number> = async (_request, keys) => {
    sizes.push(keys.length);
    return keys.map((key) => key * 2);
  };
  const loading = new Loading(() => ({}) as Request);
  const keys = Array.from({ length: 1_500 }, (_, key) => key);
  const loaded = await Promise.all(keys.map((key) => loading.by(doubled).load(key)));
  expect(loaded).toEqual(keys.map((key) => key * 2));
  expect(sizes).toEqual([1_000, 500]);
});

describe('the outcome of a mutation', () => {
  test('has what was refused, with code and path', async () => {
    const other = new Refusal('NOT_FOUND', 'There is no person x.', 'events.1.fact.amAssigned.person').problems;
    const refuse = async () => {
      throw new Refusal('CONFLICT', 'It is recorded already.', 'events.0', other);
    };
    expect((await outcome(refuse)).errors).toEqual([
      { code: 'CONFLICT', message: 'It is recorded already.', path: 'events.0' },
      { code: 'NOT_FOUND', message: 'There is no person x.', path: 'events.1.fact.amAssigned.person' },
    ]);
  });

  test('has what the rules refuse as bad input', async () => {
    const judge = async () => {
      throw new RuleError('events.0.fact.feeAgreed.amount', 'is negative');
    };
    const [problem] = (await outcome(judge)).errors;
    expect(problem).toEqual({ code: 'BAD_USER_INPUT', message: 'is negative', path: 'events.0.fact.feeAgreed.amount' });
  });

  test('lets a fault go on', async () => {
    const fail = async () => {
      throw new TypeError('a fault');
    };
    await expect(outcome(fail)).rejects.toThrow('a fault');
  });
});
