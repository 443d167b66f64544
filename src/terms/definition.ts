import type { Database } from '../database';
import { type CommissionPlan, checkPlan } from '../rules';
import { forgetTerms } from './book';

/**
 * Adds the first version of a commission plan; a plan of that code that is there already stays as it is.
 * Throws a RuleError with a path from `plan` for what is no plan (rules.md §7).
 */
export async function definePlan(db: Database, code: string, plan: Omit<CommissionPlan, 'version'>): Promise<void> {
  checkPlan(plan);
  const { effectiveFrom, rateBp, tranches, effects, onCancel } = plan;
  await db.query(DEFINE, [code, effectiveFrom, rateBp, JSON.stringify(tranches), JSON.stringify(effects), onCancel]);
  forgetTerms(db);
}

const DEFINE = `
  insert into commission_plan (code, version, effective_from, rate_bp, tranches, effects, on_cancel)
  values ($1, 1, $2, $3, $4, $5, $6) on conflict do nothing`;
