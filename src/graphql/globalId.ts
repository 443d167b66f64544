import { isUuid } from './cursor';
import { Refusal } from './problem';

/** What a global id stands for: a type of the schema, and what names one object of it. */
export interface GlobalId {
  type: string;
  parts: string[];
}

/** The opaque id of an object for `node(id:)`: base64url of `Type:part:part`. */
export function globalId(type: string, ...parts: readonly string[]): string {
  return Buffer.from(`${type}:${parts.join(':')}`).toString('base64url');
}

/** Reads an id that `globalId` made. Throws BAD_USER_INPUT at `path` for anything else. */
export function readGlobalId(id: string, path = 'id'): GlobalId {
  const text = id.length <= 500 ? Buffer.from(id, 'base64url').toString() : '';
  const [type = '', ...parts] = text.split(':');
  // Written back it must be the same: base64 is read leniently, and one object has one id.
  if (!/^[A-Z]\w*$/.test(type) || parts.length === 0 || globalId(type, ...parts) !== id)
    throw new Refusal('BAD_USER_INPUT', 'This is not an id of this API; use the `id` field of an object.', path);
  return { type, parts };
}

/** What names something that belongs to a deal, by UUIDs. */
export interface ChildId {
  dealId: string;
  id: string;
}

/** Reads the id of such an object of one type. Throws BAD_USER_INPUT at `path` for anything else. */
export function readChildId(type: string, given: string, path: string): ChildId {
  const { type: typeGiven, parts } = readGlobalId(given, path);
  const [dealId, id] = parts;
  if (typeGiven === type && parts.length === 2 && isUuid(dealId) && isUuid(id)) return { dealId, id };
  throw new Refusal('BAD_USER_INPUT', `"${given}" is not the id of a ${type}`, path);
}
