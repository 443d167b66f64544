import 'reflect-metadata';
import {
  IsDefined,
  IsOptional,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  ValidatorConstraint,
  validateSync,
} from 'class-validator';
import fc from 'fast-check';
import { Arg, ArgumentValidationError, buildSchemaSync, Field, InputType, Int, Query, Resolver } from 'type-graphql';
import { prepareInput, validInput } from '../../src/server/schema/inputs';

@InputType()
class InnerInput {
  @Field(() => Int)
  @Min(0)
  @Max(5)
  size!: number;
}

@InputType()
class BaseInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(3)
  base?: string | null;
}

@InputType()
class OuterInput extends BaseInput {
  @Field(() => [String])
  @MaxLength(2, { each: true })
  words!: string[];

  @Field(() => Int)
  @ValidateIf(({ base }: OuterInput) => base === 'on')
  @Max(1)
  guarded!: number;

  @Field(() => InnerInput, { nullable: true })
  @ValidateNested()
  inner?: InnerInput | null;

  @Field(() => [InnerInput])
  @ValidateNested({ each: true })
  list: InnerInput[] = [];

  @Field(() => Int)
  @ValidateBy({ name: 'even', validator: { validate: (value) => value % 2 === 0, defaultMessage: () => 'odd' } })
  even: number = 0;
}

@Resolver()
class InputResolver {
  @Query(() => Boolean)
  take(@Arg('input', () => OuterInput) _input: OuterInput): boolean {
    return true;
  }
}

beforeAll(() => {
  buildSchemaSync({ resolvers: [InputResolver] });
});

const inner = fc.record({ size: fc.integer({ min: -1, max: 6 }) });
const outer = fc.record(
  {
    base: fc.constantFrom(null, '', 'on', 'four'),
    words: fc.array(fc.constantFrom('a', 'bb', 'ccc'), { maxLength: 2 }),
    guarded: fc.integer({ min: 0, max: 2 }),
    inner: fc.option(inner),
    list: fc.array(inner, { maxLength: 2 }),
    even: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: ['words', 'guarded'] },
);

test('inputs are valid exactly where class-validator says so, and wrong in its words', () => {
  fc.assert(
    fc.property(outer, (given) => {
      const whole = Object.assign(new OuterInput(), given, {
        inner: given.inner && Object.assign(new InnerInput(), given.inner),
        list: (given.list ?? []).map((one) => Object.assign(new InnerInput(), one)),
      });
      const wrong = validateSync(whole, { skipMissingProperties: true, forbidUnknownValues: false });
      if (wrong.length === 0) expect(validInput(OuterInput, given)).toBeInstanceOf(OuterInput);
      else expect(() => validInput(OuterInput, given)).toThrow(ArgumentValidationError);
    }),
    { numRuns: 500 },
  );
});

test('an input is an instance of its class, all the way down, with nothing but what was given and its defaults', () => {
  const read = validInput(OuterInput, {
    words: ['a'],
    guarded: 1,
    inner: { size: 2 },
    list: [{ size: 3 }],
  }) as OuterInput;
  expect(read.inner).toBeInstanceOf(InnerInput);
  expect(read.list[0]).toBeInstanceOf(InnerInput);
  expect({ ...read }).toEqual({ words: ['a'], guarded: 1, inner: { size: 2 }, list: [{ size: 3 }], even: 0 });
  expect(Object.keys(read)).not.toContain('base');
});

test('lists and values that are no inputs are left as they are', () => {
  expect(validInput(String, 'text')).toBe('text');
  expect(validInput(OuterInput, null)).toBeNull();
  expect(() => validInput(InnerInput, [{ size: 1 }, { size: 9 }])).toThrow(ArgumentValidationError);
});

@ValidatorConstraint({ async: true })
class LateCheck {
  async validate(): Promise<boolean> {
    return false;
  }
}

describe('a check that would never be made stops the server from starting', () => {
  test.each([
    ['asynchronous', Validate(LateCheck)],
    ['of a group', MaxLength(3, { groups: ['some'] })],
    ['always', MaxLength(3, { always: true })],
    ['never', MaxLength(3, { always: false })],
    ['of an unknown kind', IsDefined()],
  ])('%s', (_name, decorate) => {
    class OddInput {
      word!: string;
    }
    InputType()(OddInput);
    decorate(OddInput.prototype, 'word');
    expect(() => prepareInput(OddInput)).toThrow('OddInput.word has a check that is never made');
  });

  test('an asynchronous check that does not say that it is one is a fault when it is made', () => {
    class LateInput {
      word!: string;
    }
    InputType()(LateInput);
    const late = { validate: (async () => false) as unknown as () => boolean };
    ValidateBy({ name: 'late', validator: late })(LateInput.prototype, 'word');
    expect(() => validInput(LateInput, { word: 'x' })).toThrow('a check of LateInput.word is asynchronous');
  });

  test('also where it is in an input within', () => {
    class HiddenInput {
      word!: string;
    }
    class OpenInput {
      hidden!: HiddenInput;
    }
    InputType()(HiddenInput);
    IsDefined()(HiddenInput.prototype, 'word');
    InputType()(OpenInput);
    Field(() => HiddenInput)(OpenInput.prototype, 'hidden');
    buildSchemaSync({ resolvers: [InputResolver] });
    expect(() => prepareInput(OpenInput)).toThrow('HiddenInput.word');
  });
});
