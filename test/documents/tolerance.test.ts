import fc from 'fast-check';
import { readDocument } from '../../src/packages/document/reading';
import { renderDocument } from '../../src/packages/document/rendering';
import { COMPLETE_CONTENT } from '../harness/completeContent';
import { shown, TITLE } from './documents';

const RENDERED = renderDocument(TITLE, COMPLETE_CONTENT);

/** A document of one section; what is missing from it is no matter. */
function read(section: string, lines: string) {
  const { content, findings } = readDocument(`# Handoff: x\n\n## Section ${section}\n\n${lines}\n`, 'GBP');
  return { content, found: shown(findings.filter(({ code }) => code !== 'MISSING_PART')) };
}

describe('the same package is read from', () => {
  test.each<[string, (rendered: string) => string]>([
    ['a document of Windows', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['headings with hyphens', (text) => text.replaceAll(' — ', ' - ')],
    ['headings with colons, without "Section"', (text) => text.replace(/^## Section (.) — /gm, '## $1: ')],
    ['headings in capitals', (text) => text.replace(/^#.*$/gm, (heading) => heading.toUpperCase())],
    ['headings of any level', (text) => text.replace(/^## /gm, '#### ')],
    ['headings without letters', (text) => text.replace(/^## Section . — /gm, '## ')],
    ['headings that are bold lines', (text) => text.replace(/^## (.*)$/gm, '**$1**')],
    ['headings that are underlined', (text) => text.replace(/^## (.*)$/gm, '$1\n-----')],
    ['labels that are not bold', (text) => text.replace(/^\*\*(.*?:)\*\*/gm, '$1')],
    ['labels with the colon outside', (text) => text.replace(/^\*\*(.*?):\*\*/gm, '__$1__:')],
    ['labels with bullets', (text) => text.replace(/^\*\*/gm, '* **')],
    ['labels that are headings', (text) => text.replace(/^\*\*(.*?):\*\*/gm, '#### $1\n\n')],
    ['other bullets', (text) => text.replace(/^- /gm, '  *   ')],
    ['more blank lines, and blanks at the ends of lines', (text) => text.replace(/\n\n/g, '  \n\t\n\n   \n')],
    ['no blank lines between labels', (text) => text.replace(/\n\n(?=\*\*)/g, '\n')],
    ['ragged tables', (text) => text.replace(/ *\| */g, '|').replace(/\|-+:?/g, '|-')],
    ['tables without pipes at their ends', (text) => text.replace(/^\| (.*)\|$/gm, '$1')],
    ['tables without dashes below the header', (text) => text.replace(/^\|[ :|-]*\|\n/gm, '')],
    ['prompts left in', (text) => text.replace(/^(\*\*.*?:\*\*)/gm, '$1 <!-- Say\n\nwhat. -->')],
    ['lines drawn between sections', (text) => text.replace(/\n## /g, '\n---\n\n## ')],
    [
      'typographic quotes in labels',
      (text) => text.replace(/They're|what didn't|we're/gi, (it) => it.replace("'", '’')),
    ],
  ])('%s', (_what, change) => {
    const { content, findings } = readDocument(change(RENDERED), 'GBP');
    expect(shown(findings)).toEqual([]);
    expect(content).toEqual(COMPLETE_CONTENT);
  });
});

describe('a text', () => {
  test.each([
    ['**bold** and _thin_ and ***both***', 'bold and thin and both'],
    ['`code *as it is*` and ``a ` tick``', 'code *as it is* and a ` tick'],
    ['[their site](https://a.example/x_y)', 'their site (https://a.example/x_y)'],
    ['![logo](logo.png) <https://a.example> <ann@a.example>', 'logo (logo.png) https://a.example ann@a.example'],
    ['[ann@a.example](mailto:ann@a.example)', 'ann@a.example'],
    ['2 * 3 * 4, snake_case_name, a_b, * not *', '2 * 3 * 4, snake_case_name, a_b, * not *'],
    ['R&D &amp; more &#8212; &bogus; &copy', 'R&D & more — &bogus; &copy'],
    ['\\*as it is\\* C:\\Users a\\|b', '*as it is* C:\\Users a|b'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<b>shown</b> 3 < 4 > 2', '<b>shown</b> 3 < 4 > 2'],
    ['unbalanced ** stars and `ticks', 'unbalanced ** stars and `ticks'],
  ])('%j says %j', (markdown, expected) => {
    const { content, found } = read('A', `**Recent filings:** ${markdown}`);
    expect([content.clientBasics.filings, found]).toEqual([expected, []]);
  });

  test('goes on below, in lists and tables too, and ends at the next label', () => {
    const lines = 'Recent filings:\nfirst\\\nsecond\n\n- a\n  - b\n\n| c | d |\n\n### Press and news\nnothing';
    const { content, found } = read('A', lines);
    expect(content.clientBasics.filings).toBe('first\nsecond\n\n- a\n- b\n\n| c | d |');
    expect([content.clientBasics.press, found]).toEqual(['nothing', []]);
  });

  test('that begins like a sentence is none of our labels', () => {
    const { content, found } = read(
      'A',
      '**Recent filings:** late.\nReason: the auditor left. Sector unclear: see press',
    );
    expect(content.clientBasics.filings).toBe('late.\nReason: the auditor left. Sector unclear: see press');
    expect(found).toEqual([]);
  });
});

describe('a list', () => {
  test.each([
    ['None.', []],
    ['n/a', []],
    ['\n\n- none', []],
    ['', null],
    ['<!-- later -->', null],
    ['one thing', ['one thing']],
    ['\n1. a\n2) b\n• c', ['a', 'b', 'c']],
    ['\n- a\n\n  more of a\n- b\ngoes on', ['a\n\nmore of a', 'b\ngoes on']],
    ['\n- None of them may know', ['None of them may know']],
  ])('%j is %j', (markdown, expected) => {
    const { content, found } = read('C', `**Red lines:** ${markdown}`);
    expect([content.whatTheyAreSolving.redLines, found]).toEqual([expected, []]);
  });

  test.each([
    ['None.', []],
    ['\n\n| Element | Sign-off reference |\n| --- | --- |\n| None | |', []],
    ['\n\n| Element | Sign-off reference |\n| --- | --- |\n| | |', null],
    ['\n\n| Sign-off reference | Element |\n| --- | --- |\n| S-1 |\n', [{ element: null, signOff: 'S-1' }]],
  ])('of rows, %j is %j', (markdown, expected) => {
    const { content, found } = read('D', `**Bespoke elements:** ${markdown}`);
    expect([content.whatWeAreDelivering.bespokeElements, found]).toEqual([expected, []]);
  });

  test('without its label is known by the header of its table', () => {
    const { content, found } = read('A', '**Trading name:** L&F\n\n| Site | Address |\n| --- | --- |\n| Mill | Bury |');
    expect(content.clientBasics.tradingName).toBe('L&F');
    expect([content.clientBasics.sites, found]).toEqual([[{ name: 'Mill', address: 'Bury' }], []]);
  });
});

test.each(['n/a', 'None.', ''])('a person called %j is nobody', (name) => {
  const table = `| Role | Name | Email |\n| --- | --- | --- |\n| Champion | ${name} | |\n| HR sponsor | Dana | |`;
  const { content, found } = read('B', table);
  expect([content.people.champion, content.people.hrSponsor?.name, found]).toEqual([null, 'Dana', []]);
});

test.each(['None, and I have asked.', '**None and I’ve asked**', '- none, I have asked'])(
  '%j is a statement',
  (line) => {
    const { content, found } = read('F', line);
    expect([content.noRisksAndIHaveAsked, content.risks, found]).toEqual([true, [], []]);
  },
);

test('nothing that is written between the parts of a document is lost silently', () => {
  const places = [...RENDERED.matchAll(/\n\n/g)].map(({ index }) => index);
  const title = RENDERED.indexOf('## Section A');
  fc.assert(
    fc.property(fc.constantFrom(...places), (at) => {
      const { content, findings } = readDocument(`${RENDERED.slice(0, at)}\n\nZanzibar\n${RENDERED.slice(at)}`, 'GBP');
      const isKept = JSON.stringify(content, (_key, value) =>
        typeof value === 'bigint' ? `${value}` : value,
      ).includes('Zanzibar');
      const isFound = findings.some(({ severity, message }) => severity === 'ERROR' && message.includes('Zanzibar'));
      expect([at, isKept || isFound]).toEqual([at, true]);
      if (at < title) expect(isFound).toBe(true);
    }),
    { numRuns: 200 },
  );
});
