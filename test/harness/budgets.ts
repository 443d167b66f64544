/** A test asks more in a second than a person does; the tests of budgets set their own. */
export const NO_BUDGETS = { requestsAMinute: 0, objectsAMinute: 0, strangersAMinute: 0 };
