import { setTimeout as sleep } from 'node:timers/promises';
import type { Attacked } from './attacker';
import { Client } from './client';
import { filledDatabase } from './filled';
import { inLanes, inTurn } from './rounds';
import { answerOf, type Stage } from './stage';
import type { Line, Remark } from './table';

const ROUND_MS = 4_000;
const BYSTANDERS = 4;
const THINKS_MS = 15;
const WARM_UP = 400;
const NO_BUDGETS = { REQUESTS_A_MINUTE: '0', OBJECTS_A_MINUTE: '0' };
const BUDGETS = { REQUESTS_A_MINUTE: '12000', OBJECTS_A_MINUTE: '3000000' };

/** What somebody asks who goes about their work: a page of their list. */
const PAGE = JSON.stringify({
  query: '{ deals(first: 20) { nodes { key clientName stage nextDueAt handoff { slas { sla status dueAt } } } } }',
});

/** How long others wait while one client sends hostile documents over eight connections as fast as it can. */
export async function benchAttacked(stage: Stage): Promise<(Line | Remark)[]> {
  const limits = await attacked(stage, 'limits', NO_BUDGETS);
  const budgets = await attacked(stage, 'budgets', BUDGETS);
  const refused = (what: string, { sent, refused: told, tooMany }: Attacked): Remark => ({
    what,
    remark: `${sent} sent, ${told} refused for what they are, ${tooMany} for being too many`,
  });
  return [
    { what: "(h) others' p99 under attack, limits alone, ms", ...limits.waits, against: 'in peace', target: '≤ 150' },
    refused('    hostile requests meanwhile', limits.total),
    { what: "    others' p99 under attack, with budgets, ms", ...budgets.waits, against: 'in peace', target: '≤ 150' },
    refused('    hostile requests meanwhile', budgets.total),
  ];
}

async function attacked(stage: Stage, name: string, settings: Record<string, string>) {
  const baton = await stage.startBaton(await filledDatabase(stage, name), settings);
  const attacker = stage.startProgram('attacker', baton.url, await stage.tokenOf('ae-1'));
  const client = new Client(baton.url, await stage.tokenOf('ad-1'), BYSTANDERS);
  for (let asked = 0; asked < WARM_UP; asked++) await client.ask(PAGE);
  await answerOf<Attacked>(attacker, { ms: ROUND_MS });
  const total: Attacked = { sent: 0, refused: 0, tooMany: 0 };
  const waits = await inTurn(
    async () => {
      const attack = answerOf<Attacked>(attacker, { ms: ROUND_MS });
      const waited = await waitOf(client);
      const of = await attack;
      for (const key of ['sent', 'refused', 'tooMany'] as const) total[key] += of[key];
      return waited;
    },
    () => waitOf(client),
  );
  client.close();
  attacker.kill();
  await baton.stop();
  return { waits, total };
}

/** How long the slowest in a hundred of some bystanders waits, who think between their questions. */
async function waitOf(client: Client): Promise<number> {
  const waits: number[] = [];
  const until = performance.now() + ROUND_MS;
  await inLanes(BYSTANDERS, Array.from({ length: BYSTANDERS }), async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      await client.ask(PAGE);
      waits.push(performance.now() - begun);
      await sleep(THINKS_MS);
    }
  });
  return waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)]!;
}
