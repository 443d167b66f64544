import net from 'node:net';

/** A connection of pg, with what PostgreSQL gave it to have its statements cancelled. */
export interface Connection {
  readonly host: string;
  readonly port: number;
}

/** What pg keeps beside what its types tell. */
interface Cancellable extends Connection {
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/** The number of a CancelRequest in PostgreSQL's protocol. */
const CANCEL_REQUEST = 80_877_102;
const GIVEN_UP_AFTER_MS = 5_000;

/**
 * Asks PostgreSQL to cancel what a connection runs. It is a message on a connection of its own, without TLS, as psql
 * sends it: a key that lives as long as the connection, and no answer. Where it does not arrive, the statement's own
 * time limit ends it.
 */
export function cancelRunning(connection: Connection): void {
  const { host, port, processID, secretKey } = connection as Cancellable;
  if (processID === null || secretKey === null) return;
  const message = Buffer.alloc(16);
  message.writeInt32BE(16, 0);
  message.writeInt32BE(CANCEL_REQUEST, 4);
  message.writeInt32BE(processID, 8);
  message.writeInt32BE(secretKey, 12);
  const isSocketFile = host.startsWith('/');
  const socket = isSocketFile ? net.connect(`${host}/.s.PGSQL.${port}`) : net.connect(port, host);
  socket.setTimeout(GIVEN_UP_AFTER_MS, () => socket.destroy());
  socket.on('error', () => {});
  socket.end(message);
}
