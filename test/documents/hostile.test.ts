import { documentHtml } from '../../src/packages/document/html';
import { readDocument } from '../../src/packages/document/reading';
import { renderDocument } from '../../src/packages/document/rendering';
import { EMPTY_PACKAGE } from '../../src/rules';
import { COMPLETE_CONTENT } from '../harness/completeContent';
import { TITLE } from './documents';

const LENGTH = 1_000_000;
const LENGTH_TIMED = 250_000;

/** Twenty times what it takes; what grows faster than the document would take minutes. */
const TIME_MAX_MS = 5_000;

const HOSTILE: Record<string, string> = {
  emphasis: '*a **a ',
  brackets: '[a ',
  links: '[](x "',
  ticks: '`a``b',
  backslashes: '\\',
  blanks: ' ',
  quotes: '>',
  numberSigns: '#',
  pipes: '|a',
  comments: '<!-- -->',
  openComments: '<!--',
  bullets: '- a\n',
  labels: '**lagel nome:** x\n',
  sections: '## Section A\n',
  addresses: '<a@',
  references: '&a',
};

const PLACES: Record<string, string> = {
  'a document': '',
  'a heading': '# Handoff: ',
  'a text': '## Section A\n**Recent filings:** ',
  'a list': '## Section C\n**Red lines:**\n\n- ',
  'a table': '## Section F\n\n| Risk | Likelihood |\n| - | - |\n| ',
};

test.each(Object.keys(PLACES))(
  '%s may hold anything: it is read in a moment',
  (place) => {
    for (const piece of Object.values(HOSTILE)) {
      const document = (PLACES[place] + piece.repeat(LENGTH / piece.length)).slice(0, LENGTH_TIMED - 1);
      const started = performance.now();
      const { findings } = readDocument(`${document}x`, 'GBP');
      expect([piece, performance.now() - started < TIME_MAX_MS]).toEqual([piece, true]);
      expect(findings.length).toBeLessThanOrEqual(201);
    }
  },
  120_000,
);

test('more than a million characters are not read', () => {
  const { findings, content } = readDocument('x'.repeat(LENGTH + 1), 'GBP');
  expect(content).toEqual(EMPTY_PACKAGE);
  expect(findings).toEqual([
    {
      line: 1,
      severity: 'ERROR',
      code: 'UNKNOWN_PART',
      path: null,
      message: '1000001 characters are more than the 1000000 of a document',
    },
  ]);
});

test('names of JavaScript are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const labels = names.map((name) => `**${name}:** x\n\n### ${name}\n\n| ${name} | x |\n| --- | --- |\n| a | b |\n`);
  const sections = [...'ABCDEFG'].map((letter) => `## Section ${letter}\n\n${labels.join('\n')}`);
  const { content, findings } = readDocument(`# Handoff: __proto__\n\n${sections.join('\n')}`, 'GBP');
  expect(content).toEqual(EMPTY_PACKAGE);
  expect(findings.filter(({ severity }) => severity === 'ERROR').length).toBeGreaterThan(7 * names.length);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('of many findings the first are told, and how many more there are', () => {
  const { findings } = readDocument('## Nonsense\n\n'.repeat(1_000), 'GBP');
  expect(findings).toHaveLength(201);
  expect(findings.at(-1)!.severity).toBe('ERROR');
  expect(findings.at(-1)!.message).toMatch(/^the heading "Nonsense" .*; and \d+ more$/);
});

describe('as HTML', () => {
  test('a document has headings, paragraphs, lists and tables', () => {
    const html = documentHtml(renderDocument(TITLE, COMPLETE_CONTENT));
    const tags = new Set([...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
    const expected = ['h1', 'h2', 'h3', 'p', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li'];
    expect([...tags].sort()).toEqual(expected.sort());
    expect(html).toContain('<h1>Handoff: Larch &amp; Finch</h1>');
    expect(html).toContain('<td>Deposit</td>\n<td align="right">£19,200.00</td>');
  });

  test('what is still to be written is told from what is', () => {
    const html = documentHtml(renderDocument(TITLE, EMPTY_PACKAGE));
    expect(html).toContain('<strong>Legal name:</strong> <em class="asked">Give the client\'s legal name.</em>');
    expect(html).not.toContain('&lt;!--');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '<!-- --><script>alert(1)</script>',
    '<!-- <img src=x onerror=alert(1)> -->',
    '<br onload=alert(1)>',
    '![x](data:text/html,x)',
  ])('%s does nothing, rendered or typed', (text) => {
    const filings = { ...EMPTY_PACKAGE, clientBasics: { ...EMPTY_PACKAGE.clientBasics, filings: text } };
    for (const markdown of [renderDocument(TITLE, filings), text, `a ${text}`, `| a |\n| - |\n| ${text} |`]) {
      const html = documentHtml(markdown);
      expect(html).not.toMatch(/<(script|br [^/])|<img[^>]* onerror|(href|src)="(javascript|data):/i);
    }
  });
});
