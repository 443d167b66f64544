import type { Request } from '../../src/graphql';

/** Outlets for a request that sends and writes nothing. */
export const NOWHERE: Pick<Request, 'drive' | 'post'> = {
  drive: { write: async (file) => file, remove: async () => {} },
  post: { send: async () => ({ accepted: true, answer: '250', refused: [] }) },
};
