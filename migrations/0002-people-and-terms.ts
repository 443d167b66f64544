import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';
import holidays from './uk-bank-holidays.json';

const STANDARD_TRANCHES = [
  { code: 'SOW_SIGNED', shareBp: 5_000 },
  { code: 'WEEK_2_WORKSHOP', shareBp: 3_000 },
  { code: 'WEEK_12_BOARD_REPORT', shareBp: 2_000 },
];
const STANDARD_EFFECTS = ['SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO'].map((sla) => ({ sla, effect: 'HOLD' }));
const STANDARD_ALLOWANCES = {
  ASSIGN_AM: { workingDays: 2 },
  SUBMIT_PACKAGE: { workingDays: 5 },
  HOLD_CALL: { workingDays: 5 },
  SEND_INTRO: { workingDays: 0 },
  FIRST_CONTACT: { hours: 24 },
};

/** Who takes part, and by what deals are judged: plans, SLA policies and calendars, each in versions. */
export class PeopleAndTerms0000000000002 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(SHARES);
    await owner.query(TABLES);
    await owner.query(
      `insert into commission_plan (code, version, effective_from, rate_bp, tranches, effects, on_cancel)
       values ('standard', 1, '1970-01-01', 1000, $1, $2, 'KEEP')`,
      [JSON.stringify(STANDARD_TRANCHES), JSON.stringify(STANDARD_EFFECTS)],
    );
    await owner.query(
      `insert into sla_policy (code, version, effective_from, allowances, call_after_assignment)
       values ('standard', 1, '1970-01-01', $1, 3)`,
      [JSON.stringify(STANDARD_ALLOWANCES)],
    );
    await owner.query(CALENDARS, [holidays.zone, holidays.from, holidays.to, JSON.stringify(holidays.divisions)]);
  }
}

const CALENDARS = `
  insert into calendar (code, version, zone, covers_from, covers_to, holidays)
  select division.key, 1, $1, $2::date, $3::date, division.value from jsonb_each($4::jsonb) as division`;

/** For checks: whether each part is named once and has a share of at least so much, and the shares are a whole. */
const SHARES = `
create function shares_add_up(parts jsonb, name text, smallest integer) returns boolean
  language sql immutable parallel safe
  return (
    select coalesce(sum(share) = 10000 and bool_and(coalesce(share >= smallest, false)), false)
      and count(distinct part ->> name) = count(*)
    from jsonb_array_elements(case jsonb_typeof(parts) when 'array' then parts end) as part,
      cast(part ->> 'shareBp' as integer) as share
  );
`;

const TABLES = `
create table person (
  key text constraint person_pkey primary key constraint person_key_check check (key ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  name text not null,
  email text not null,
  role text not null constraint person_role_check
    check (role in ('ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ANALYST', 'ADMIN'))
);

create table commission_plan (
  code text not null,
  version integer not null constraint commission_plan_version_check check (version >= 1),
  effective_from date not null,
  rate_bp integer not null constraint commission_plan_rate_check check (rate_bp between 0 and 10000),
  tranches jsonb not null constraint commission_plan_tranches_check check (shares_add_up(tranches, 'code', 0)),
  effects jsonb not null,
  on_cancel text not null constraint commission_plan_on_cancel_check check (on_cancel in ('KEEP', 'CLAW_BACK')),
  constraint commission_plan_pkey primary key (code, version)
);

create table sla_policy (
  code text not null,
  version integer not null constraint sla_policy_version_check check (version >= 1),
  effective_from date not null,
  allowances jsonb not null,
  call_after_assignment integer not null constraint sla_policy_call_check check (call_after_assignment >= 0),
  constraint sla_policy_pkey primary key (code, version)
);

create table calendar (
  code text not null,
  version integer not null constraint calendar_version_check check (version >= 1),
  zone text not null,
  covers_from date not null,
  covers_to date not null,
  holidays jsonb not null,
  constraint calendar_pkey primary key (code, version),
  constraint calendar_covers_check check (covers_to >= covers_from)
);

grant select, insert on person, commission_plan to baton_app;
grant select on sla_policy, calendar to baton_app;
`;
