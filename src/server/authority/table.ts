import { ROLES } from '../../rules';
import type { Authority, Rule } from './enforce';

/** Everyone who is signed in; what they then see of it, the concept decides. */
export const everyone = ROLES;

/** Whoever may see amounts of commission: account executives see their own. */
export const readersOfMoney = ['ACCOUNT_EXECUTIVE', 'FINANCE', 'ANALYST', 'ADMIN'] as const;

/** Whoever acts on money. */
export const actorsOnMoney = ['FINANCE', 'ADMIN'] as const;

const withParent: Rule = 'whoever sees the parent';

/**
 * The one place that says who may see which field. A type or field that is not here is denied to all: the server does
 * not start with it. Which rows of a list somebody sees is decided where the list is read.
 */
export const authority: Authority = {
  Money: withParent,
  PageInfo: withParent,
  Problem: withParent,
};
