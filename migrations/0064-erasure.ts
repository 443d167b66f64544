import type { QueryRunner } from 'typeorm';
import { RETAIN } from './0064-retention';
import { ForwardMigration } from './forward';

/**
 * Personal data of a client's contacts can be taken away again, history and submitted revisions included. The
 * application has no right to change those: it asks the owner's function, which can put `[erased]` in the place of
 * words in free texts, empty a contact, and nothing else. Amounts, dates, types, ids and the log's chain stay.
 */
export class Erasure0000000000064 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    for (const statement of [ERASURES, SPELLINGS, REPLACING, CONTACTS, TEXTS, LOG, ERASE, RETAIN, RIGHTS])
      await owner.query(statement);
  }
}

/** What was erased of which deal, never whom: whoever clears the drive afterwards, and again, reads it here. */
const ERASURES = `
create table erasure (
  deal_id uuid not null constraint erasure_deal_fkey references deal,
  id uuid not null,
  reason text not null constraint erasure_reason_check check (reason in ('REQUEST', 'RETENTION', 'MAILS')),
  erased_at timestamptz(3) not null,
  -- null for the clock of retention
  erased_by text constraint erasure_erased_by_fkey references person,
  -- when the drive and the exports were last cleared after it
  cleared_at timestamptz(3),
  constraint erasure_pkey primary key (deal_id, id)
);
create index erasure_to_clear on erasure (erased_at)
  where cleared_at is null or cleared_at - erased_at < interval '2 minutes';
`;

/**
 * One pattern for all ways in which somebody is written: whatever stands between words or digits, escaped or not.
 * Of a phone number the last seven digits count, with or without codes of an area and a country before them.
 */
const SPACE = String.raw`[\s\u00a0\u2000-\u200d\u202f]`;
const BETWEEN = String.raw`[\s\u00a0\u2000-\u200d\u2010-\u2015\u202f()./-]{0,3}`;

/** PostgreSQL reads a backslash of a replacement as the beginning of something. */
function inReplacement(pattern: string): string {
  return pattern.replaceAll('\\', '\\\\');
}

const SPELLINGS = String.raw`
create function erasure_spelling(word text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp return
  regexp_replace(regexp_replace(regexp_replace(word, '^${SPACE}+|${SPACE}+$', '', 'g'),
    '([^[:alnum:]\s\u00a0\u2000-\u200d\u202f])', '[\\\\]{0,4}\\\1', 'g'),
    '${SPACE}+', '${inReplacement(SPACE)}+', 'g');

create function erasure_pattern(emails text[], names text[], phones text[]) returns text language sql immutable
  set search_path = pg_catalog, public, pg_temp return nullif(concat_ws('|',
    (select string_agg('(?<![[:alnum:]._%+-])' || erasure_spelling(one) || '(?![[:alnum:]-]|\.[[:alnum:]])', '|')
      from unnest(emails) as one),
    (select string_agg('(?<![[:alnum:]])' || erasure_spelling(one) || '(?![[:alnum:]])', '|')
      from unnest(names) as one),
    (select string_agg('(?<![0-9])[+(]*(?:[0-9]{1,4}${BETWEEN}){0,4}'
        || regexp_replace(right(digits, 7), '(?<=[0-9])(?=[0-9])', '${inReplacement(BETWEEN)}', 'g')
        || '(?![0-9])', '|')
      from unnest(phones) as one, regexp_replace(one, '[^0-9]', '', 'g') as digits where length(digits) >= 7)), '');
`;

/** Keys, codes, dates and amounts of a frozen row or content: no words of anybody's. */
const NO_WORDS = `'{id,deal_id,event_id,status,status_before,likelihood,owner,updated_by,promised_by,promisedBy,
  workshopModality,amount,fee,startsOn,invoiceOn,dueOn,due_on,due_date,review_on,reviewed_on,created_at,updated_at,
  submitted_at,changed_at,companyNumber}'::text[]`;

const REPLACING = `
create function erased_text(given text, pattern text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp return regexp_replace(given, pattern, '[erased]', 'gi');

create function erased_json(given jsonb, pattern text) returns jsonb language plpgsql immutable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  case jsonb_typeof(given)
    when 'string' then return to_jsonb(erased_text(given #>> '{}', pattern));
    when 'array' then return (select coalesce(jsonb_agg(erased_json(value, pattern) order by place), '[]')
      from jsonb_array_elements(given) with ordinality as part (value, place));
    when 'object' then return (select coalesce(jsonb_object_agg(key,
        case when key = any (${NO_WORDS}) then value else erased_json(value, pattern) end), '{}')
      from jsonb_each(given));
    else return given;
  end case;
end $$;
`;

/** What belongs to a contact, as against what the client asks of invoices, orders and channels. */
const OF_A_PERSON = `'{name,email,phone,notes,relationshipStrength,howToAddress,preferredChannel,engagementStyle,
  caresMostAbout,whatIsInItForThem}'::text[]`;

const CONTACTS = `
/* By their email or name; an email of '*' is everybody's. */
create function contact_is_of(contact jsonb, emails text[], names text[]) returns boolean language sql immutable
  set search_path = pg_catalog, pg_temp return
  '*' = any (emails) or coalesce(lower(contact ->> 'email') = any (emails), false)
  or coalesce(lower(contact ->> 'name') = any (names), false);

/* By what the numbers of two contacts are the same, however they are written. */
create function phone_end(contact jsonb) returns text language sql immutable
  set search_path = pg_catalog, pg_temp return right(regexp_replace(contact ->> 'phone', '[^0-9]', '', 'g'), 9);

/* Sections A to E without somebody: who they were is taken out of section B, and their name out of all texts. */
create function erased_sections(sections jsonb, emails text[], names text[], pattern text) returns jsonb
  language sql immutable set search_path = pg_catalog, public, pg_temp return
  erased_json(case when jsonb_typeof(sections -> 'people') = 'object' then jsonb_set(sections, '{people}', (
    select coalesce(jsonb_object_agg(role, case
        when jsonb_typeof(contact) = 'object' and contact_is_of(contact, emails, names) then (
          select jsonb_object_agg(key, case when key = any (${OF_A_PERSON}) then 'null' else value end)
          from jsonb_each(contact))
        else contact end), '{}')
    from jsonb_each(sections -> 'people') as b (role, contact))) else sections end, pattern);

/* Everybody who is or was in section B of these deals. */
create function contacts_of(deals uuid[]) returns table (deal_id uuid, contact jsonb) language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select said.deal_id, b.contact
  from (
    select p.deal_id, p.sections -> 'people' as people from handoff_package p where p.deal_id = any (deals)
    union all select r.deal_id, r.content #> '{sections,people}' from package_revision r where r.deal_id = any (deals)
    union all select r.deal_id, r.package #> '{sections,people}' from package_revision r where r.deal_id = any (deals)
  ) as said,
    jsonb_each(case jsonb_typeof(said.people) when 'object' then said.people end) as b (role, contact)
  where jsonb_typeof(b.contact) = 'object'
$$;

/* The deals in which an email is written anywhere, and the other deals of those clients. */
create function deals_about(email text) returns uuid[] language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  with given as (select erasure_pattern(array[email], '{}', '{}') as pattern),
  found as (
    select deal_id from handoff_package p, given where p::text ~* pattern
    union select deal_id from package_revision r, given where r::text ~* pattern
    union select deal_id from client_email e, given where e::text ~* pattern
    union select deal_id from mail m, given where m::text ~* pattern
    union select deal_id from risk r, given where r::text ~* pattern
    union select deal_id from commitment c, given where c::text ~* pattern
    union select deal_id from inquiry_step i, given where i.words ~* pattern
    union select deal_id from deal_event e, given where e.details::text ~* pattern)
  select coalesce(array_agg(d.id order by d.id), '{}') from deal d
  where lower(d.client_name) in (select lower(f.client_name) from deal f join found on found.deal_id = f.id)
$$;
`;

/** Versions go up: whoever has the old text open cannot save it back without seeing that it is another by now. */
const TEXTS = `
create function erase_texts(deals uuid[], emails text[], names text[], pattern text, who text) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  letters uuid[];
begin
  select coalesce(array_agg(event_id), '{}') into letters from client_email
    where deal_id = any (deals) and (lower(sender) = any (emails) or '*' = any (emails));
  update handoff_package p set sections = erased_sections(p.sections, emails, names, pattern),
      client_basics = erased_text(p.client_basics, pattern), people = erased_text(p.people, pattern),
      what_they_are_solving = erased_text(p.what_they_are_solving, pattern),
      what_we_are_delivering = erased_text(p.what_we_are_delivering, pattern),
      commercials = erased_text(p.commercials, pattern), risks_flagged = erased_text(p.risks_flagged, pattern),
      commitments_made = erased_text(p.commitments_made, pattern),
      version = p.version + 1, updated_at = now(), updated_by = coalesce(who, p.updated_by)
    where deal_id = any (deals) and ('*' = any (emails) or p::text ~* pattern);
  update package_revision r set
      content = erased_json(jsonb_set(r.content, '{sections}',
        erased_sections(coalesce(r.content -> 'sections', '{}'), emails, names, pattern)), pattern),
      package = erased_json(jsonb_set(r.package, '{sections}',
        erased_sections(coalesce(r.package -> 'sections', '{}'), emails, names, pattern)), pattern),
      risks = erased_json(r.risks, pattern), commitments = erased_json(r.commitments, pattern)
    where deal_id = any (deals) and ('*' = any (emails) or r::text ~* pattern);
  update risk r set description = erased_text(r.description, pattern), mitigation = erased_text(r.mitigation, pattern),
      agreed_mitigation = erased_text(r.agreed_mitigation, pattern),
      version = r.version + 1, updated_at = now(), updated_by = coalesce(who, r.updated_by)
    where deal_id = any (deals) and r::text ~* pattern;
  update commitment c set words = erased_text(c.words, pattern), promised_to = erased_text(c.promised_to, pattern),
      evidence = erased_text(c.evidence, pattern),
      version = c.version + 1, updated_at = now(), updated_by = coalesce(who, c.updated_by)
    where deal_id = any (deals) and c::text ~* pattern;
  update inquiry_step i set words = erased_text(i.words, pattern) where deal_id = any (deals) and i.words ~* pattern;
  -- what somebody wrote, or was written, is theirs as a whole
  update mail m set
      subject = case when theirs then '[erased]' else erased_text(m.subject, pattern) end,
      body = case when theirs then '[erased]' else erased_text(m.body, pattern) end,
      answer = erased_text(m.answer, pattern),
      recipients = array(
        select erased_text(one, pattern) from unnest(m.recipients) with ordinality as r (one, place) order by place)
    from (select deal_id, id, coalesce(regarding = any (letters), false)
        or exists (select from unnest(recipients) as one where lower(one) = any (emails)) as theirs
      from mail where deal_id = any (deals)) as whose
    where (m.deal_id, m.id) = (whose.deal_id, whose.id) and (theirs or m::text ~* pattern);
  update client_email e set sender = '[erased]', subject = '[erased]', body = '[erased]'
    where deal_id = any (deals) and event_id = any (letters);
  update client_email e set sender = erased_text(e.sender, pattern), subject = erased_text(e.subject, pattern),
      body = erased_text(e.body, pattern)
    where deal_id = any (deals) and e::text ~* pattern;
  update deal_event e set details = e.details || (
      select jsonb_object_agg(key, case when e.id = any (letters) then '"[erased]"'
        else to_jsonb(erased_text(value #>> '{}', pattern)) end)
      from jsonb_each(e.details)
      where key in ('note', 'reason', 'place', 'reference') and jsonb_typeof(value) = 'string')
    where deal_id = any (deals) and e.details ?| '{note,reason,place,reference}'
      and (e.id = any (letters) or e.details::text ~* pattern);
end $$;
`;

/** Mails in their whole text are not only where somebody is named: "Hi Dana" alone tells of them. */
const LOG = `
create function erase_log(deals uuid[], pattern text, who text, why text) returns integer
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  about text[] := array(select unnest(array[id::text, key]) from deal where id = any (deals));
begin
  return redact_audit(array(
    select a.number from audit_entry a join audit_detail d using (number)
    where d.content ~* pattern or (a.action = 'sendIntroEmail' and a.subjects && about)
      or (a.kind = 'CHANGE' and a.transaction = pg_current_xact_id())), who, why);
end $$;
`;

const ERASE = `
/* All of somebody that these deals hold. Who asks for it has locked them. */
create function erase_from_deals(deals uuid[], addresses text[], others text[], who text, why text) returns integer
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  emails text[] := array(select distinct lower(one) from unnest(addresses) as one);
  names text[];
  phones text[];
  pattern text;
begin
  perform from deal where id = any (deals) order by id for update;
  -- the same name at the same client is the same person, with whatever other address they had
  select array(select distinct lower(contact ->> 'name') from contacts_of(deals)
    where contact_is_of(contact, emails, '{}') and length(contact ->> 'name') >= 3
    union select lower(one) from unnest(others) as one) into names;
  select emails || array(select distinct lower(contact ->> 'email') from contacts_of(deals)
    where lower(contact ->> 'name') = any (names) and contact ->> 'email' is not null
      and lower(contact ->> 'email') <> all (emails)) into emails;
  -- a number that somebody else has as well, such as the switchboard's, is not theirs alone
  select array(select distinct contact ->> 'phone' from contacts_of(deals)
    where contact_is_of(contact, emails, names) and phone_end(contact) not in (
      select coalesce(phone_end(contact), '') from contacts_of(deals) where not contact_is_of(contact, emails, names)))
    into phones;
  pattern := coalesce(erasure_pattern(array_remove(emails, '*'), names, phones), '(?!)');
  perform erase_texts(deals, emails, names, pattern, who);
  insert into erasure (deal_id, id, reason, erased_at, erased_by)
    select id, gen_random_uuid(), why, now(), who from unnest(deals) as id;
  return erase_log(deals, pattern, who, why);
end $$;

/* A client's contact, wherever their email is written. Answers the deals, and how many details of the log are gone. */
create function erase_contact(email text, others text[], who text) returns table (deals uuid[], details integer)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  deals := deals_about(email);
  details := erase_from_deals(deals, array[email], others, who, 'REQUEST');
  return next;
end $$;
`;

const RIGHTS = `
grant select, update on erasure to baton_app;
revoke all on function erase_texts(uuid[], text[], text[], text, text), erase_log(uuid[], text, text, text),
  erase_from_deals(uuid[], text[], text[], text, text), erase_contact(text, text[], text),
  erase_closed_deals(timestamptz, integer), erase_mails(timestamptz, integer) from public;
grant execute on function erase_contact(text, text[], text), erase_closed_deals(timestamptz, integer),
  erase_mails(timestamptz, integer) to baton_app;
`;
