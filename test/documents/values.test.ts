import { readDocument } from '../../src/packages/document/reading';

/** What the first cohort, the fee, the workshops and the first risk of a document say, and what was found. */
function read(section: string, lines: string) {
  const { content, findings } = readDocument(`# Handoff: x\n\n## Section ${section}\n\n${lines}\n`, 'GBP');
  const found = findings.filter(({ code }) => code !== 'MISSING_PART');
  return { content, found: found.map(({ severity, message }) => `${severity}: ${message}`) };
}

describe('money', () => {
  test.each([
    ['£48,000', 4_800_000n],
    ['48,000.00', 4_800_000n],
    ['GBP 48000', 4_800_000n],
    ['48000 GBP', 4_800_000n],
    ['£ 48 ', 4_800n],
    ['£0.5', 50n],
    ['**£48,000**', 4_800_000n],
    ['999999999999999.99', 99_999_999_999_999_999n],
    ['-', null],
    ['n/a', null],
  ])('is read from %j', (text, expected) => {
    const { content, found } = read('E', `**Total fee:** ${text}`);
    expect([content.commercials.fee, found]).toEqual([expected, []]);
  });

  test.each([
    ['£48,000 + VAT', 4_800_000n, '"plus VAT" is left out'],
    ['£48,000 (excl. VAT)', 4_800_000n, '"excl. VAT" is left out'],
    ['£19,200, due on signature', 1_920_000n, '"due on signature" is left out'],
    ['TBC', null, '"TBC" is nothing yet'],
  ])('is read from %j with a warning', (text, expected, warning) => {
    const { content, found } = read('E', `**Total fee:** ${text}`);
    expect(content.commercials.fee).toBe(expected);
    expect(found).toEqual([expect.stringContaining(`WARNING: ${warning}`)]);
  });

  test.each([
    ['£48,000.005', 'more than the 2 decimal digits'],
    ['€48,000', '"€" is something else'],
    ['48,000 USD', '"USD" is something else'],
    ['48k', 'is not an amount'],
    ['£48 thousand', 'what does "thousand" make of it?'],
    ['£48,000 incl. VAT', 'what does "incl. VAT" make of it?'],
    ['£24,000 each', 'what does "each" make of it?'],
    ['£40,000 - £48,000', 'what does "- £48,000" make of it?'],
    ['48.000,00', 'is not an amount'],
    ['48,00', 'a comma parts thousands'],
    ['4,80,000', 'a comma parts thousands'],
    ['-£5', 'is negative'],
    ['−5', 'is negative'],
    ['forty', 'is not an amount'],
    ['10%', 'is not an amount'],
    ['1e6', 'is not an amount'],
    ['9999999999999999999999', 'is more than'],
  ])('is not read from %j', (text, error) => {
    const { content, found } = read('E', `**Total fee:** ${text}`);
    expect(content.commercials.fee).toBeNull();
    expect(found).toEqual([expect.stringMatching(/^ERROR: /)]);
    expect(found[0]).toContain(error);
  });
});

describe('a date', () => {
  const startsOn = (text: string) => {
    const { content, found } = read(
      'D',
      `| Cohort | Size | Composition | Agreed start |\n| --- |\n| 1 | | | ${text} |`,
    );
    return [content.whatWeAreDelivering.cohorts?.[0]?.startsOn, found] as const;
  };

  test.each([
    ['7 May 2026', '2026-05-07'],
    ['Thu 7th May 2026', '2026-05-07'],
    ['Thursday, 7 May 2026', '2026-05-07'],
    ['May 7, 2026', '2026-05-07'],
    ['2026-05-07', '2026-05-07'],
    ['25/05/2026', '2026-05-25'],
    ['05.05.2026', '2026-05-05'],
    ['1 Sept 2026', '2026-09-01'],
    ['29 Feb 2028', '2028-02-29'],
    ['n/a', null],
  ])('is read from %j', (text, expected) => {
    expect(startsOn(text)).toEqual([expected, []]);
  });

  test.each([
    ['07/05/2026', '2026-05-07', '"07/05/2026" is taken for 7 May 2026, the day before the month'],
    ['Mon 7 May 2026', '2026-05-07', '"Mon 7 May 2026" is a Thursday'],
    ['7 May 2026 (Bury first)', '2026-05-07', '"Bury first" is left out'],
    ['tbc', null, '"tbc" is nothing yet'],
  ])('is read from %j with a warning', (text, expected, warning) => {
    const [date, found] = startsOn(text);
    expect(date).toBe(expected);
    expect(found).toEqual([expect.stringContaining(`WARNING: ${warning}`)]);
  });

  test.each([
    ['31 June 2026', 'there is no such day'],
    ['29 Feb 2026', 'there is no such day'],
    ['13/13/2026', 'there is no such day'],
    ['03/04/26', 'can be several dates'],
    ['May 2026', 'is not a date'],
    ['7 May', 'is not a date'],
    ['7 Mayday 2026', 'there is no month "mayday"'],
    ['7 May 2026 - 9 May 2026', 'is not a date'],
    ['early June', 'is not a date'],
  ])('is not read from %j', (text, error) => {
    const [date, found] = startsOn(text);
    expect(date).toBeNull();
    expect(found).toEqual([expect.stringContaining(error)]);
  });
});

describe('a whole number', () => {
  test.each([
    ['1,240', 1240, 0],
    ['240 people', 240, 0],
    ['0', 0, 0],
    ['~240', null, 1],
    ['240-260', null, 1],
    ['12O', null, 1],
    ['12.5', null, 1],
    ['-3', null, 1],
    ['99999999999', null, 1],
  ])('is read from %j as %j', (text, expected, errors) => {
    const { content, found } = read('A', `**Headcount (organisation):** ${text}`);
    expect([content.clientBasics.headcount, found.length]).toEqual([expected, errors]);
  });

  test.each(['4', 'Week 4', 'wk 4', 'W4'])('is the week in %j', (text) => {
    const { content, found } = read('G', `| Exact words | Due in week |\n| --- | --- |\n| "x" | ${text} |`);
    expect([content.commitments[0]!.dueWeek, found]).toEqual([4, []]);
  });

  test.each(['-2', 'Week -2', 'wk −2', 'W–2.'])('is the week of onboarding in %j', (text) => {
    const { content, found } = read('G', `| Exact words | Due in week |\n| --- | --- |\n| "x" | ${text} |`);
    expect([content.commitments[0]!.dueWeek, found]).toEqual([-2, []]);
  });

  test.each(['-5', 'Week 1-2', '--2'])('is no week in %j', (text) => {
    const { content, found } = read('G', `| Exact words | Due in week |\n| --- | --- |\n| "x" | ${text} |`);
    expect([content.commitments[0]!.dueWeek, found.length]).toEqual([null, 1]);
  });
});

describe('one of a few', () => {
  test.each([
    ['In person', 'IN_PERSON'],
    ['in-person', 'IN_PERSON'],
    ['IN_PERSON', 'IN_PERSON'],
    ['virtual.', 'VIRTUAL'],
    ['Hyb', 'HYBRID'],
    ['in person or virtual', null],
    ['on the moon', null],
  ])('is read from %j as %j', (text, expected) => {
    const { content, found } = read('D', `**Workshops:** ${text}`);
    expect([content.whatWeAreDelivering.workshopModality, found.length]).toEqual([expected, expected ? 0 : 1]);
  });

  test.each([
    ['Med', 'MEDIUM'],
    ['H', 'HIGH'],
    ['low', 'LOW'],
    ['Med/High', null],
  ])('is read from %j as %j', (text, expected) => {
    const { content } = read('F', `| Risk | Likelihood |\n| --- | --- |\n| x | ${text} |`);
    expect(content.risks[0]!.likelihood).toBe(expected);
  });
});
