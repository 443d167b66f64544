/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** The earlier of two moments, where null is later than everything. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** The later of two moments, where null is later than everything. */
export function later(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : Math.max(a, b);
}

/** The instant as RFC 3339 in UTC with milliseconds. */
export function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** The same, and null for none. */
export function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoOf(instant);
}
