import type { LocalDate } from './zone';

/**
 * The version in force on a local date: the one with the latest `effectiveFrom` by then, and of those the last given.
 * A date before every version has the first.
 */
export function versionOn<T extends { effectiveFrom: LocalDate }>(versions: readonly T[], date: LocalDate): T {
  const first = versions[0];
  if (!first) throw new Error('there is no version to choose from');
  return versions.reduce(
    (chosen, version) =>
      version.effectiveFrom <= date && (chosen.effectiveFrom > date || version.effectiveFrom >= chosen.effectiveFrom)
        ? version
        : chosen,
    first,
  );
}
