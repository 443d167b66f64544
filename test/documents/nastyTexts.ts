import fc from 'fast-check';
import { LISTED_SECTIONS, WRITTEN_SECTIONS, written } from '../../src/rules';

const LABELS = [
  ...WRITTEN_SECTIONS.flatMap(({ items }) => items.map(({ label }) => label)),
  ...LISTED_SECTIONS.flatMap(({ columns }) => columns.map(({ label }) => label)),
  'Deal',
  'Notes',
  'Trigger',
  'HR sponsor',
];

/** What Markdown, tables, HTML and the document itself are made of. */
const MARKUP = [
  ...'\\`*_{}[]<>()#+-.!|&~^=:;/"\'$%@ ',
  ...[
    '**',
    '__',
    '~~',
    '```',
    '~~~',
    '---',
    '===',
    '***',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '1) ',
    '> ',
    '# ',
    '## ',
    '###### ',
  ],
  ...[
    '\n',
    '\n\n',
    '\n\n\n',
    '\n    ',
    '\n\t',
    '  ',
    '   ',
    '  \n',
    '\\\n',
    '\\\\',
    '\\|',
    '||',
    '| --- |',
    '\n|---|',
    ':-:',
  ],
  ...[
    '&amp;',
    '&#x20;',
    '&#124;',
    '&nbsp;',
    '&copy',
    '&bogus;',
    '&#0;',
    '<br>',
    '<br/>',
    '<!--',
    '-->',
    '<!-- x -->',
    '<b>',
  ],
  ...['[a](b)', '![a](b)', '[a]: b', '<a@b.c>', '<https://a.b>', '[^1]', '[ ] ', '</td>', '<script>', 'javascript:'],
];

/** What people write, in any script. */
const WORDS = [
  ...[
    'a',
    'Dana',
    'hard talks',
    '£48,000.00',
    '7 May 2026',
    '2026-05-07',
    'snake_case',
    'C:\\Users\\x',
    'Week 4',
    '12',
  ],
  ...[
    'https://example.com/a_b*c?x=1&y=2#z',
    'www.example.com',
    'dana.o_neil+x@larch-finch.example',
    '“quoted”',
    '–',
    '—',
    '•',
  ],
  ...[
    'é',
    'e\u0301',
    '😀',
    '👩‍👩‍👧',
    '\u200b',
    '\u200f',
    '\u202e',
    '\u2066',
    'שלום',
    'مرحبا',
    '漢字',
    '\u00a0',
    '\ufeff',
    '\u3000',
    '\u00ad',
  ],
];

/** What the document says itself. */
const OURS = [
  ...['None.', 'None', 'n/a', 'nothing', 'None, and I have asked.', 'Section A — Client basics', '# Handoff: x'],
  ...[
    '## Section G — Commitments AE made',
    '| Role | Name |',
    '__proto__',
    'constructor:',
    '- **Sector:** x',
    '- None.',
  ],
];

const anyLabel = fc
  .tuple(
    fc.constantFrom('', '\n', '\n\n', '- ', '\n- ', '**', '### '),
    fc.constantFrom(...LABELS),
    fc.constantFrom(':', ':**', '**:', '', ' :'),
  )
  .map((parts) => parts.join(''));

const anyPiece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.constantFrom(...OURS) },
  { weight: 1, arbitrary: anyLabel },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);

/** Texts in the form in which packages keep them, made to be taken for something else. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(anyPiece, { minLength: 1, maxLength: 8 })
  .map((pieces) => written(pieces.join('').replace(/(?!\n)[\p{Cc}\u2028\u2029]/gu, '')) ?? 'None');
