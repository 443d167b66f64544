import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { everyState } from './every-state';

const COMPILED = join(__dirname, '../../dist/test/rules/every-state.js');
const ZONES = ['UTC', 'America/St_Johns', 'Pacific/Apia'] as const;

interface Printed {
  wallClock: string;
  states: string[];
}

/** The compiled rules are asked in each zone, those under test in this one: `npm test` compiles before it tests. */
describe('the time zone of the machine', () => {
  const printed = new Map<string, Printed>();
  let here: string[];

  beforeAll(() => {
    here = everyState();
    for (const zone of ZONES) printed.set(zone, printedIn(zone));
  });

  test('is another one in each run', () => {
    expect(new Set([...printed.values()].map(({ wallClock }) => wallClock)).size).toBe(ZONES.length);
  });

  test.each(ZONES)('%s changes no deadline, no state and no word, not by a byte', (zone) => {
    expect(printed.get(zone)!.states).toEqual(here);
  });
});

function printedIn(zone: string): Printed {
  const env = { ...process.env, TZ: zone };
  return JSON.parse(execFileSync(process.execPath, [COMPILED], { env, encoding: 'utf8', maxBuffer: 100_000_000 }));
}
