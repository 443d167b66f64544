import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, enumeration, globalId, Node } from '../graphql';
import type { Role } from '../rules';

/** The row types, each of which can be exported whole. */
export type RowTypeName = 'COMMISSION' | 'DEAL' | 'SLA' | 'RISK' | 'COMMITMENT';

export const RowType = enumeration<RowTypeName>('RowType', 'A type of flat rows.', {
  COMMISSION: 'Those of `commissionRows`.',
  DEAL: 'Those of `dealRows`.',
  SLA: 'Those of `slaRows`.',
  RISK: 'Those of `riskRows`.',
  COMMITMENT: 'Those of `commitmentRows`.',
});

/** What a file is written as. */
export type ExportFormatName = 'JSON_LINES' | 'CSV' | 'PARQUET';

export const ExportFormat = enumeration<ExportFormatName>('ExportFormat', 'What a file is written as.', {
  JSON_LINES: 'A JSON object a line, with the names and values that the API gives.',
  CSV: 'RFC 4180 in UTF-8 with a header; a text that a spreadsheet would take for a formula begins with an apostrophe.',
  PARQUET: 'Apache Parquet with Snappy: instants in UTC, amounts as DECIMAL(18, 4).',
});

/** How far an export has come. */
export type ExportStatusName = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'DISCARDED' | 'EXPIRED';

export const ExportStatus = enumeration<ExportStatusName>('ExportStatus', 'How far an export has come.', {
  WAITING: 'Nobody has begun to write it.',
  RUNNING: 'It is being written: `rowsWritten` of `rowsExpected`.',
  DONE: 'Its file can be had at `url` until `expiresAt`.',
  FAILED: 'It could not be written: `failure` says why.',
  DISCARDED: 'Somebody did not want it any more; its file is gone.',
  EXPIRED: 'Its time is over; its file is gone.',
});

/** An export as SQL gives it. */
export interface ExportRow {
  exportId: string;
  rows: RowTypeName | null;
  document: string | null;
  variables: Record<string, unknown> | null;
  format: ExportFormatName;
  status: ExportStatusName;
  createdAt: string;
  createdByKey: string;
  role: Role;
  attempt: number;
  startedAt: string | null;
  finishedAt: string | null;
  expiresAt: string;
  rowsExpected: string | null;
  rowsWritten: string;
  continueAfter: string | null;
  sha256: string | null;
  failure: string | null;
}

/** What a file of a format is called, and what HTTP calls it. */
export const FILES: Readonly<Record<ExportFormatName, { extension: string; type: string }>> = {
  JSON_LINES: { extension: 'jsonl', type: 'application/jsonl; charset=utf-8' },
  CSV: { extension: 'csv', type: 'text/csv; charset=utf-8; header=present' },
  PARQUET: { extension: 'parquet', type: 'application/vnd.apache.parquet' },
};

/** The name of an export's file, on the disk and in its URL. */
export function fileNameOf({ exportId, format }: Pick<ExportRow, 'exportId' | 'format'>): string {
  return `${exportId}.${FILES[format].extension}`;
}

@ObjectType({
  implements: Node,
  description: 'A file of everything, written in the background: for who loads it all once, and then its increments.',
  simpleResolvers: true,
})
export class BulkExport implements Node {
  readonly __typename = 'BulkExport';

  constructor(readonly row: ExportRow) {}

  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('BulkExport', this.row.exportId);
  }

  @Field(() => RowType, { nullable: true, description: 'The rows in it; null for those of a document.' })
  get rows(): RowTypeName | null {
    return this.row.rows;
  }

  @Field(() => String, { nullable: true, description: 'The id of the trusted document that gives them.' })
  get documentId(): string | null {
    return this.row.document;
  }

  @Field(() => ExportFormat, { description: 'What its file is written as.' })
  get format(): ExportFormatName {
    return this.row.format;
  }

  @Field(() => ExportStatus, { description: 'How far it has come.' })
  get status(): ExportStatusName {
    return this.row.status;
  }

  @Field(() => DateTime, { description: 'When it was asked for.' })
  get createdAt(): string {
    return this.row.createdAt;
  }

  @Field(() => DateTime, { nullable: true, description: 'When somebody last began to write it.' })
  get startedAt(): string | null {
    return this.row.startedAt;
  }

  @Field(() => DateTime, { nullable: true, description: 'When it was done or given up.' })
  get finishedAt(): string | null {
    return this.row.finishedAt;
  }

  @Field(() => DateTime, { description: 'From when its file is gone.' })
  get expiresAt(): string {
    return this.row.expiresAt;
  }

  @Field(() => Int, { nullable: true, description: 'How many rows it will have; null while not known.' })
  get rowsExpected(): number | null {
    return this.row.rowsExpected === null ? null : Number(this.row.rowsExpected);
  }

  @Field(() => Int, { description: 'How many rows are written.' })
  get rowsWritten(): number {
    return Number(this.row.rowsWritten);
  }

  @Field(() => String, {
    nullable: true,
    description: 'For the increments since: the `after` of the row query. Null until it is known, and for documents.',
  })
  get continueAfter(): string | null {
    return this.row.continueAfter;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Where the file is had by GET, with the same authorisation, whole or by ranges; null while there is none.',
  })
  get url(): string | null {
    return this.row.status === 'DONE' ? `/exports/${fileNameOf(this.row)}` : null;
  }

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, in hexadecimal.' })
  get sha256(): string | null {
    return this.row.sha256;
  }

  @Field(() => String, { nullable: true, description: 'Why it could not be written.' })
  get failure(): string | null {
    return this.row.failure;
  }
}

export const BulkExportConnection = connectionOf('BulkExport', () => BulkExport);
