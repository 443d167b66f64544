/** The conditions of one statement, all of which must hold, with the values that they are bound to. */
export class Conditions {
  readonly values: unknown[];
  private readonly all: string[] = [];

  /** `values` are those that the statement's `$1` and so on stand for already. */
  constructor(...values: readonly unknown[]) {
    this.values = [...values];
  }

  /** The placeholder that stands for a value. */
  bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  add(condition: string): void {
    this.all.push(condition);
  }

  /** That a column has one of some values. One alone is compared as such: then an index gives its rows in order. */
  addOneOf(column: string, values: readonly string[]): void {
    this.add(values.length === 1 ? `${column} = ${this.bind(values[0])}` : `${column} = any(${this.bind(values)})`);
  }

  /** `where` and the conditions; nothing where there are none. */
  get where(): string {
    return this.all.length === 0 ? '' : `where ${this.all.join(' and ')}`;
  }
}
