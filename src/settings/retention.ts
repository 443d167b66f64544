import type { SettingsReader } from './reader';

/** For how long what is personal is kept; 0 for as long as there is the database. */
export interface RetentionSettings {
  /** Months after which contacts go whose deals were completed or cancelled, counted from the last fact. */
  readonly contactsMonths: number;
  /** Days after which the texts of mails go. */
  readonly mailsDays: number;
  /** Months after which details of the audit log go; who did what and when stays. */
  readonly auditMonths: number;
}

const MONTHS_MAX = 600;
const DAYS_MAX = 18_000;

/** Reads how long what is personal is kept. */
export function readRetention(reader: SettingsReader): RetentionSettings {
  const months = (name: string) => reader.integer(name, 0, { least: 0, most: MONTHS_MAX });
  return {
    contactsMonths: months('CONTACTS_KEPT_MONTHS'),
    mailsDays: reader.integer('MAILS_KEPT_DAYS', 0, { least: 0, most: DAYS_MAX }),
    auditMonths: months('AUDIT_DETAILS_KEPT_MONTHS'),
  };
}
