/** What somebody who is signed in may send to hurt: a request's JSON, by the name of its shape. */
export interface Hostile {
  name: string;
  body: string;
}

const BYTES = 90_000;

/** So many repetitions as fill the bytes; `piece` gets the number of each. */
function filled(piece: (index: number) => string, bytes = BYTES): string {
  const pieces: string[] = [];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const next = piece(index);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

/** An opening and a closing as often as fills the bytes. */
function nested(open: string, inside: string, close: string, bytes = BYTES): string {
  const depth = Math.floor(bytes / (open.length + close.length));
  return open.repeat(depth) + inside + close.repeat(depth);
}

const document = (name: string, query: string): Hostile => ({ name, body: JSON.stringify({ query }) });
const given = (name: string, query: string, variables: string): Hostile => ({
  name,
  body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
});

/** Documents of 90 kB that are deep. */
const DEEP: readonly Hostile[] = [
  document('fields within fields', nested('{ a ', '', '}')),
  document('nodes within nodes', `{ deals { nodes ${nested('{ events { nodes ', '{ id }', '} }')} } }`),
  document('inline fragments within each other', `{ ${nested('... { ', 'viewer { key }', '} ')} }`),
  document('lists within lists', `{ deal(key: ${nested('[', '', ']')}) { key } }`),
  document('objects within objects', `{ deals(filter: ${nested('{a:', '1', '}')}) { nodes { id } } }`),
  document('a type of lists of lists', `query ($a: ${nested('[', 'Int', ']')}) { viewer { key } }`),
  document(
    'introspection of types of types',
    `{ __schema { types ${nested('{ fields { type ', '{ name }', '} }')} } }`,
  ),
  document('braces that never close', '{a'.repeat(BYTES / 2)),
];

/** Documents of 90 kB that are broad. */
const BROAD: readonly Hostile[] = [
  document('aliases', `{ ${filled((i) => `a${i}: viewer { key } `)} }`),
  document('directives on a field', `{ viewer ${'@include(if: true) '.repeat(BYTES / 19)}{ key } }`),
  document('directives on an operation', `query ${'@a '.repeat(BYTES / 3)}{ viewer { key } }`),
  document('directives that there are not', `{ viewer { key ${filled((i) => `@d${i} `)} } }`),
  document('the same field', `{ ${'viewer { key } '.repeat(BYTES / 15)} }`),
  document('the same field, in conflict', `{ viewer { ${filled((i) => `a: ${i % 2 ? 'key' : 'role'} `)} } }`),
  document('fields that there are not', `{ viewer { ${filled((i) => `kei${i} `)} } }`),
  document('arguments', `{ deal(${filled((i) => `a${i}: 1 `)}) { key } }`),
  document('the same argument', `{ deal(${'key: "D" '.repeat(BYTES / 9)}) { key } }`),
  document('a list of numbers', `{ deal(key: [${'1 '.repeat(BYTES / 2)}]) { key } }`),
  document('an object of fields', `{ deals(filter: {${filled((i) => `a${i}:1 `)}}) { nodes { id } } }`),
  document('an object of the same field', `{ deals(filter: {${'a:1 '.repeat(BYTES / 4)}}) { nodes { id } } }`),
  document(
    'operations',
    filled((i) => `query q${i} { viewer { key } } `),
  ),
  document('operations without a name', '{viewer{key}}'.repeat(BYTES / 13)),
  document('variables', `query (${filled((i) => `$v${i}: Int `)}) { viewer { key } }`),
  document('variables that there are not', `{ ${filled((i) => `deal(key: $v${i}) { key } `)} }`),
  document(
    'definitions of types',
    filled((i) => `type T${i} { a: Int } `),
  ),
];

/** Documents of 90 kB that say much about fragments. */
const FRAGMENTS: readonly Hostile[] = [
  document('fragments that nobody uses', `{ viewer { key } } ${filled((i) => `fragment f${i} on Person { key } `)}`),
  document('the same fragment spread', `{ ${'...f '.repeat(BYTES / 5)} } fragment f on Query { viewer { key } }`),
  document(
    'fragments that double',
    `{ ...f0 } ${filled((i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} } `)}`,
  ),
  document(
    'fragments in a chain',
    `{ ...f0 } ${filled((i) => `fragment f${i} on Query { viewer { key } ...f${i + 1} } `)}`,
  ),
  document(
    'fragments in circles',
    `{ ...f0 } ${filled((i) => `fragment f${i} on Query { ...f${i} ...f${(i * 7) % 100} } `)}`,
  ),
  document('inline fragments', `{ ${'... on Query { viewer { key } } '.repeat(BYTES / 32)} }`),
  document(
    'fragments of types that there are not',
    filled((i) => `fragment f${i} on Persn${i} { key } `),
  ),
];

/** Documents of 90 kB that say little. */
const EMPTY: readonly Hostile[] = [
  document('a comment', `#${'x'.repeat(BYTES)}\n{ viewer { key `),
  document('comments', `${'#\n'.repeat(BYTES / 2)}{ viewer { key `),
  document('blanks', `{${' '.repeat(BYTES)}viewer { key `),
  document('commas', `{${','.repeat(BYTES)}viewer { key `),
  document('lines', `${'\r\n'.repeat(BYTES / 2)}{ viewer { key `),
  document('a name', `{ ${'x'.repeat(BYTES)} }`),
  document('a number', `{ deals(first: ${'9'.repeat(BYTES)}) { nodes { id } } }`),
  document('letters that no document has', `{ ${'é'.repeat(BYTES / 2)} }`),
  document('half of pairs', `{ deal(key: "${'\ud800'.repeat(BYTES / 3)}") { key } }`),
  document('escapes', `{ deal(key: "${'\\u{1F4A5}'.repeat(BYTES / 9)}") { key } }`),
  document('escapes of nothing', `{ deal(key: "${'\\u0000'.repeat(BYTES / 6)}") { key } }`),
  document('a string that never ends', `{ deal(key: "${'x'.repeat(BYTES)}`),
  document(
    'a block of indented lines',
    `{ deal(key: """${filled((i) => `\n${' '.repeat(i % 300)}x`)}""" a: 1) { key } }`,
  ),
  document('nothing', ''),
];

const RECORD = 'mutation ($input: RecordEventsInput!) { recordEvents(input: $input) { errors { code } } }';
const NAMED = 'query ($key: String!) { deal(key: $key) { key } }';

/** Variables of 90 kB. */
const VARIABLES: readonly Hostile[] = [
  given('lists within lists', RECORD, `{"input":${nested('[', '', ']')}}`),
  given('objects within objects', RECORD, `{"input":${nested('{"a":', '1', '}')}}`),
  given('a list of nothing', RECORD, `{"input":{"events":[${'null,'.repeat(BYTES / 5)}null]}}`),
  given('a list of empty objects', RECORD, `{"input":{"events":[${'{},'.repeat(BYTES / 3)}{}]}}`),
  given('a list of numbers', RECORD, `{"input":{"events":[${'1,'.repeat(BYTES / 2)}1]}}`),
  given('lists of lists of lists', RECORD, `{"input":[${'[[[]]],'.repeat(BYTES / 7)}1]}`),
  given('many names', NAMED, `{${filled((i) => `"v${i}":1,`)}"key":"D"}`),
  given('many names in an object', RECORD, `{"input":{${filled((i) => `"v${i}":1,`)}"events":[]}}`),
  given('names of prototypes', RECORD, `{"input":{${'"__proto__":{"a":1},'.repeat(BYTES / 20)}"constructor":1}}`),
  given('a long number', NAMED, `{"key":${'9'.repeat(BYTES)}}`),
  given('half of pairs', NAMED, `{"key":"${'\\ud800'.repeat(BYTES / 6)}"}`),
  given('zeros', NAMED, `{"key":"${'\\u0000'.repeat(BYTES / 6)}"}`),
  given('no object', NAMED, `"${'x'.repeat(BYTES)}"`),
];

const query = JSON.stringify('{ viewer { key } }');

/** Requests of 90 kB around a document. */
const AROUND: readonly Hostile[] = [
  { name: 'the name of an operation', body: `{"query":${query},"operationName":"${'x'.repeat(BYTES)}"}` },
  { name: 'a list of operations', body: `[${`{"query":${query}},`.repeat(BYTES / 34)}{"query":${query}}]` },
  { name: 'JSON within JSON', body: nested('[', '', ']') },
  { name: 'JSON that never ends', body: '{"query":'.repeat(BYTES / 9) },
  { name: 'blanks', body: `{"query":${' '.repeat(BYTES)}` },
  { name: 'the id of a document', body: `{"documentId":"${'x'.repeat(BYTES)}"}` },
];

/** As many pieces, with blanks between. */
const times = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join(' ');

const OPEN = 'openDeal(input: { clientName: "x", accountExecutive: "ae-1" }) { errors { code } }';

/** Short documents that take long to validate, to compile or to answer. */
const SHORT: readonly Hostile[] = [
  document(
    'a web of fragments',
    `{ viewer { ...f0 } } fragment f74 on Person { key } ${times(
      74,
      (i) => `fragment f${i} on Person { key ${i < 37 ? `...f${2 * i + 1} ...f${2 * i + 2} ...f${i + 1}` : '...f74'} }`,
    )}`,
  ),
  document('the same field with fields', `{ ${times(160, () => 'viewer { key role }')} }`),
  document('the same field in fragments', `{ ${times(240, () => '... on Query { viewer { key } }')} }`),
  document('pages of pages', `{ deals(first: 100) { nodes { events(first: 100) { nodes { deal { key } } } } } }`),
  document(
    'pages of pages by aliases',
    `{ ${times(50, (i) => `a${i}: deals(first: 100) { nodes { fee { amount } handoff { slas { sla } } } }`)} }`,
  ),
  document(
    'the schema again and again',
    `{ ${times(50, (i) => `a${i}: __schema { types { name fields { name } } }`)} }`,
  ),
  document(
    'the schema in many words',
    `{ __schema { types { ${times(50, (i) => `a${i}: fields { args { name description } }`)} } } }`,
  ),
  document(
    'types of types of types',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
  ),
  document(
    'many changes at once',
    `mutation { ...f ...g b: ${OPEN} } fragment f on Mutation { c: ${OPEN} }
    fragment g on Mutation { ${times(9, (i) => `a${i}: ${OPEN}`)} }`,
  ),
  given('a mistake a thousand times', RECORD, `{"input":{"events":[${'{},'.repeat(1_500)}{}]}}`),
  given(
    'mistakes in mistakes',
    RECORD,
    `{"input":{"events":[${`{"event":{"fact":[${'{},'.repeat(40)}1]}},`.repeat(600)}{}]}}`,
  ),
];

const of = (where: string, all: readonly Hostile[]): Hostile[] =>
  all.map(({ name, body }) => ({ name: `${where}: ${name}`, body }));

/** Requests of every shape that we could think of, most of 90 kB, none of which has a right to an answer. */
export const HOSTILE: readonly Hostile[] = [
  ...of('deep', DEEP),
  ...of('broad', BROAD),
  ...of('fragments', FRAGMENTS),
  ...of('little in much', EMPTY),
  ...of('variables', VARIABLES),
  ...of('around', AROUND),
  ...of('short', SHORT),
];
