import { documentTemplate } from '../packages/document';
import { RuleError } from '../rules';
import { audit } from './auditing';
import { checkDocument } from './checking';
import { Ending, EXIT } from './exit';
import { type Given, understood } from './given';
import { exportDocument, importFile } from './remote';
import type { Streams } from './streams';
import { json, lineOf, told } from './telling';
import { USAGE } from './usage';

type Command = (given: Given, env: NodeJS.ProcessEnv, streams: Streams) => Promise<number> | number;

/** Runs `npx baton` with its arguments, and answers its exit code. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  try {
    if (args[0] === 'audit') return await audit(args.slice(1), env, streams);
    const { command, given } = understood(args);
    if (command !== 'help') return await COMMANDS[command](given, env, streams);
    streams.out(USAGE);
    return EXIT.fine;
  } catch (error) {
    const { code, message, hint } = endingOf(error);
    if (args.includes('--json')) streams.out(json({ error: message }));
    streams.error(`${lineOf(message)}${hint}`);
    return code;
  }
}

const COMMANDS: Readonly<Record<'template' | 'check' | 'import' | 'export', Command>> = {
  template: ({ currency, asJson }, _env, { out }) => {
    const markdown = documentTemplate(currency);
    out(asJson ? json({ markdown }) : markdown);
    return EXIT.fine;
  },
  check: async ({ file, currency, asJson }, _env, { out, read }) => {
    const { findings, missing } = checkDocument(await read(file), currency);
    out(asJson ? json({ findings, missing }) : told(file, findings, missing));
    const isWrong = missing.length > 0 || findings.some(({ severity }) => severity === 'ERROR');
    return isWrong ? EXIT.refused : EXIT.fine;
  },
  import: async (given, env, streams) => importFile(given, await streams.read(given.file), env, streams),
  export: exportDocument,
};

/** A currency that is none is a mistake of whoever typed the command. */
function endingOf(error: unknown): Ending {
  if (error instanceof Ending) return error;
  if (error instanceof RuleError) return new Ending(EXIT.usage, `--currency: ${error.reason}`);
  throw error;
}
