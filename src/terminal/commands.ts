import { parseArgs } from 'node:util';
import { documentTemplate } from '../packages/document';
import { minorDigits, RuleError } from '../rules';
import { checkDocument } from './checking';
import { Ending, EXIT } from './exit';
import { exportDocument, importFile } from './remote';
import type { Streams } from './streams';
import { json, told } from './telling';
import { USAGE } from './usage';

/** What was given on the command line. */
interface Given {
  file: string | undefined;
  currency: string;
  deal: string | undefined;
  revision: string | undefined;
  out: string | undefined;
  json: boolean;
}

type Command = (given: Given, env: NodeJS.ProcessEnv, streams: Streams) => Promise<number> | number;

/** Runs `npx baton` with its arguments, and answers its exit code. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  try {
    const { command, given } = understood(args);
    if (!command) {
      streams.out(USAGE);
      return EXIT.fine;
    }
    return await command(given, env, streams);
  } catch (error) {
    const ending = endingOf(error);
    streams.error(`${ending.message}\n`);
    return ending.code;
  }
}

function understood(args: readonly string[]): { command?: Command; given: Given } {
  const { values, positionals } = parse(args);
  const { help, json: isJson, ...options } = values;
  const [handoff, name = '', file, ...others] = positionals;
  const given = { ...options, file, currency: options.currency ?? 'GBP', json: isJson ?? false } as Given;
  if (help || positionals.length === 0) return { given };
  if (handoff !== 'handoff' || !Object.hasOwn(COMMANDS, name) || others.length > 0)
    throw new Ending(EXIT.usage, `There is no such command: ${positionals.join(' ')}\n\n${USAGE}`);
  minorDigits(given.currency);
  return { command: COMMANDS[name]!, given };
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
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Ending(EXIT.usage, `${(error as Error).message}\n\n${USAGE}`);
  }
}

const COMMANDS: Readonly<Record<string, Command>> = {
  template: ({ currency, json: asJson }, _env, { out }) => {
    const markdown = documentTemplate(currency);
    out(asJson ? json({ markdown }) : markdown);
    return EXIT.fine;
  },
  check: ({ file, currency, json: asJson }, _env, streams) => {
    const { findings, missing } = checkDocument(textOf(file, streams), currency);
    streams.out(asJson ? json({ findings, missing }) : told(file!, findings, missing));
    const isWrong = missing.length > 0 || findings.some(({ severity }) => severity === 'ERROR');
    return isWrong ? EXIT.refused : EXIT.fine;
  },
  import: ({ file, deal, json: asJson }, env, streams) =>
    importFile(
      { file: file ?? '', markdown: textOf(file, streams), deal: demand(deal, '--deal'), asJson },
      env,
      streams,
    ),
  export: ({ deal, revision, out, json: asJson }, env, streams) =>
    exportDocument({ deal: demand(deal, '--deal'), revision: numberOf(revision), out, asJson }, env, streams),
};

function textOf(file: string | undefined, { read }: Streams): string {
  return read(demand(file, 'FILE'));
}

function demand(given: string | undefined, name: string): string {
  if (given === undefined || given === '') throw new Ending(EXIT.usage, `${name} is missing\n\n${USAGE}`);
  return given;
}

function numberOf(revision: string | undefined): number | null {
  if (revision === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(revision)) return Number(revision);
  throw new Ending(EXIT.usage, `--revision ${revision} is not the number of a revision`);
}

/** A file that is not there, or a currency that is none, are mistakes of whoever typed the command. */
function endingOf(error: unknown): Ending {
  if (error instanceof Ending) return error;
  if (error instanceof RuleError) return new Ending(EXIT.usage, `--currency: ${error.reason}`);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code && path) return new Ending(EXIT.usage, `${path} cannot be read or written (${code})`);
  throw error;
}
