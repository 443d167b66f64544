import { parseArgs } from 'node:util';
import { minorDigits } from '../rules';
import { Ending, EXIT } from './exit';
import { USAGE } from './usage';

/** What was given on the command line; each command has what it demands. */
export interface Given {
  file: string;
  currency: string;
  deal: string;
  revision: number | null;
  expectedVersion: number | null;
  out: string | undefined;
  asJson: boolean;
}

/** What each command takes beside `--json`, and what it cannot do without. */
const TAKES = {
  template: { demands: [], allows: ['currency'] },
  check: { demands: ['FILE'], allows: ['currency'] },
  import: { demands: ['FILE', 'deal'], allows: ['expected-version'] },
  export: { demands: ['deal'], allows: ['revision', 'out'] },
} as const satisfies Record<string, { demands: readonly string[]; allows: readonly string[] }>;

type CommandName = keyof typeof TAKES;

/** What `npx baton` is to do. Throws an Ending where nobody could tell, a RuleError at a currency that is none. */
export function understood(args: readonly string[]): { command: CommandName | 'help'; given: Given } {
  const { values, positionals } = parse(args);
  const [handoff, name = '', file, ...others] = positionals;
  const { help, json: asJson = false, ...options } = values;
  const said = { ...options, ...(file !== undefined && { FILE: file }) } as Record<string, string | undefined>;
  const isHelp = help || positionals.length === 0;
  if (!isHelp) demandKnown(handoff, name, others, said);
  const { currency = 'GBP', deal = '', out } = options;
  minorDigits(currency);
  const revision = numberOf('revision', options.revision, 1);
  const expectedVersion = numberOf('expected-version', options['expected-version'], 0);
  const given = { file: file ?? '', currency, deal, revision, expectedVersion, out, asJson };
  return { command: isHelp ? 'help' : (name as CommandName), given };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        currency: { type: 'string' },
        deal: { type: 'string' },
        revision: { type: 'string' },
        'expected-version': { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw misunderstood((error as Error).message);
  }
}

function demandKnown(
  handoff: string | undefined,
  name: string,
  others: readonly string[],
  said: Readonly<Record<string, string | undefined>>,
): void {
  if (handoff !== 'handoff' || !Object.hasOwn(TAKES, name))
    throw misunderstood(`There is no such command: ${`${handoff} ${name}`.trim()}`);
  const { demands, allows } = TAKES[name as CommandName];
  const lacking = demands.find((wanted) => !said[wanted]);
  if (lacking !== undefined) throw misunderstood(`${shown(lacking)} is missing`);
  const taken: readonly string[] = [...demands, ...allows];
  const odd = Object.keys(said).find((option) => !taken.includes(option));
  if (odd !== undefined) throw misunderstood(`${name} takes no ${shown(odd)}`);
  if (others.length > 0) throw misunderstood(`${name} takes one FILE, not ${others.length + 1}`);
}

function shown(wanted: string): string {
  return wanted === 'FILE' ? wanted : `--${wanted}`;
}

function numberOf(option: string, text: string | undefined, min: number): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text) && Number(text) >= min) return Number(text);
  throw misunderstood(`--${option} ${text} is not a number from ${min} on`);
}

function misunderstood(reason: string): Ending {
  return new Ending(EXIT.usage, reason, `\n${USAGE}`);
}
