import { dealsById } from '../deals';
import type { Request } from '../graphql';
import { runsById } from '../payruns';
import type { LiveEvent } from './liveEvent';

/** Whether somebody may see what an event is about; loading it again then takes no statement. */
export async function isSeen({ loading }: Request, { what, id }: LiveEvent): Promise<boolean> {
  const found = what === 'run' ? await loading.by(runsById).load(id) : await loading.by(dealsById).load(id);
  return found !== null;
}
