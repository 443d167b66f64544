import type { Role as RoleName } from '../rules';
import { enumeration } from './enumeration';

/** The roles of the contract as the schema's enum; its values are the rules' own names. */
export const Role = enumeration<RoleName>('Role', 'What a person is in the handoff, and so what they may see and do.', {
  ACCOUNT_EXECUTIVE: 'Sold the deal; sees their own deals and money.',
  DELIVERY_LEAD: 'Assigns the account manager and runs delivery; sees handoffs, not commission.',
  ACCOUNT_MANAGER: 'Looks after the client from the handoff on; sees handoffs, not commission.',
  FINANCE: 'Reads everything and acts on money.',
  ANALYST: 'Reads everything, changes nothing.',
  ADMIN: 'Reads everything, acts on money and looks after people and settings.',
});
/** One of them. */
export type Role = RoleName;
