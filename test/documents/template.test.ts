import { readDocument } from '../../src/packages/document/reading';
import { documentTemplate, renderDocument } from '../../src/packages/document/rendering';
import { EMPTY_PACKAGE, LISTED_SECTIONS, WRITTEN_SECTIONS } from '../../src/rules';
import { COMPLETE_CONTENT } from '../harness/completeContent';
import { TITLE } from './documents';

const template = documentTemplate('EUR');

describe('the template', () => {
  test('reads as a package of which nothing has been written, and nothing is wrong with it', () => {
    const read = readDocument(template, 'EUR');
    expect(read.content).toEqual(EMPTY_PACKAGE);
    expect(read.title).toEqual({ dealKey: null, clientName: null, date: null });
    expect(read.findings).toEqual([]);
  });

  test('has a place for everything that is asked for, and says what belongs there', () => {
    for (const { title, items } of WRITTEN_SECTIONS) {
      expect(template).toContain(` — ${title}\n`);
      for (const { label, kind, asks } of items) {
        expect(template).toContain(label);
        if (asks && kind !== 'contact') expect(template).toContain(asks.replace(/\.$/, ''));
      }
    }
    for (const { title, columns } of LISTED_SECTIONS) {
      expect(template).toContain(` — ${title}\n`);
      for (const { label } of columns) expect(template).toContain(`| ${label} `);
    }
  });

  test('says in which currency amounts are, and how to say that there is none', () => {
    expect(template).toContain('**Total fee:** <!-- Give the total fee, in EUR. -->');
    expect(template).toContain('**Discounts:** <!-- List the discounts, or state that there are none: "None." -->');
    expect(template).toContain('and that you have asked: "None, and I have asked." -->');
  });

  test('is what a draft looks like of which nothing has been written, but for what may be left out', () => {
    const draft = renderDocument(TITLE, EMPTY_PACKAGE);
    expect(draft).toContain("**Legal name:** <!-- Give the client's legal name. -->");
    expect(draft).not.toContain('Not at Companies House because');
    expect(draft).not.toContain('### Champion');
  });
});

describe('a rendered package', () => {
  const rendered = renderDocument(TITLE, COMPLETE_CONTENT);

  test('has the headings of the process, in their order', () => {
    expect(rendered.match(/^#{1,2} .*$/gm)).toEqual([
      '# Handoff: Larch & Finch',
      '## Section A — Client basics',
      '## Section B — People',
      "## Section C — What they're solving",
      "## Section D — What we're delivering",
      '## Section E — Commercials',
      '## Section F — Risks flagged in sales cycle',
      '## Section G — Commitments AE made',
    ]);
  });

  test('tells what nobody wrote from what is none', () => {
    expect(rendered).toContain('**Red lines:** None.\n');
    expect(renderDocument(TITLE, EMPTY_PACKAGE)).toContain('**Red lines:** <!-- List what they will not tolerate');
    const asked = { ...COMPLETE_CONTENT, risks: [], noRisksAndIHaveAsked: true };
    expect(renderDocument(TITLE, asked)).toContain('cycle\n\nNone, and I have asked.\n\n## Section G');
  });

  test('has tables that can be read as they stand', () => {
    expect(rendered).toContain(
      [
        '| Milestone |     Amount | Invoice on    |',
        '| --------- | ---------: | ------------- |',
        '| Deposit   | £19,200.00 | 4 May 2026    |',
        '| Report    | £28,800.00 | 3 August 2026 |',
      ].join('\n'),
    );
  });
});
