/** What the clock of retention asks for; it finds for itself what is old enough, some deals at a time. */
export const RETAIN = `
/* Everybody of clients whose deals were completed or cancelled, and of which nothing was recorded since an instant. */
create function erase_closed_deals(since timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  closed uuid;
  erased integer := 0;
begin
  for closed in select d.id from deal d left join handoff_package p on p.deal_id = d.id
    where d.stage in ('COMPLETED', 'CANCELLED') and d.last_recorded_at < least(since, now())
      and not exists (select from erasure e where e.deal_id = d.id and e.reason = 'RETENTION'
        and e.erased_at >= greatest(d.last_recorded_at, p.updated_at))
    order by d.id limit most
  loop
    perform erase_from_deals(array[closed], '{*}' || array(
        select lower(sender) from client_email where deal_id = closed
        union select lower(contact ->> 'email') from contacts_of(array[closed]) where contact ->> 'email' is not null
        union select lower(one) from mail, unnest(recipients) as one where deal_id = closed
        except select lower(email) from person
        except select '[erased]'), '{}', null, 'RETENTION');
    erased := erased + 1;
  end loop;
  return erased;
end $$;

/* What mails said that were written or received before an instant. Who they were to, and when, stays. */
create function erase_mails(before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  of_deals uuid[];
begin
  select coalesce(array_agg(deal_id), '{}') into of_deals from (
    select deal_id from mail where created_at < least(before, now()) and body <> '[erased]' and status <> 'SENDING'
    union select deal_id from client_email where received_at < least(before, now()) and body <> '[erased]'
    order by deal_id limit most) as old;
  update mail set subject = '[erased]', body = '[erased]'
    where deal_id = any (of_deals) and created_at < least(before, now()) and status <> 'SENDING' and body <> '[erased]';
  update client_email set subject = '[erased]', body = '[erased]'
    where deal_id = any (of_deals) and received_at < least(before, now());
  update deal_event e set details = e.details || '{"note": "[erased]"}'
    from client_email c where e.deal_id = any (of_deals) and (c.deal_id, c.event_id) = (e.deal_id, e.id)
      and c.body = '[erased]' and e.details ->> 'note' <> '[erased]';
  insert into erasure (deal_id, id, reason, erased_at) select id, gen_random_uuid(), 'MAILS', now()
    from unnest(of_deals) as id;
  perform redact_audit(array(
    select a.number from audit_entry a join audit_detail d using (number)
    where a.subjects && array(select unnest(array[id::text, key]) from deal where id = any (of_deals))
      and (a.action in ('sendIntroEmail', 'logClientEmail', 'INSERT mail', 'UPDATE mail')
        and a.at < least(before, now())
        or a.kind = 'CHANGE' and a.transaction = pg_current_xact_id())), null, 'MAILS');
  return cardinality(of_deals);
end $$;
`;
