import type { Queryable } from '../database';

/** Approving makes payable what was accrued, and carries forward what is below zero. */
export async function postApproval(tx: Queryable, runId: string): Promise<void> {
  await tx.query(post(APPROVE), [runId, 'APPROVE'], 'post_approval');
}

/** A run that is discarded after it was approved takes that back. */
export async function postRevocation(tx: Queryable, runId: string): Promise<void> {
  await tx.query(REVOKE, [runId], 'post_revocation');
}

/** Paying pays what was payable. */
export async function postPayment(tx: Queryable, runId: string): Promise<void> {
  await tx.query(post(PAY), [runId, 'PAY'], 'post_payment');
}

/** By account, what is debited (above zero) or credited (below) for a payee `p` of the run. */
const APPROVE: Readonly<Record<string, string>> = {
  COMMISSION_ACCRUED: 'p.lines_minor',
  CARRIED_FORWARD: 'p.brought_forward_minor - p.carried_forward_minor',
  COMMISSION_PAYABLE: '-p.payable_minor',
};
const PAY: Readonly<Record<string, string>> = {
  COMMISSION_PAYABLE: 'p.payable_minor',
  COMMISSION_PAID: '-p.payable_minor',
};

function post(amounts: Readonly<Record<string, string>>): string {
  const sides = Object.entries(amounts).map(([account, minor]) => `('${account}', ${minor})`);
  return `
    insert into pay_run_posting (run_id, payee, currency, step, account, amount_minor)
    select p.run_id, p.payee, p.currency, $2, side.account, side.minor
    from pay_run_payee p cross join lateral (values ${sides.join(', ')}) as side (account, minor)
    where p.run_id = $1 and side.minor <> 0`;
}

const REVOKE = `
  insert into pay_run_posting (run_id, payee, currency, step, account, amount_minor)
  select run_id, payee, currency, 'REVOKE', account, -amount_minor from pay_run_posting
  where run_id = $1 and step = 'APPROVE'`;
