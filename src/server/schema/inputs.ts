import {
  type ValidationArguments,
  type ValidatorOptions,
  validateSync,
  getMetadataStorage as validations,
} from 'class-validator';
import { ArgumentValidationError, getMetadataStorage } from 'type-graphql';

// biome-ignore lint/complexity/noBannedTypes: classes, as type-graphql and class-validator keep them.
type Class = Function;
type Check = (value: unknown, object: object) => boolean;

/** What is known of a class of inputs: how to make one, and when it is valid. */
interface Shape {
  prototype: object;
  /** Its properties that have a value from the start. */
  initial: Readonly<Record<string, unknown>>;
  /** The classes of those properties that are inputs themselves. */
  nested: ReadonlyMap<string, Class>;
  properties: readonly { name: string; isNested: boolean; conditions: Check[]; checks: Check[] }[];
}

const OPTIONS: ValidatorOptions = {
  stopAtFirstError: true,
  skipMissingProperties: true,
  forbidUnknownValues: false,
  validationError: { target: false, value: false },
};

/** The kinds of decorators that isPropertyValid knows, and `@Allow`, which says nothing. */
const KNOWN_KINDS = ['customValidation', 'nestedValidation', 'conditionalValidation', 'whitelistValidation'];

const shapes = new Map<Class, Shape>();

/**
 * Reads a class of inputs and those within it, at the start. Throws for a decorator that validInput would pass over:
 * one that is asynchronous, of a group, `always`, or of a kind that it does not know, such as `@IsDefined`.
 */
export function prepareInput<T extends Class>(type: T): T {
  if (isInput(type) && !shapes.has(type)) for (const inner of shapeOf(type).nested.values()) prepareInput(inner);
  return type;
}

/**
 * What GraphQL has read, as an instance of its class that class-validator finds valid. Says yes by the same checks in a
 * hundredth of the time, for a call may have a thousand facts; class-validator itself words what is wrong.
 * Throws an ArgumentValidationError.
 */
export function validInput(type: Class, value: unknown): unknown {
  const input = instanceOf(type, value);
  if (isValid(input)) return input;
  const errors = (Array.isArray(input) ? input : [input]).flatMap((one) => validateSync(one as object, OPTIONS));
  if (errors.length > 0) throw new ArgumentValidationError(errors);
  return input;
}

function instanceOf(type: Class, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => instanceOf(type, item));
  if (typeof value !== 'object' || value === null || !isInput(type)) return value;
  const { prototype, initial, nested } = shapeOf(type);
  const instance: Record<string, unknown> = Object.assign(Object.create(prototype), initial, value);
  for (const [name, inner] of nested) if (instance[name]) instance[name] = instanceOf(inner, instance[name]);
  return instance;
}

function isValid(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isValid);
  if (typeof value !== 'object' || value === null) return true;
  const shape = shapes.get(value.constructor);
  return !shape || shape.properties.every((property) => isPropertyValid(property, value));
}

function isPropertyValid({ name, isNested, conditions, checks }: Shape['properties'][number], object: object): boolean {
  const value = (object as Record<string, unknown>)[name];
  if (value === null || value === undefined) return true;
  if (!conditions.every((condition) => condition(value, object))) return true;
  return checks.every((check) => check(value, object)) && (!isNested || isValid(value));
}

function shapeOf(type: Class): Shape {
  const known = shapes.get(type) ?? readShape(type);
  shapes.set(type, known);
  return known;
}

function readShape(type: Class): Shape {
  const blank = Reflect.construct(type, []) as Record<string, unknown>;
  const initial = Object.fromEntries(Object.entries(blank).filter(([, value]) => value !== undefined));
  const fields = chainOf(type).flatMap(
    (one) => inputsAndArguments().find(({ target }) => target === one)?.fields ?? [],
  );
  const nested = fields.map(({ name, getType }): [string, Class] => [name, getType() as unknown as Class]);
  return {
    prototype: type.prototype,
    initial,
    nested: new Map(nested.filter(([, inner]) => isInput(inner))),
    properties: propertiesOf(type),
  };
}

function propertiesOf(type: Class): Shape['properties'] {
  const found = validations().getTargetValidationMetadatas(type, '', false, false);
  found.forEach(demandKnown);
  return [...new Set(found.map(({ propertyName }) => propertyName))].map((name) => {
    const own = found.filter(({ propertyName }) => propertyName === name);
    return {
      name,
      isNested: own.some((one) => one.type === 'nestedValidation'),
      conditions: own
        .filter((one) => one.type === 'conditionalValidation')
        .map(
          (one): Check =>
            (value, object) =>
              one.constraints[0](object, value),
        ),
      checks: own.filter((one) => one.type === 'customValidation').flatMap(checksOf),
    };
  });
}

type Validation = ReturnType<ReturnType<typeof validations>['getTargetValidationMetadatas']>[number];

function demandKnown({ target, propertyName, type, constraintCls, groups, always }: Validation): void {
  const constraints = constraintCls ? validations().getTargetValidatorConstraints(constraintCls) : [];
  const isAsync = constraints.some(({ async }) => async);
  if (KNOWN_KINDS.includes(type) && !isAsync && !groups?.length && always === undefined) return;
  const name = typeof target === 'string' ? target : target.name;
  throw new Error(`${name}.${propertyName} has a check that is never made: asynchronous, grouped, always or ${type}`);
}

function checksOf({ constraintCls, constraints, propertyName, each, target }: Validation): Check[] {
  const targetName = typeof target === 'string' ? target : target.name;
  return validations()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => (value, object) => {
      const given: ValidationArguments = { targetName, property: propertyName, object, value, constraints };
      const holds = (one: unknown) => answerAtOnce(instance.validate(one, given), given);
      return each && Array.isArray(value) ? value.every(holds) : holds(value);
    });
}

/** A promise would count as a yes. */
function answerAtOnce(answer: boolean | Promise<boolean>, { targetName, property }: ValidationArguments): boolean {
  if (typeof answer !== 'boolean') throw new Error(`a check of ${targetName}.${property} is asynchronous`);
  return answer;
}

function inputsAndArguments() {
  const { inputTypes, argumentTypes } = getMetadataStorage();
  return [...inputTypes, ...argumentTypes];
}

function isInput(type: Class): boolean {
  return shapes.has(type) || inputsAndArguments().some(({ target }) => target === type);
}

function chainOf(type: Class): Class[] {
  const above = Object.getPrototypeOf(type) as Class;
  return above.prototype === undefined ? [type] : [type, ...chainOf(above)];
}
