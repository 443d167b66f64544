import { Kind, type OperationDefinitionNode, parse, visit } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { isUuid, Refusal, type Request, readGlobalId } from '../graphql';
import { type Instant, isoOf } from '../rules';
import { trustedDocuments } from '../trusted';
import { BulkExport, type ExportRow } from './bulkExport';
import type { StartBulkExportInput } from './inputs';
import { EXPORT, lockExport } from './loading';
import { wakeWriters } from './waking';

const KEPT_MAX = 10;
const KEPT_HOURS = 24;
const HOUR_MILLISECONDS = 3_600_000;

/**
 * Asks for a file. Throws BAD_USER_INPUT at `rows`, `documentId`, `variables` or `format` for what cannot be,
 * LIMIT_EXCEEDED where somebody keeps too many.
 */
export async function startExport(request: Request, input: StartBulkExportInput): Promise<{ bulkExport: BulkExport }> {
  const { rows = null, documentId = null, format } = input;
  if ((rows === null) === (documentId === null))
    throw new Refusal('BAD_USER_INPUT', 'either rows or a document is exported: give one of them', 'rows');
  if (documentId !== null) demandExportable(documentId, format);
  const variables = variablesOf(input);
  const { viewer, now, db } = request;
  const made = await db.transaction(async (tx) => {
    // One at a time for a person: else two at once would both find room.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 65))', [viewer.personKey], 'lock_exports');
    const [kept] = await tx.query<{ count: string }>(KEPT, [viewer.personKey], 'kept_exports');
    if (Number(kept!.count) >= KEPT_MAX)
      throw new Refusal('LIMIT_EXCEEDED', `${KEPT_MAX} exports are kept for you at most: discard one`);
    const values = [uuidv7(), rows, documentId, variables, format, isoOf(now), viewer.personKey, viewer.role];
    const expiry = isoOf(now + KEPT_HOURS * HOUR_MILLISECONDS);
    return tx.query<ExportRow>(INSERT, [...values, expiry], 'start_export');
  });
  wakeWriters();
  return { bulkExport: new BulkExport(made[0]!) };
}

/** Discards an export and its file; one that is no more stays as it is. Throws NOT_FOUND for one of somebody else. */
export function discardExport({ db, viewer, now }: Request, given: string): Promise<{ bulkExport: BulkExport }> {
  const id = readExportId(given);
  return db.transaction(async (tx) => {
    if (!(await lockExport(tx, id, viewer.personKey)))
      throw new Refusal('NOT_FOUND', `There is no export "${given}"`, 'bulkExport');
    await tx.query(DISCARD, [id, isoOf(now)], 'discard_export');
    return { bulkExport: new BulkExport((await lockExport(tx, id, viewer.personKey))!) };
  });
}

/**
 * Has exports that may hold words of anybody's, and were begun by then, written again where they are being written, and
 * discarded where they are done.
 */
export async function forgetExports(db: Queryable, begunBy: Instant): Promise<void> {
  await db.query(FORGET, [isoOf(begunBy), isoOf(Date.now())], 'forget_exports');
  wakeWriters();
}

function demandExportable(documentId: string, format: StartBulkExportInput['format']): void {
  const document = trustedDocuments().get(documentId);
  if (!document) throw new Refusal('BAD_USER_INPUT', `There is no trusted document "${documentId}"`, 'documentId');
  if (format !== 'JSON_LINES')
    throw new Refusal('BAD_USER_INPUT', 'what a document gives is written as JSON_LINES', 'format');
  if (!isPaged(document.query))
    throw new Refusal('BAD_USER_INPUT', `"${documentId}" does not ask one list page by page with $after`, 'documentId');
}

/** Whether a document asks one list, whose `after` is a variable and whose pages say where they end. */
function isPaged(query: string): boolean {
  const operation = parse(query).definitions[0] as OperationDefinitionNode;
  const [root, ...others] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD || others.length > 0) return false;
  const asked = new Set<string>();
  visit(root, { Field: ({ name }) => void asked.add(name.value) });
  const after = root.arguments?.find(({ name }) => name.value === 'after')?.value;
  const goesOn = after?.kind === Kind.VARIABLE && after.name.value === 'after';
  return goesOn && ['nodes', 'pageInfo', 'endCursor'].every((name) => asked.has(name));
}

function variablesOf({ variables, documentId }: StartBulkExportInput): object | null {
  if (variables === null || variables === undefined) return null;
  if (!documentId) throw new Refusal('BAD_USER_INPUT', 'rows have no variables', 'variables');
  const read = readJson(variables);
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Refusal('BAD_USER_INPUT', 'an object of JSON is expected', 'variables');
  if ('after' in read) throw new Refusal('BAD_USER_INPUT', 'an export begins at the beginning', 'variables.after');
  return read;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal('BAD_USER_INPUT', `it is no JSON: ${(error as Error).message}`, 'variables');
  }
}

function readExportId(given: string): string {
  const { type, parts } = readGlobalId(given, 'bulkExport');
  const [id] = parts;
  if (type === 'BulkExport' && parts.length === 1 && isUuid(id)) return id;
  throw new Refusal('BAD_USER_INPUT', `"${given}" is not the id of a BulkExport`, 'bulkExport');
}

const FORGET = `
  update bulk_export set status = case status when 'RUNNING' then 'WAITING' else 'DISCARDED' end, leased_until = null,
    finished_at = case status when 'RUNNING' then null else coalesce(finished_at, $2) end
  where status in ('RUNNING', 'DONE') and started_at <= $1::timestamptz
    and (rows in ('RISK', 'COMMITMENT') or document is not null)`;
const KEPT = `
  select count(*) from bulk_export where created_by = $1 and status in ('WAITING', 'RUNNING', 'DONE', 'FAILED')`;
const INSERT = `
  insert into bulk_export as b (id, rows, document, variables, format, status, created_at, created_by, role, expires_at)
  values ($1, $2, $3, $4, $5, 'WAITING', $6, $7, $8, $9) returning ${EXPORT}`;
const DISCARD = `
  update bulk_export set status = 'DISCARDED', leased_until = null, finished_at = coalesce(finished_at, $2)
  where id = $1 and status in ('WAITING', 'RUNNING', 'DONE', 'FAILED')`;
