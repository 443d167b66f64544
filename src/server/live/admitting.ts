import { DatabaseUnavailable } from '../../database';
import type { Budgets } from '../traffic';
import { keyOf, TooMany } from '../traffic';
import { CLOSE, type Connection } from './connection';

/** What whoever connects is let in with. */
interface Admitting {
  budgets: Budgets;
  mayConnect(who: string): boolean;
  onFault(fault: unknown, what: string): void;
}

/** Lets somebody in who says who they are; false for nobody that is known. Where it is over, it closes the socket. */
export async function admit(
  connection: Connection,
  payload: Readonly<Record<string, unknown>>,
  { budgets, mayConnect, onFault }: Admitting,
): Promise<boolean> {
  try {
    if (!(await connection.identify(payload))) budgets.takeStranger(connection.http);
    const viewer = connection.identified?.viewer;
    if (!viewer) return false;
    budgets.takeRequest(viewer);
    if (mayConnect(keyOf(viewer))) return true;
    connection.socket.close(CLOSE.tooMany, 'You have too many connections');
  } catch (error) {
    if (error instanceof TooMany) connection.socket.close(CLOSE.tooMany, 'Too many requests');
    else connection.socket.close(CLOSE.later, 'Try again later');
    if (!(error instanceof TooMany || error instanceof DatabaseUnavailable)) onFault(error, 'admitting a web socket');
  }
  return false;
}
