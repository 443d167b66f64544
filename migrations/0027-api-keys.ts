import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Keys with which machines read; of the secret only its hash is here. */
export class ApiKeys0000000000027 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(KEYS);
  }
}

const KEYS = `
create table api_key (
  id uuid constraint api_key_pkey primary key,
  name text not null constraint api_key_name_check check (length(name) between 1 and 100),
  person text not null constraint api_key_person_fkey references person,
  role text not null constraint api_key_role_check
    check (role in ('ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ANALYST', 'ADMIN')),
  -- the only documents that it may ask; null for every query
  documents text[] constraint api_key_documents_check check (cardinality(documents) > 0),
  secret_hash bytea not null constraint api_key_secret_unique unique
    constraint api_key_secret_check check (length(secret_hash) = 32),
  created_at timestamptz(3) not null,
  created_by text not null constraint api_key_created_by_fkey references person,
  expires_at timestamptz(3) not null constraint api_key_expiry_check check (expires_at > created_at),
  -- the key that this one takes the place of: each is replaced once
  replaces uuid constraint api_key_replaces_fkey references api_key constraint api_key_replaced_once unique,
  revoked_at timestamptz(3),
  revoked_by text constraint api_key_revoked_by_fkey references person,
  last_used_at timestamptz(3),
  constraint api_key_revoked_check check ((revoked_at is null) = (revoked_by is null))
);
create index api_key_by_creation on api_key (created_at, id);

grant select, insert, update on api_key to baton_app;
`;
