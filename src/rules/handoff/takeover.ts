import type { History } from '../history';
import type { Instant } from '../time/instant';

/**
 * Who looked after the client at an instant, by their key: what was sent then named them. Before anybody did, it is who
 * was assigned first, for what was recorded with an earlier date than that; null while nobody is assigned.
 */
export function managerAt(history: History, at: Instant): string | null {
  return (history.latest('AM_ASSIGNED', at) ?? history.first('AM_ASSIGNED'))?.fact.person ?? null;
}
