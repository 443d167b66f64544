import { registerEnumType } from 'type-graphql';
import { ROLES, type Role as RoleName } from '../rules';

/** The roles of the contract as the schema's enum; its values are the rules' own names. */
export const Role = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in RoleName]: R };
export type Role = RoleName;

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person is in the handoff, and with it what they may see and do.',
  valuesConfig: {
    ACCOUNT_EXECUTIVE: { description: 'Sold the deal; sees their own deals and money.' },
    DELIVERY_LEAD: { description: 'Assigns the account manager and runs delivery; sees handoffs, not commission.' },
    ACCOUNT_MANAGER: { description: 'Looks after the client from the handoff on; sees handoffs, not commission.' },
    FINANCE: { description: 'Reads everything and acts on money.' },
    ANALYST: { description: 'Reads everything, changes nothing.' },
    ADMIN: { description: 'Reads everything, acts on money and looks after people and settings.' },
  },
});
