import { CalendarDate, DateTime, Month, Refusal } from '../graphql';

const PARAMETER_LENGTH_MAX = 200;

/** What a URL asks for, parameter by parameter; in the end what was not asked for is refused. */
export class Parameters {
  private readonly read = new Set<string>();

  constructor(private readonly given: URLSearchParams) {}

  /** Throws BAD_USER_INPUT where it is not given. */
  month(name: string): string {
    return this.optionalMonth(name) ?? this.missing(name);
  }

  optionalMonth(name: string): string | null {
    return this.scalar(name, (text) => Month.parseValue(text) as string);
  }

  date(name: string): string {
    return this.scalar(name, (text) => CalendarDate.parseValue(text) as string) ?? this.missing(name);
  }

  optionalInstant(name: string): number | null {
    return this.scalar(name, (text) => DateTime.parseValue(text) as number);
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.missing(name);
  }

  optionalText(name: string): string | null {
    this.read.add(name);
    const all = this.given.getAll(name);
    if (all.length > 1) throw new Refusal('BAD_USER_INPUT', 'it is given more than once', name);
    const [text = null] = all;
    if (text !== null && text.length > PARAMETER_LENGTH_MAX)
      throw new Refusal('BAD_USER_INPUT', `at most ${PARAMETER_LENGTH_MAX} characters are accepted`, name);
    return text === '' ? null : text;
  }

  /** Values separated by commas, each one of those accepted and at most once; none where it is not given. */
  listOf<T extends string>(name: string, accepted: readonly T[]): T[] {
    const values = this.optionalText(name)?.split(',') ?? [];
    const known = values.flatMap((value) => accepted.find((one) => one === value) ?? []);
    if (known.length === values.length && new Set(known).size === known.length) return known;
    throw new Refusal('BAD_USER_INPUT', `some of ${accepted.join(', ')} are accepted, each once`, name);
  }

  /** Throws BAD_USER_INPUT at the first parameter that nothing has read. */
  demandAllRead(): void {
    for (const name of this.given.keys())
      if (!this.read.has(name))
        throw new Refusal('BAD_USER_INPUT', `it is no parameter of this; ${[...this.read].join(', ')} are`, name);
  }

  private scalar<T>(name: string, parse: (text: string) => T): T | null {
    const text = this.optionalText(name);
    if (text === null) return null;
    try {
      return parse(text);
    } catch (error) {
      throw new Refusal('BAD_USER_INPUT', (error as Error).message, name);
    }
  }

  private missing(name: string): never {
    throw new Refusal('BAD_USER_INPUT', 'it is not given', name);
  }
}
