import type { Watchable } from '../graphql';
import type { SlaCode } from '../rules';

/** Something that has changed, by what it is and not by what it has become: that is read for whoever is told. */
export interface LiveEvent {
  what: Watchable;
  /** The UUID of the deal, or of the pay run. */
  id: string;
  /** The clock of the deal that has fallen due. */
  sla?: SlaCode;
}

/** The same for the same: of events that wait for somebody, one of each is enough. */
export function nameOf({ what, id, sla = '' as SlaCode }: LiveEvent): string {
  return `${what} ${id} ${sla}`;
}
