/** What is drawn on: the part of a PDF document that bars need. */
type Paper = PDFKit.PDFDocument;

/** A figure as a bar; a sum is set apart, and what does not belong to it is paler. */
export interface Bar {
  label: string;
  value: bigint;
  isSum?: boolean;
  isAside?: boolean;
}

const ROW = 20;
const LABEL = 110;
const AMOUNT = 110;
const HEIGHT = 9;
const COLOURS = { up: '#2f7d6b', down: '#b4503c', sum: '#1c2b36', aside: '#b9a26a' };

/** Draws figures below each other, to one scale: above zero to the right of a line, below it to the left. */
export function drawBars(
  doc: Paper,
  bars: readonly Bar[],
  { width, shown }: { width: number; shown: (value: bigint) => string },
): void {
  const left = doc.page.margins.left;
  const space = width - LABEL - AMOUNT - 10;
  const most = Math.max(...bars.map(({ value }) => Number(value)), 0);
  const least = Math.min(...bars.map(({ value }) => Number(value)), 0);
  const scale = space / Math.max(most - least, 1);
  const zero = left + LABEL - least * scale;
  const top = doc.y;
  bars.forEach((bar, index) => {
    const y = top + index * ROW;
    const size = Number(bar.value) * scale;
    doc.font(bar.isSum ? 'bold' : 'text').fontSize(9.5);
    doc.fillColor('#1c2b36').text(bar.label, left, y, { width: LABEL, lineBreak: false });
    if (size !== 0) doc.rect(Math.min(zero, zero + size), y + 1.5, Math.abs(size), HEIGHT).fill(colourOf(bar));
    doc.fillColor('#1c2b36').text(shown(bar.value), left + width - AMOUNT, y, { width: AMOUNT, align: 'right' });
  });
  const bottom = top + bars.length * ROW;
  doc
    .moveTo(zero, top - 2)
    .lineTo(zero, bottom - 6)
    .lineWidth(0.5)
    .stroke('#8a959d');
  doc.x = left;
  doc.y = bottom;
}

function colourOf({ value, isSum, isAside }: Bar): string {
  if (isSum) return COLOURS.sum;
  if (isAside) return COLOURS.aside;
  return value < 0n ? COLOURS.down : COLOURS.up;
}
