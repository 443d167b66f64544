import type { Database, Queryable } from '../database';
import { type CommissionPlan, isoOf } from '../rules';
import { forgetTerms } from './book';

/** A version of a plan that is added: who adds it, and when (epoch milliseconds). */
export interface NewVersion {
  code: string;
  plan: Omit<CommissionPlan, 'version'>;
  by: string;
  at: number;
}

/** Locks a plan against another version and adds one, the number after the latest; gives the version's name. */
export async function addPlanVersion(tx: Queryable, { code, plan, by, at }: NewVersion): Promise<string> {
  const { effectiveFrom, rateBp, tranches, effects, onCancel } = plan;
  const content = [effectiveFrom, rateBp, JSON.stringify(tranches), JSON.stringify(effects), onCancel];
  const [row] = await tx.query<{ version: string }>(ADD, [code, ...content, isoOf(at), by], 'add_plan_version');
  return row!.version;
}

/** Waits for whoever else adds a version of a plan, until the transaction ends. */
export async function lockPlan(tx: Queryable, code: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(2002, hashtext($1))', [code], 'lock_plan');
}

/** Has the book of terms read again by whoever asks next. */
export function termsHaveChanged(db: Database): void {
  forgetTerms(db);
}

const ADD = `
  insert into commission_plan (code, version, effective_from, rate_bp, tranches, effects, on_cancel, created_at,
    created_by)
  select $1, max(version) + 1, $2, $3, $4, $5, $6, $7, $8 from commission_plan where code = $1
  returning code || '-' || version as version`;
