import type { Database } from '../../src/database';
import { demonstrate } from '../../src/demonstration';
import { openFreshDatabase } from '../harness/database';
import { VECTORS } from '../rules/scenarios';
import { readModel, type StoredDeal } from './readModel';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const LOADED_WITHIN_MS = 60_000;
/** Of these nothing is told but their facts. */
const EXAMPLES = new Set(VECTORS.map(({ name }) => name));

describe('what the AEs of the demonstration wrote down before the handoff', () => {
  let db: Database;
  let deals: StoredDeal[];
  beforeAll(async () => {
    db = await openFreshDatabase();
    await demonstrate(db, TODAY);
    const stored = [...(await readModel(db)).values()];
    deals = stored.filter(({ deal }) => !EXAMPLES.has(String(deal.client_name)));
  }, LOADED_WITHIN_MS);
  afterAll(() => db.close());

  test('is every risk that materialised as declared, and some that have not yet', () => {
    const risks = deals.flatMap((deal) => deal.risks.map((risk) => ({ deal, ...risk }) as Written));
    const open = risks.filter(({ status }) => status === 'OPEN');
    const materialised = risks.filter(({ status }) => status === 'MATERIALISED');
    expect(open.length).toBeGreaterThan(0);
    expect(open.length + materialised.length).toBe(risks.length);
    const cameUp = deals.flatMap((deal) => declaredFacts(deal, 'RISK_MATERIALISED'));
    const told = materialised.map(({ deal, description, updated_at }) => [deal.deal.key, description, updated_at]);
    expect(told).toEqual(cameUp);
    for (const { deal, created_at } of risks) expect(created_at > signedAt(deal)!).toBe(true);
  });

  test('is every commitment that came up as declared, and some that have not yet', () => {
    const commitments = deals.flatMap((deal) => deal.commitments.map((made) => ({ deal, ...made }) as Written));
    const kept = commitments.filter(({ status }) => status === 'KEPT');
    expect(commitments.length).toBeGreaterThan(kept.length);
    const cameUp = deals.flatMap((deal) => declaredFacts(deal, 'COMMITMENT_DISCOVERED'));
    expect(kept.map(({ deal, words, updated_at }) => [deal.deal.key, words, updated_at])).toEqual(cameUp);
  });

  test('is the beginning of a package where none was submitted', () => {
    const begun = deals.filter(({ packages }) => packages.length > 0);
    expect(begun.length).toBeGreaterThanOrEqual(3);
    for (const deal of begun) {
      expect(deal.events.some(({ type }) => type === 'PACKAGE_SUBMITTED')).toBe(false);
      expect(deal.packages).toMatchObject([{ version: 1, revision: null, updated_by: deal.deal.account_executive }]);
    }
  });
});

interface Written {
  deal: StoredDeal;
  status: string;
  description: string;
  words: string;
  created_at: string;
  updated_at: string;
}

/** The deal, words and time of learning of each fact that was declared. */
function declaredFacts({ deal, events }: StoredDeal, type: string): unknown[][] {
  const declared = events.filter((event) => event.type === type && (event.details as { declared: boolean }).declared);
  return declared.map(({ details, recorded_at }) => [
    deal.key,
    (details as { reference: string }).reference,
    recorded_at,
  ]);
}

function signedAt({ events }: StoredDeal): string | undefined {
  return events.filter(({ type }) => type === 'SOW_SIGNED')[1]?.recorded_at as string | undefined;
}
