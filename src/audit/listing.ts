import { createHash } from 'node:crypto';
import { Conditions, isoInSql } from '../database';
import { cursor, isDigits, type Page, pageOf, type Request } from '../graphql';
import { isoOf } from '../rules';
import type { AuditArgs, AuditEntry, AuditEntryRow, AuditFilter } from './objects';
import { partsOf } from './subjects';

const PLACES = cursor<[string]>('auditLog', isDigits);

/** Entries of the audit log, the latest first. */
export async function listEntries({ db }: Request, args: AuditArgs): Promise<Page<AuditEntry>> {
  const conditions = conditionsOf(args.filter ?? {});
  const [after] = PLACES.read(args.after) ?? [];
  if (after !== undefined) conditions.add(`e.number < ${conditions.bind(after)}`);
  const limit = conditions.bind(args.first + 1);
  const text = `
    select ${ENTRY}
    from (select e.* from audit_entry e ${conditions.where} order by e.number desc limit ${limit}) as e
    left join audit_detail d using (number) left join audit_seal s using (number) order by e.number desc`;
  const rows = await db.query<AuditEntryRow>(text, conditions.values, nameOf(text));
  return pageOf(rows as AuditEntry[], args, ({ number }) => PLACES.write([number]));
}

function conditionsOf({ person, kind, action, subject, from, before }: AuditFilter): Conditions {
  const conditions = new Conditions();
  if (person) conditions.add(`e.person = ${conditions.bind(person)}`);
  if (kind) conditions.addOneOf('e.kind', kind);
  if (action) conditions.add(`e.action = ${conditions.bind(action)}`);
  if (subject) conditions.add(aboutIt(conditions.bind(partsOf(subject).slice(-1))));
  if (from) conditions.add(`e.at >= ${conditions.bind(isoOf(from))}`);
  if (before) conditions.add(`e.at < ${conditions.bind(isoOf(before))}`);
  return conditions;
}

/** A deal may have been named by its key or by its id. */
function aboutIt(names: string): string {
  return `e.subjects && array(select unnest(${names}::text[])
    union select unnest(array[key, deal_id::text]) from deal_key
      where key = any(${names}) or deal_id::text = any(${names}))`;
}

/** Each combination of conditions is a statement of its own. */
function nameOf(text: string): string {
  return `audit_log_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

const ENTRY = `e.number::text, ${isoInSql('e.at')} as at, e.kind, e.person as "personKey", e.role,
  e.api_key as "apiKeyId", e.address, e.correlation_id as "correlationId", e.action, e.subjects, e.login,
  e.transaction::text, d.content, e.digest is not null and d.number is null as "isRedacted",
  encode(s.hash, 'hex') as hash`;
