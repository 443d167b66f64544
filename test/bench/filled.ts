import { openDatabase } from '../../src/database';
import { onServer } from '../harness/database';
import { openAll, recordAll } from './deals';
import type { Stage } from './stage';
import { storyOf } from './stories';

const DEALS = 2_400;
const FACTS = 13;
const OPENED_WITHIN_DAYS = 300;
const MS_A_DAY = 86_400_000;

const filled = new WeakMap<Stage, Promise<string>>();

/** A new database with deals at every stage: opened over some months until yesterday, and told until now. */
export async function filledDatabase(stage: Stage, name: string): Promise<string> {
  const template = filled.get(stage) ?? fill(stage);
  filled.set(stage, template);
  return stage.database(name, await template);
}

async function fill(stage: Stage): Promise<string> {
  const url = await stage.database('filled');
  const db = await openDatabase({ url, poolSize: stage.settings.poolSize });
  const stories = Array.from({ length: DEALS }, (_, index) => storyOf(index, FACTS, openedAt(index)));
  await recordAll(db, await openAll(db, stories));
  await db.close();
  await onServer(url, 'vacuum analyze');
  return url;
}

/** In no order, so that keys and age of deals have nothing to do with each other. */
function openedAt(index: number): number {
  const daysAgo = 1 + OPENED_WITHIN_DAYS * (((index * 997) % DEALS) / DEALS);
  return Math.floor(Date.now() - daysAgo * MS_A_DAY);
}
