import { keysOf } from './cast';
import type { Random } from './random';

/** Who takes part in a deal, and how much it is about. */
export interface Premise {
  /** In whole units of the currency; two fifths of it are whole too. */
  fee: number;
  currency: string;
  accountExecutive: string;
  otherExecutive: string;
  accountManager: string;
  deliveryLead: string;
  /** May approve a waiver: neither the deal's own delivery lead nor paid from it. */
  approver: string;
}

const FEE_STEP = 500;
const FEE_STEPS_LEAST = 24;
const FEE_STEPS_MOST = 360;
const IN_POUNDS = 0.95;

/** Who and how much, for one deal; fees are 12,000 to 180,000, and small ones more often than large ones. */
export function premiseOf(random: Random): Premise {
  const [accountExecutive, otherExecutive] = random.shuffled(keysOf('ACCOUNT_EXECUTIVE'));
  const [deliveryLead, otherLead] = random.shuffled(keysOf('DELIVERY_LEAD'));
  const steps = FEE_STEPS_LEAST + Math.floor((FEE_STEPS_MOST - FEE_STEPS_LEAST + 1) * random.next() ** 2);
  return {
    fee: steps * FEE_STEP,
    currency: random.chance(IN_POUNDS) ? 'GBP' : random.pick(['EUR', 'USD']),
    accountExecutive: accountExecutive!,
    otherExecutive: otherExecutive!,
    accountManager: random.pick(keysOf('ACCOUNT_MANAGER')),
    deliveryLead: deliveryLead!,
    approver: random.pick([otherLead!, ...keysOf('FINANCE')]),
  };
}
