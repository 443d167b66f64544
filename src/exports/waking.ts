import { EventEmitter } from 'node:events';

/** Tells the writer of this server that there is something to write; those of other servers look now and then. */
const waiting = new EventEmitter();

/** Something has been asked for. */
export function wakeWriters(): void {
  waiting.emit('asked');
}

/** Calls a listener whenever something is asked for, until the function that comes back is called. */
export function onAsked(listener: () => void): () => void {
  waiting.on('asked', listener);
  return () => waiting.off('asked', listener);
}
