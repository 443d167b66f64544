import type { Database, Queryable } from '../database';
import { type Problem, refusalOf } from '../graphql';
import { appendEntry, type Doer } from './appending';
import { subjectsOf } from './subjects';

/** A mutation that is being answered. */
interface Call {
  action: string;
  args: unknown;
  /** Whether something of it was committed, and noted with it. */
  isNoted: boolean;
}

/** What a payload of a mutation may say. */
type Payload = { errors?: readonly Problem[] | null } | null | undefined;

/** Notes what one request does: changes in their own transactions, refusals and reads for themselves. */
export class Trail {
  private call: Call | undefined;
  private readonly dealsRead = new Set<string>();

  /** `db` outlives the request: what was tried is noted although whoever tried has gone. */
  constructor(
    private readonly db: Database,
    private readonly doer: Doer,
  ) {}

  /** Notes the mutation that is being answered in a transaction of it, just before that commits. */
  readonly witness = async (tx: Queryable): Promise<void> => {
    if (!this.call) return;
    await this.noteCall(tx, this.call);
    this.call.isNoted = true;
  };

  /** Answers a mutation, and notes that it was done or refused. Throws what `answer` throws. */
  async during<T>(action: string, args: unknown, answer: () => T | Promise<T>): Promise<T> {
    this.call = { action, args, isNoted: false };
    try {
      const payload = await answer();
      const errors = (payload as Payload)?.errors ?? [];
      if (errors.length > 0) await this.refused(action, errors, args);
      else if (!this.call.isNoted) await this.noteCall(this.db, this.call);
      return payload;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) await this.refused(action, refusal.problems, args);
      throw error;
    } finally {
      this.call = undefined;
    }
  }

  /** Notes what was tried and refused. */
  async refused(action: string, errors: readonly Omit<Problem, 'path'>[], args: unknown = {}): Promise<void> {
    const content = { args: told(action, args), errors };
    await appendEntry(this.db, this.doer, { kind: 'REFUSAL', action, subjects: subjectsOf(args), content });
  }

  /** Remembers that somebody was given something of a deal that may hold what is personal. */
  saw(dealId: string): void {
    this.dealsRead.add(dealId);
  }

  /** Notes that personal data of contacts was read, once for a whole operation, with the deals that it is of. */
  async read(action: string, fields: readonly string[]): Promise<void> {
    if (this.dealsRead.size === 0) return;
    const subjects = [...this.dealsRead].sort();
    const content = { fields, deals: subjects.length };
    await appendEntry(this.db, this.doer, { kind: 'READ', action, subjects, content });
  }

  private noteCall(db: Queryable, { action, args }: Call): Promise<void> {
    return appendEntry(db, this.doer, {
      kind: 'CALL',
      action,
      subjects: subjectsOf(args),
      content: { args: told(action, args) },
    });
  }
}

/** Mutations that are noted without what they were given: whom they make nobody know of, the log must not tell. */
const UNTOLD = ['eraseContact'];

function told(action: string, args: unknown): unknown {
  return UNTOLD.includes(action) ? 'not kept' : args;
}
