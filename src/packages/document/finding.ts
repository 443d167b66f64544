/** What is wrong with a part of a document. */
export type FindingCode = 'UNKNOWN_PART' | 'MISSING_PART' | 'REPEATED_PART' | 'UNREADABLE_VALUE' | 'WRONG_VALUE';

/** Something that a reader of a document noticed, for the person who wrote it. */
export interface Finding {
  /** From 1. */
  line: number;
  /** With an ERROR nothing of the document can be taken over: something in it would be lost or guessed. */
  severity: 'ERROR' | 'WARNING';
  code: FindingCode;
  /** The item's place in the package, as in `missing`: `clientBasics.legalName`; null where there is none. */
  path: string | null;
  message: string;
}

/** Nobody reads more of them, and a document of nothing else costs no more than that. */
const FINDINGS_MAX = 200;

/** Collects findings: the first ones, and how many more there are. */
export class Findings {
  private readonly found: Finding[] = [];
  private readonly further: Finding[] = [];
  private furtherCount = 0;

  /** Whether enough has been found that guessing at more is no use. */
  get isFull(): boolean {
    return this.found.length >= FINDINGS_MAX;
  }

  /** Notes something that keeps the document from being taken over. */
  error(code: FindingCode, line: number, path: string | null, message: string): void {
    this.note({ line, severity: 'ERROR', code, path, message });
  }

  /** Notes something that a person should look at. */
  warning(code: FindingCode, line: number, path: string | null, message: string): void {
    this.note({ line, severity: 'WARNING', code, path, message });
  }

  /** All of them by line. */
  byLine(): Finding[] {
    return [...this.found.sort((a, b) => a.line - b.line), ...this.more()];
  }

  private note(finding: Finding): void {
    if (!this.isFull) this.found.push(finding);
    else {
      this.furtherCount++;
      const [kept] = this.further;
      if (!kept || (kept.severity === 'WARNING' && finding.severity === 'ERROR')) this.further[0] = finding;
    }
  }

  /** An error is never hidden among what is left out. */
  private more(): Finding[] {
    return this.further.map((finding) => {
      const others = this.furtherCount === 1 ? '' : `; and ${this.furtherCount - 1} more`;
      return { ...finding, message: `${finding.message}${others}` };
    });
  }
}
