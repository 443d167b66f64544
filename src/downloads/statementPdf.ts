import { readFileSync } from 'node:fs';
import path from 'node:path';
import PdfDocument from 'pdfkit';
import { type Money, moneyOf, Refusal } from '../graphql';
import type { CommissionReportRow, WordedLine } from '../reporting';
import { formatMinor, isoOf, minorDigits } from '../rules';
import { drawBars } from './bars';

/** More lines than anybody reads on paper. */
const LINES_MAX = 1_000;

const PAGE = { size: 'A4', margins: { top: 56, bottom: 64, left: 56, right: 56 } } as const;
const WIDTH = 595.28 - PAGE.margins.left - PAGE.margins.right;
const GREY = '#5b6770';
const INK = '#1c2b36';
const RULE = '#d5dbe0';

/** What a statement on paper tells. */
export interface StatementOnPaper {
  name: string;
  key: string;
  period: string;
  knownAt: number;
  /** The month's figures, one row for each currency. */
  figures: readonly CommissionReportRow[];
  lines: readonly WordedLine[];
}

/**
 * A payee's statement as PDF: the month from the opening balance to the closing one, drawn and told, and every line
 * with its words. The same statement is the same bytes. Throws LIMIT_EXCEEDED for more lines than paper is for.
 */
export async function statementPdf(statement: StatementOnPaper): Promise<Buffer> {
  if (statement.lines.length > LINES_MAX)
    throw new Refusal('LIMIT_EXCEEDED', `a statement on paper has at most ${LINES_MAX} lines: ask for CSV`, 'format');
  const { knownAt, name, period } = statement;
  const info = { Title: `Commission of ${name}, ${period}`, Producer: 'Baton', Creator: 'Baton' };
  const doc = new PdfDocument({ ...PAGE, bufferPages: true, info: { ...info, CreationDate: new Date(knownAt) } });
  doc.registerFont('text', font('Roboto-Regular'));
  doc.registerFont('bold', font('Roboto-Medium'));
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  head(doc, statement);
  for (const row of statement.figures) figures(doc, row);
  lineTable(doc, statement.lines);
  foot(doc, statement);
  doc.end();
  return whole;
}

type Doc = InstanceType<typeof PdfDocument>;

/** Roboto has the letters of Europe: Latin, Greek, Cyrillic, and their accents. */
function font(name: string): Buffer {
  const folder = path.dirname(require.resolve('roboto-fontface/package.json'));
  return readFileSync(path.join(folder, 'fonts', 'roboto', `${name}.woff`));
}

function head(doc: Doc, { name, key, period }: StatementOnPaper): void {
  doc.font('text').fontSize(10).fillColor(GREY).text('Commission statement');
  doc.font('bold').fontSize(20).fillColor(INK).text(name, { width: WIDTH });
  doc
    .font('text')
    .fontSize(11)
    .fillColor(GREY)
    .text(`${key}, ${monthInWords(period)}`);
  doc.moveDown(1);
}

/** What moved, in the order in which it is added up. */
function figures(doc: Doc, row: CommissionReportRow): void {
  const { currency } = row.closing;
  const digits = minorDigits(currency);
  const bars = [
    { label: 'Open before', amount: row.opening },
    { label: 'Released', amount: row.released },
    { label: 'Trued up', amount: row.truedUp },
    { label: 'Clawed back', amount: row.clawedBack },
    { label: 'Reversed', amount: row.reversed },
    { label: 'Paid', amount: moneyOf(-minorOf(row.paid), currency) },
    { label: 'Open now', amount: row.closing, isSum: true },
    { label: 'Earned and held', amount: row.held ?? moneyOf(0n, currency), isAside: true },
  ];
  drawBars(
    doc,
    bars.map(({ amount, ...bar }) => ({ ...bar, value: minorOf(amount) })),
    { width: WIDTH, shown: (value) => `${grouped(formatMinor(value, digits))} ${currency}` },
  );
  doc.moveDown(1.2);
}

function lineTable(doc: Doc, lines: readonly WordedLine[]): void {
  doc
    .font('bold')
    .fontSize(12)
    .fillColor(INK)
    .text(lines.length === 0 ? 'No lines this month' : 'Line by line', PAGE.margins.left);
  doc.moveDown(0.5);
  for (const { line, words } of lines) {
    const said = `${line.clientName} (${line.dealKey}): ${words}`;
    doc.font('text').fontSize(9);
    const height = Math.max(doc.heightOfString(said, { width: WIDTH - 190 }), 12) + 9;
    if (doc.y + height > doc.page.height - PAGE.margins.bottom) doc.addPage();
    const top = doc.y;
    doc.fillColor(GREY).text(line.effectiveAt.slice(0, 10), PAGE.margins.left, top, { width: 62 });
    doc.fillColor(INK).text(said, PAGE.margins.left + 70, top, { width: WIDTH - 190 });
    const amount = `${grouped(line.amount.amount)} ${line.amount.currency}`;
    doc.font('bold').text(amount, PAGE.margins.left + WIDTH - 110, top, { width: 110, align: 'right' });
    const bottom = top + height - 5;
    doc
      .moveTo(PAGE.margins.left, bottom)
      .lineTo(PAGE.margins.left + WIDTH, bottom)
      .lineWidth(0.5)
      .stroke(RULE);
    doc.y = top + height;
  }
}

/** On every page: what was known when, so that it can be made again, and which page it is. */
function foot(doc: Doc, { knownAt }: StatementOnPaper): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Text below the margin would begin a new page.
    doc.page.margins.bottom = 0;
    const said = `As known at ${isoOf(knownAt)}. Page ${page + 1} of ${count}.`;
    doc
      .font('text')
      .fontSize(8)
      .fillColor(GREY)
      .text(said, PAGE.margins.left, doc.page.height - 40, { width: WIDTH });
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function monthInWords(period: string): string {
  return `${MONTHS[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`;
}

/** Minor units again: an amount has all the digits of its currency. */
function minorOf({ amount }: Money): bigint {
  return BigInt(amount.replace('.', ''));
}

/** An amount with its thousands apart. */
function grouped(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
