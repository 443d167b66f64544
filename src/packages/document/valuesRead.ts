import type { Findings } from './finding';

/** The values of a document by their paths, and the lines of all that was found in it. */
export class Values {
  private readonly values = new Map<string, unknown>();
  private readonly lines = new Map<string, number>();

  constructor(private readonly findings: Findings) {}

  /** Notes that something is there, whatever it says. */
  saw(path: string, line: number): void {
    if (!this.lines.has(path)) this.lines.set(path, line);
  }

  /** Takes a value; null says nothing. A second one for the same place is found. */
  take(path: string, line: number, value: unknown): void {
    if (value === null) this.saw(path, line);
    else if (this.values.has(path)) {
      const message = `line ${this.lineOf(path)} says this already: one of the two has to go`;
      this.findings.error('REPEATED_PART', line, path, message);
    } else {
      this.values.set(path, value);
      this.lines.set(path, line);
    }
  }

  /** What was said; null for nothing. */
  of(path: string): unknown {
    return this.values.get(path) ?? null;
  }

  /** What was said below a path, by name; null for nothing. */
  below(path: string): Record<string, unknown> | null {
    const said = [...this.values].filter(([key]) => key.startsWith(`${path}.`));
    const named = said.map(([key, value]) => [key.slice(path.length + 1), value] as const);
    return said.length === 0 ? null : Object.fromEntries(named);
  }

  /** Whether it, or what it is called, is there. */
  has(path: string): boolean {
    return this.lines.has(path);
  }

  /** The line of a path, or of the nearest that holds it. */
  lineOf(path: string): number {
    const line = this.lines.get(path);
    if (line !== undefined) return line;
    const above = path.lastIndexOf('.');
    return above < 0 ? 1 : this.lineOf(path.slice(0, above));
  }
}
