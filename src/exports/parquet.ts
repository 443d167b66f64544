import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportColumn } from './source';

/** Few enough that encoding them holds nobody else up for long. */
const GROUP_ROWS = 5_000;
const SCALE = 4;
const MILLISECONDS = { isAdjustedToUTC: true, unit: 'MILLIS' } as const;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Column = (string | number | bigint | boolean | Date | null)[];

/** A Parquet file, group of rows by group of rows; what is ready of it goes to `append`. */
export class ParquetFile {
  private readonly bytes = new ByteWriter();
  private readonly writer: ParquetWriter;
  private group: Column[];
  private rows = 0;

  constructor(
    private readonly columns: readonly ExportColumn[],
    private readonly append: (bytes: Uint8Array) => Promise<void>,
  ) {
    this.writer = new ParquetWriter({ writer: this.bytes, schema: schemaOf(columns), createdBy: 'Baton' });
    this.group = columns.map(() => []);
  }

  /** Adds a row of cells as JSON has them. */
  async add(cells: readonly unknown[]): Promise<void> {
    for (const [index, { kind }] of this.columns.entries()) this.group[index]!.push(VALUE[kind](cells[index]));
    this.rows++;
    if (this.rows === GROUP_ROWS) await this.close();
  }

  async finish(): Promise<void> {
    if (this.rows > 0) await this.close();
    await this.writer.finish();
    await this.flush();
  }

  private async close(): Promise<void> {
    const columnData = this.columns.map(({ name }, index) => ({ name, data: this.group[index]! }));
    await this.writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    this.group = this.columns.map(() => []);
    this.rows = 0;
    await this.flush();
  }

  private async flush(): Promise<void> {
    // Copied: the writer begins at the front of its buffer again.
    const ready = Buffer.from(this.bytes.getBytes());
    this.bytes.index = 0;
    await this.append(ready);
  }
}

const VALUE: Readonly<Record<ExportColumn['kind'], (cell: unknown) => Column[number]>> = {
  text: (cell) => cell as string | null,
  integer: (cell) => (cell === null ? null : BigInt(cell as number)),
  boolean: (cell) => cell as boolean | null,
  amount: (cell) => (cell === null ? null : unscaled(cell as string)),
  instant: (cell) => (cell === null ? null : new Date(cell as string)),
  date: (cell) => (cell === null ? null : new Date(cell as string)),
};

/** `-12.5` as the whole number of ten-thousandths. Throws for what 18 digits do not hold. */
function unscaled(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  const value = BigInt(whole + fraction.padEnd(SCALE, '0'));
  if (fraction.length <= SCALE && value < 10n ** 18n && value > -(10n ** 18n)) return value;
  throw new RangeError(`${decimal} does not fit the amounts of Parquet, DECIMAL(18, ${SCALE}): take JSON Lines`);
}

function schemaOf(columns: readonly ExportColumn[]): SchemaElement[] {
  const root: SchemaElement = { name: 'rows', num_children: columns.length };
  return [root, ...columns.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL', ...TYPE[kind] }) as const)];
}

const TYPE: Readonly<Record<ExportColumn['kind'], Partial<SchemaElement>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
  amount: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: SCALE },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: { type: 'TIMESTAMP', ...MILLISECONDS } },
  date: { type: 'INT32', converted_type: 'DATE' },
};
