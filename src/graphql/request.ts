import DataLoader from 'dataloader';
import type { Database } from '../database';
import type { Role } from '../rules';
import type { Drive, Post } from './outlets';

/** Who is asking: a person's key, and the role that they have. */
export interface Viewer {
  personKey: string;
  role: Role;
  /** The API key that speaks for the person, which reads only; undefined for the person themselves. */
  apiKey?: ViewerKey | undefined;
}

/** A key with which a machine reads as somebody. */
export interface ViewerKey {
  keyId: string;
  /** The ids of the trusted documents that it may ask, and nothing else; null where it may ask any query. */
  documents: readonly string[] | null;
}

/** A column of the payroll file, and the header that the company's payroll wants; empty for our own. */
export interface PayrollHeader {
  column: string;
  header: string;
}

/** What can be watched: deals, their clocks, pay runs. */
export type Watchable = 'deal' | 'clock' | 'run';

/** Lets somebody watch what changes: all of a kind, or what belongs to one UUID. */
export interface Watching {
  watch(what: Watchable, id: string | null): Promise<AsyncIterable<unknown>>;
}

/** What every resolver gets as its context; one for each HTTP request. */
export interface Request {
  viewer: Viewer;
  db: Database;
  loading: Loading;
  drive: Drive;
  post: Post;
  /** The instant at which the request came in, in epoch milliseconds: "now" for all of it. */
  now: number;
  correlationId: string;
  /** The columns of the payroll file where nobody asks for others; all of them where undefined. */
  payrollColumns?: readonly PayrollHeader[] | undefined;
  /** What changes, where somebody is connected who can be told. */
  live?: Watching | undefined;
}

/** Loads many things of a kind in one SQL statement; the values in the order of the keys. */
export type Batch<Key, Value> = (request: Request, keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>;

const BATCH_SIZE_MAX = 1_000;

/** The DataLoaders of one request: one for each batch function. */
export class Loading {
  private readonly loaders = new Map<unknown, unknown>();

  constructor(private readonly request: () => Request) {}

  /** This request's loader for a batch function. Declare the function once, at the top of a module: it is the key. */
  by<Key, Value>(batch: Batch<Key, Value>): DataLoader<Key, Value> {
    const known = this.loaders.get(batch) as DataLoader<Key, Value> | undefined;
    if (known) return known;
    const load = (keys: readonly Key[]) => batch(this.request(), keys);
    const loader = new DataLoader<Key, Value>(load, { maxBatchSize: BATCH_SIZE_MAX });
    this.loaders.set(batch, loader);
    return loader;
  }

  /** Forgets all that was loaded: for a mutation, after it has written. */
  forget(): void {
    this.loaders.clear();
  }
}
