/** What no answer may have in it: how the server is made, and where. */
const SIGNS = [
  // Where a program stood.
  String.raw`\bat ([\w.<>$]+ )?\(?(file:|node:|/)\S*:\d+:\d+`,
  String.raw`node_modules|/dist/|\.(ts|js):\d+`,
  String.raw`\b(Type|Range|Reference|Internal|QueryFailed|Assertion)Error\b`,
  'call stack|is not a function|Cannot read prop',
  String.raw`\bE(CONN\w+|NOENT|PIPE|ACCES)\b`,
  // What PostgreSQL says, and is asked.
  String.raw`\bselect\b.+\bfrom\b|\binsert into\b|\bupdate\b.+\bset\b|\bdelete from\b`,
  'relation "|column "|constraint "|violates|at or near|duplicate key|deadlock|SQLSTATE|invalid input syntax',
  String.raw`\bpg_\w+|baton_app|baton_reader`,
  String.raw`\b(deal_event|deal_key|commission_(line|payment|plan)|sla_(clock|policy)|pay_run\w*|package_revision)\b`,
  String.raw`\b(handoff_(package|fault)|client_email|drive_path|employee_number|held_entry|inquiry_step|api_key)\b`,
  // What there is, to whoever only guesses.
  'Did you mean',
];

/** Matches a text that tells of tables, SQL, files or stacks, or suggests names. */
export const LEAKS = new RegExp(SIGNS.map((sign) => `(?:${sign})`).join('|'));
