import { cellsOf, isRow } from './cells';
import { CHAPTERS, type Chapter, type Place, TITLE } from './chapters';
import type { Findings } from './finding';
import { LabelBook } from './labels';
import { headingIn, type Labelled, labelIn } from './marks';
import { excerpt, isBlank, isRule, type Line } from './source';

/** What is written about one place: what stands beside its label, and the lines below. */
export interface Part {
  place: Place;
  line: number;
  lines: Line[];
}

/** What is written in one chapter. */
export interface WrittenChapter {
  chapter: Chapter;
  line: number;
  /** What is behind the colon of the title's heading. */
  heading: string;
  /** Lines below no label. */
  loose: Line[];
  parts: Part[];
}

const SECTIONS = CHAPTERS.filter(({ section }) => section !== null);
const TITLE_CHAPTER = CHAPTERS.find(({ section }) => section === null)!;
const BY_LETTER = new Map(SECTIONS.map((chapter) => [chapter.section as string, chapter]));
const BY_TITLE = new LabelBook(SECTIONS.map((chapter) => [chapter.heading.replace(/^.*— /, ''), chapter]));

/** Sorts the lines of a document by what they are about. What has no place is found, and nothing else is made of it. */
export function outline(lines: readonly Line[], findings: Findings): WrittenChapter[] {
  const sorting = new Sorting(findings);
  lines.forEach((line, index) => {
    const isUnderlined = /^ {0,3}(=+|-+)$/.test(lines[index + 1]?.text ?? '');
    sorting.take(line, isUnderlined);
  });
  return sorting.chapters;
}

class Sorting {
  readonly chapters: WrittenChapter[] = [];
  private current: WrittenChapter | undefined;
  private part: Part | undefined;
  private contact: string | undefined;
  /** Below something unknown, of which one finding is enough. */
  private isUnknown = false;
  /** Whether the line before was a stray one as well, of the same paragraph. */
  private isStray = false;

  constructor(private readonly findings: Findings) {}

  take(line: Line, isUnderlined: boolean): void {
    const heading = headingIn(line.text);
    if (heading) this.takeHeading(line, heading.words, heading.level);
    else if (!this.takeMarked(line, isUnderlined)) this.takeText(isRule(line.text) ? { ...line, text: '' } : line);
  }

  /** Takes a line that begins a chapter though it is no heading, or that begins with a label. */
  private takeMarked(line: Line, isUnderlined: boolean): boolean {
    const label = labelIn(line.text);
    const words = label?.hasColon === false ? label.label : isUnderlined && line.text.trim();
    if (words && this.startChapter(line, words)) return true;
    return label !== undefined && this.takeLabel(line, label);
  }

  private takeHeading(line: Line, words: string, level: number): void {
    if (this.startChapter(line, words)) return;
    if (level > 1 && words !== '' && this.current && this.startPart(line, words, '', true)) return;
    const what = words === '' ? 'an empty heading' : `the heading "${excerpt(words)}"`;
    this.findings.error('UNKNOWN_PART', line.number, null, `${what} has no place in a handoff document`);
    if (level <= 2) this.current = undefined;
    this.leave();
    this.isUnknown = true;
  }

  private startChapter(line: Line, words: string): boolean {
    const chapter = chapterOf(words);
    if (!chapter) return false;
    const earlier = this.chapters.find((written) => written.chapter === chapter);
    if (earlier) this.findings.error('REPEATED_PART', line.number, chapter.section && chapter.name, repeated(earlier));
    const isMisnamed = chapter.section !== null && !BY_TITLE.exactly(titleOf(words)) && titleOf(words) !== '';
    if (isMisnamed)
      this.findings.warning('UNKNOWN_PART', line.number, chapter.name, `this is taken for "${chapter.heading}"`);
    this.current = earlier ?? { chapter, line: line.number, heading: '', loose: [], parts: [] };
    if (!earlier) this.chapters.push(this.current);
    if (chapter === TITLE_CHAPTER) this.current.heading ||= afterTitle(line.text);
    this.leave();
    return true;
  }

  private leave(): void {
    this.part = undefined;
    this.contact = undefined;
    this.isUnknown = false;
    this.isStray = false;
  }

  private takeLabel(line: Line, { label, rest, isMarked, hasColon }: Labelled): boolean {
    if (!this.current) return false;
    if (this.startPart(line, label, rest, isMarked)) return true;
    if (!isMarked || !hasColon || this.current.chapter.listed) return false;
    const where = this.current.chapter.heading;
    this.findings.error('UNKNOWN_PART', line.number, null, `"${excerpt(label)}" has no place in ${where}`);
    this.part = undefined;
    this.isUnknown = true;
    return true;
  }

  /** Begins what a label names. A label that is not marked as one has to be right, or it is the text that it was. */
  private startPart(line: Line, label: string, rest: string, isMarked: boolean): boolean {
    const { chapter, parts } = this.current!;
    const ofContact = this.contact === undefined ? undefined : chapter.booksOfContacts.get(this.contact);
    const books = ofContact ? [ofContact, chapter.book] : [chapter.book];
    const place = this.named(books, line, label, isMarked);
    if (!place) return false;
    this.leave();
    this.contact = contactOf(chapter, place);
    this.part = { place, line: line.number, lines: rest === '' ? [] : [{ ...line, text: rest }] };
    parts.push(this.part);
    return true;
  }

  private named(books: LabelBook<Place>[], line: Line, label: string, isMarked: boolean): Place | undefined {
    const exact = books.map((book) => book.exactly(label)).find((place) => place !== undefined);
    if (exact || !isMarked || this.findings.isFull) return exact;
    const near = books.map((book) => book.nearly(label)).find((place) => place !== undefined);
    if (!near) return undefined;
    const message = `"${excerpt(label)}" is taken for "${near.label}"`;
    this.findings.warning('UNKNOWN_PART', line.number, near.named.path, message);
    return near.named;
  }

  private takeText(line: Line): void {
    const isEmpty = isBlank(line.text);
    if (this.startsTable(line)) return;
    if (this.part) this.part.lines.push(line);
    else if (this.current?.chapter.columns && (!this.isUnknown || isRow(line.text))) this.current.loose.push(line);
    else if (!isEmpty && !this.isUnknown && !this.isStray) this.stray(line);
    this.isStray = !isEmpty && !this.part;
  }

  /** A table below no label, or below another's, is known by its header. */
  private startsTable(line: Line): boolean {
    if (!this.current || !line.text.trimStart().startsWith('|') || this.part?.place.item.kind === 'rows') return false;
    const place = placeOfTable(this.current.chapter, cellsOf(line.text));
    if (!place) return false;
    this.leave();
    this.part = { place, line: line.number, lines: [line] };
    this.current.parts.push(this.part);
    return true;
  }

  private stray({ number, text }: Line): void {
    const before = this.current ? `a label of ${this.current.chapter.heading}` : `the heading "${TITLE}: …"`;
    const message = `"${excerpt(text)}" belongs to nothing: it stands before ${before}`;
    this.findings.error('UNKNOWN_PART', number, null, message);
  }
}

function placeOfTable({ places }: Chapter, header: readonly string[]): Place | undefined {
  return places.find(({ item }) => {
    if (item.kind !== 'rows') return false;
    const book = new LabelBook(item.columns.map(({ label, name }) => [label, name] as const));
    return new Set(header.map((cell) => book.exactly(cell))).size === item.columns.length;
  });
}

function contactOf({ booksOfContacts }: Chapter, { path }: Place): string | undefined {
  const [chapter, contact] = path.split('.');
  const owner = `${chapter}.${contact}`;
  return booksOfContacts.has(owner) ? owner : undefined;
}

function chapterOf(words: string): Chapter | undefined {
  if (/^handoff\b/i.test(words)) return TITLE_CHAPTER;
  const letter = /^(?:section\s+([a-g])\b|([a-g])\s*[—–:.)-])/i.exec(words);
  const lettered = BY_LETTER.get((letter?.[1] ?? letter?.[2] ?? '').toUpperCase());
  return lettered ?? BY_TITLE.exactly(words);
}

/** What a section is called, without its letter. */
function titleOf(words: string): string {
  return words.replace(/^(?:section\s+)?[a-g]\b\s*[—–:.)-]*\s*/i, '');
}

function afterTitle(line: string): string {
  const heading = line.replace(/^[\s#*_]*handoff\b[\s*_]*[:—–-]?\s*/i, '');
  return heading.replace(/(?:^|(?<=[ \t]))#+$/, '').trim();
}

function repeated({ chapter, line }: WrittenChapter): string {
  return `"${chapter.heading}" is there already, at line ${line}`;
}
