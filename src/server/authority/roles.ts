import { ROLES } from '../../rules';

/** Everyone who is signed in; what they then see of it, the concept decides. */
export const everyone = ROLES;

/** Whoever may see amounts of commission: account executives see their own. */
export const readersOfMoney = ['ACCOUNT_EXECUTIVE', 'FINANCE', 'ANALYST', 'ADMIN'] as const;

/** Whoever may see that the books are right, of everybody. */
export const readersOfBooks = ['FINANCE', 'ANALYST', 'ADMIN'] as const;

/** Whoever pays; who approves what, `payruns` says. */
export const payers = ['FINANCE', 'ADMIN'] as const;

/** Whoever asks about their own payments. */
export const askers = ['ACCOUNT_EXECUTIVE', 'FINANCE', 'ADMIN'] as const;

/** Whoever gives machines their keys. */
export const keepersOfKeys = ['ADMIN'] as const;

/** Whoever sees what everybody did. */
export const auditors = ['ADMIN'] as const;

/** Whoever erases contacts, and tells people what is held about them. */
export const keepersOfPrivacy = ['ADMIN'] as const;

/** Whoever opens deals: account executives their own. */
export const openersOfDeals = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'FINANCE', 'ADMIN'] as const;

/** Whoever states facts; which ones, `facts/permission.ts` says. */
export const recorders = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ADMIN'] as const;

/** Whoever writes down risks and commitments: account executives those of their own deals. */
export const writersOfRisks = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever delivers, and so sees what comes up. */
export const deliverers = ['DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever sees to it that there is an account manager. */
export const assigners = ['DELIVERY_LEAD', 'ADMIN'] as const;

/** Whoever takes part in the handoff call. */
export const arrangers = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever writes to the client in the AE's name: the AE, or who stands in for them. */
export const sendersOfMail = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ADMIN'] as const;

/** Whoever may have a submitted package written to the drive again. */
export const publishers = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'] as const;

/** Whoever writes handoff packages: account executives those of their own deals. */
export const writersOfPackages = ['ACCOUNT_EXECUTIVE', 'ADMIN'] as const;
