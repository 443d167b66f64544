import { createHash } from 'node:crypto';
import type { LocalDate } from '../rules';

const SLUG_LENGTH_MAX = 60;
/** Names that Windows keeps for itself: a folder of such a name could not be opened there. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Letters that no decomposition makes plain ones of. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * A client's name as a part of paths: plain letters, digits and single hyphens, at most 67 characters, never empty. A
 * name without any such letter gets a number of its own: two such clients do not share a folder.
 */
export function slugOf(clientName: string): string {
  const plain = clientName
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => SPELLED[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  const slug = plain.replace(/^-+/, '').slice(0, SLUG_LENGTH_MAX).replace(/-+$/, '');
  if (slug === '') return `client-${numberOf(clientName)}`;
  return RESERVED.test(slug) ? `client-${slug}` : slug;
}

function numberOf(name: string): string {
  return createHash('sha256').update(name.normalize('NFKC').trim()).digest('hex').slice(0, 8);
}

/** The folder of a client's handoffs on the drive (the seed's `/clients/[client-slug]/01-handoff/`). */
export function handoffFolder(slug: string): string {
  return `clients/${slug}/01-handoff`;
}

/**
 * The path of a handoff document (rules.md §5); `of` tells it from another deal's of the same client and day, and is
 * left out where there is none.
 */
export function documentPath(slug: string, date: LocalDate, of?: string): string {
  return `${handoffFolder(slug)}/handoff-${slug}${of ? `-${of.toLowerCase()}` : ''}-${date}.md`;
}
