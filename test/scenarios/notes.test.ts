import type { Database } from '../../src/database';
import { demonstrate } from '../../src/demonstration';
import { openFreshDatabase } from '../harness/database';
import { VECTORS } from '../rules/scenarios';
import { readModel, type StoredDeal } from './readModel';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const LOADED_WITHIN_MS = 60_000;
/** Of these nothing is told but their facts. */
const EXAMPLES = new Set(VECTORS.map(({ name }) => name));

let db: Database;
let deals: StoredDeal[];
beforeAll(async () => {
  db = await openFreshDatabase();
  await demonstrate(db, TODAY);
  const stored = [...(await readModel(db)).values()];
  deals = stored.filter(({ deal }) => !EXAMPLES.has(String(deal.client_name)));
}, LOADED_WITHIN_MS);
afterAll(() => db.close());

describe('what the AEs of the demonstration wrote down before the handoff', () => {
  test.each(['risks', 'commitments'] as const)('has %s after it was signed, and before it was submitted', (table) => {
    const declared = rowsOf(table).filter(({ deal, updated_by, version }) => isTheAe(deal, updated_by) || version > 1);
    expect(declared.length).toBeGreaterThan(300);
    for (const { deal, created_at } of declared) {
      expect(created_at > signedAt(deal)!).toBe(true);
      if (submissionOf(deal)) expect(created_at < submissionOf(deal)!.occurred_at!).toBe(true);
    }
  });

  test('is the beginning of a package where none was submitted', () => {
    const begun = deals.filter(({ packages, revisions }) => packages.length > 0 && revisions.length === 0);
    expect(begun.length).toBeGreaterThanOrEqual(10);
    for (const deal of begun) {
      expect(submissionOf(deal)).toBeUndefined();
      expect(deal.packages).toMatchObject([{ version: 1, revision: null, updated_by: deal.deal.account_executive }]);
    }
  });

  test('is a package with its revision, as it was and with what was declared, for every one submitted', () => {
    const submitted = deals.filter((deal) => submissionOf(deal));
    expect(submitted.length).toBeGreaterThan(200);
    for (const deal of submitted) {
      const event = submissionOf(deal)!;
      const { content, ...revision } = deal.revisions[0] as { content: Content };
      expect(deal.packages).toMatchObject([{ version: 2, revision: 1, updated_at: event.occurred_at }]);
      expect(content.sections).toEqual(deal.packages[0]!.sections);
      const early = (rows: Record<string, unknown>[]) =>
        rows.filter(({ created_at }) => String(created_at) < String(event.occurred_at));
      const [risks, commitments] = [early(deal.risks), early(deal.commitments)];
      expect(revision).toMatchObject({ event: event.source_event_id, risks: risks.length });
      expect(revision).toMatchObject({ revision: 1, commitments: commitments.length });
      expect(content.risks.map(({ description }) => description)).toEqual(risks.map((risk) => risk.description));
      expect(content.commitments.map(({ words }) => words)).toEqual(commitments.map(({ words }) => words));
      expect(content.noRisksAndIHaveAsked).toBe(risks.length === 0);
      expect(content.noCommitmentsAndIHaveAsked).toBe(commitments.length === 0);
    }
  });
});

describe('what came up later', () => {
  test.each([
    ['risks', 'RISK_MATERIALISED', 'description', ['MATERIALISED']],
    ['commitments', 'COMMITMENT_DISCOVERED', 'words', ['KEPT', 'OPEN']],
  ] as const)(
    'is among the %s, with its fact: written down before where it was declared',
    (table, type, words, ends) => {
      const cameUp = rowsOf(table).filter(({ event }) => event !== null);
      const facts = deals.flatMap((deal) =>
        deal.events.filter((event) => event.type === type).map((event) => ({ deal, event })),
      );
      expect(cameUp.length).toBe(facts.length);
      for (const { deal, event } of facts) {
        const row = cameUp.find((candidate) => candidate.deal === deal && candidate.event === event.source_event_id)!;
        const { reference, declared } = event.details as { reference: string; declared: boolean };
        expect(row[words]).toBe(reference);
        expect(row.updated_at).toBe(event.recorded_at);
        expect(row.created_at < String(event.occurred_at)).toBe(declared);
        expect(ends).toContain(row.status);
      }
    },
  );
});

interface Row {
  deal: StoredDeal;
  status: string;
  description: string;
  words: string;
  created_at: string;
  updated_at: string;
  updated_by: string;
  version: number;
  event: string | null;
}

interface Content {
  sections: object;
  risks: { description: string }[];
  commitments: { words: string }[];
  noRisksAndIHaveAsked: boolean;
  noCommitmentsAndIHaveAsked: boolean;
}

function rowsOf(table: 'risks' | 'commitments'): Row[] {
  return deals.flatMap((deal) => deal[table].map((row) => ({ ...row, deal }) as unknown as Row));
}

function isTheAe({ deal }: StoredDeal, person: string): boolean {
  return deal.account_executive === person;
}

function submissionOf({ events }: StoredDeal): Record<string, string> | undefined {
  return events.find(({ type }) => type === 'PACKAGE_SUBMITTED') as Record<string, string> | undefined;
}

function signedAt({ events }: StoredDeal): string | undefined {
  return events.filter(({ type }) => type === 'SOW_SIGNED')[1]?.recorded_at as string | undefined;
}
