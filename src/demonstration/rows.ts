/** The tables of what is written down beside facts. */
export type NotedTable = 'risk' | 'commitment';

const OF_ALL = `"dealId" uuid, id uuid, words text, "eventId" uuid, owner text, status text, version integer,
  "updatedAt" timestamptz, "updatedBy" text`;
const RISKS = `jsonb_to_recordset($1::jsonb) as told (${OF_ALL}, likelihood text, mitigation text,
  "agreedMitigation" text, "reviewOn" date, "reviewedOn" date)`;
const COMMITMENTS = `jsonb_to_recordset($1::jsonb) as told (${OF_ALL}, "promisedTo" text, "promisedBy" text,
  "dueWeek" integer, evidence text)`;

/** Adds rows, given as JSON. */
export const ADD: Readonly<Record<NotedTable, string>> = {
  risk: `
    insert into risk (deal_id, id, description, likelihood, mitigation, agreed_mitigation, review_on, reviewed_on,
      event_id, owner, status, version, created_at, updated_at, updated_by)
    select "dealId", id, words, likelihood, mitigation, "agreedMitigation", "reviewOn", "reviewedOn",
      "eventId", owner, status, version, "updatedAt", "updatedAt", "updatedBy" from ${RISKS}`,
  commitment: `
    insert into commitment (deal_id, id, words, promised_to, promised_by, due_week, due_date, evidence, event_id, owner,
      status, version, created_at, updated_at, updated_by)
    select "dealId", id, words, "promisedTo", "promisedBy", "dueWeek", due_date_of("dealId", "dueWeek", null), evidence,
      "eventId", owner, status, version, "updatedAt", "updatedAt", "updatedBy" from ${COMMITMENTS}`,
};

/** Brings rows up to date, given as JSON. */
export const CHANGE: Readonly<Record<NotedTable, string>> = {
  risk: `
    update risk c set agreed_mitigation = "agreedMitigation", review_on = "reviewOn", reviewed_on = "reviewedOn",
      event_id = "eventId", owner = told.owner, status = told.status, version = told.version,
      updated_at = "updatedAt", updated_by = "updatedBy"
    from ${RISKS} where c.deal_id = "dealId" and c.id = told.id`,
  commitment: `
    update commitment c set evidence = told.evidence, event_id = "eventId", owner = told.owner, status = told.status,
      version = told.version, updated_at = "updatedAt", updated_by = "updatedBy"
    from ${COMMITMENTS} where c.deal_id = "dealId" and c.id = told.id`,
};
