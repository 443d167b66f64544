/** A folder per concept: its entity, service, loaders and resolver. */
const CONCEPTS = [
  'people',
  'terms',
  'facts',
  'handoff',
  'deals',
  'packages',
  'risks',
  'commitments',
  'discoveries',
  'drive',
  'imports',
  'payruns',
  'mail',
  'calls',
  'introductions',
  'brief',
  'commission',
  'ledger',
  'reporting',
  'recording',
  'simulation',
  'timeline',
  'trusted',
  'apikeys',
  'audit',
  'privacy',
  'downloads',
  'csv',
  'plans',
  'inquiries',
  'rows',
  'exports',
  'calendars',
  'policies',
  'live',
].join('|');

/** Packages and Node's own modules; which packages may be used, `only-declared-packages` says. */
const LIBRARIES = ['node_modules/', '^[a-z0-9_/]+$'];

/** What the rooms below the concepts offer: their index. */
const DATABASE = '^src/database/index\\.ts$';
const GRAPHQL = '^src/graphql/index\\.ts$';
const RULES = '^src/rules/index\\.ts$';

/** What is started from outside: the server, the token command, and the commands of `npm run schema`. */
const STARTED = '^src/(terminal/baton\\.cjs|(main|token|terminal/main|server/schema/(write|release)-sdl)\\.ts)$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      comment: 'src/rules imports nothing but itself and Temporal: no clock, no database, no Node.',
      severity: 'error',
      from: { path: '^src/rules/' },
      to: { pathNot: ['^src/rules/', 'node_modules/temporal-polyfill/'] },
    },
    {
      name: 'graphql-is-vocabulary',
      comment: 'src/graphql is shared by all concepts and knows none of them.',
      severity: 'error',
      from: { path: '^src/graphql/' },
      to: { pathNot: ['^src/graphql/', RULES, DATABASE, ...LIBRARIES] },
    },
    {
      name: 'database-knows-no-concept',
      comment: 'src/database runs statements; what they mean is the business of who sends them.',
      severity: 'error',
      from: { path: '^src/database/' },
      to: {
        pathNot: ['^src/database/', '^src/(settings/|start-failure\\.ts$)', '^migrations/index\\.ts$', ...LIBRARIES],
      },
    },
    {
      name: 'concepts-meet-at-their-index',
      comment: 'A concept imports rules, graphql, database and, of another concept, what its index.ts offers.',
      severity: 'error',
      from: { path: `^src/(${CONCEPTS})/` },
      to: { pathNot: ['^src/$1/', `^src/(${CONCEPTS})/index\\.ts$`, RULES, GRAPHQL, DATABASE, ...LIBRARIES] },
    },
    {
      name: 'demonstration-uses-what-is-public',
      comment: 'The demonstration records through what concepts offer, at the start of a server and for nobody else.',
      severity: 'error',
      from: { path: '^src/demonstration/' },
      to: {
        pathNot: [
          '^src/demonstration/',
          `^src/(${CONCEPTS})/index\\.ts$`,
          RULES,
          GRAPHQL,
          DATABASE,
          '^src/start-failure\\.ts$',
          ...LIBRARIES,
        ],
      },
    },
    {
      name: 'console-stands-alone',
      comment: 'The page is files and a handler: only libraries.',
      severity: 'error',
      from: { path: '^src/console/' },
      to: { pathNot: ['^src/console/', ...LIBRARIES] },
    },
    {
      name: 'settings-stand-alone',
      comment: 'Settings and the failures of a start are read before anything else is there; rules name the roles.',
      severity: 'error',
      from: { path: '^src/(settings|start-failure)' },
      to: { pathNot: ['^src/(settings|start-failure)', RULES, ...LIBRARIES] },
    },
    {
      name: 'nobody-imports-main',
      comment: 'The composition root is started, never imported.',
      severity: 'error',
      from: {},
      to: { path: '^src/(main|token)\\.ts$' },
    },
    {
      name: 'nobody-imports-server',
      comment: 'The server imports concepts; only what is started, and tests, import the server.',
      severity: 'error',
      from: { pathNot: ['^src/server/', STARTED, '^test/'] },
      to: { path: '^src/server/' },
    },
    {
      name: 'migrations-are-history',
      comment: 'A migration does what it did when it was written, whatever src/ says by then.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: ['^migrations/', 'node_modules/typeorm/'] },
    },
    {
      name: 'no-tests-in-production',
      comment: 'Nothing that is shipped imports a test, or a package that only tests have.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { path: '^test/' },
    },
    {
      name: 'only-declared-packages',
      comment: 'What is shipped imports packages that package.json declares for it, and files that are there.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'no-circles',
      comment: 'Data goes one way: a file does not come back to itself through what it imports.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circles-of-rooms',
      comment: 'Nor does a room.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'nothing-unused',
      comment: 'Every file is reached from something that is started, but the page, which a browser asks for.',
      severity: 'error',
      from: { path: STARTED },
      to: { path: '^(src|migrations)/', pathNot: [STARTED, '^src/console/(page|handoff)\\.js$'], reachable: false },
    },
  ],
  options: { parser: 'swc', doNotFollow: { path: 'node_modules/' }, exclude: { path: '^dist/' } },
};
