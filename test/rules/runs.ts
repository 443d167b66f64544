/** How often a property is tried: many times in all, and still a few seconds on one core. */
export const RUNS = { numRuns: 300 };

/** For a property whose every run asks for many states. */
export const FEWER_RUNS = { numRuns: 150 };
