import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrate } from '../../src/demonstration';
import { readDocument } from '../../src/packages';
import { missingItems } from '../../src/rules';
import { type Api, startApi } from '../harness/api';

const EXAMPLE = readFileSync(path.join(__dirname, '..', '..', 'docs', 'handoff-example.md'), 'utf8');
const LOADED_WITHIN_MS = 60_000;

/** Later days add to the demonstration and change nothing of what was submitted before. */
const WRITTEN = Date.parse('2026-11-23T12:00:00Z');

interface Answer extends Record<string, unknown> {
  deal: { handoffPackage: { document: { markdown: string } } };
}

describe('the document that docs/ shows', () => {
  const { title, content, findings } = readDocument(EXAMPLE, 'GBP');
  let api: Api;
  beforeAll(async () => {
    api = await startApi((db) => demonstrate(db, WRITTEN));
  }, LOADED_WITHIN_MS);
  afterAll(() => api.stop());

  test('is the one of a deal of the demonstration, to the letter', async () => {
    const query = `query ($key: String!) {
      deal(key: $key) { handoffPackage { document(revision: 1) { markdown } } } }`;
    const { data } = await api.ask<Answer>('am-1', query, { key: title.dealKey });
    expect(data!.deal.handoffPackage.document.markdown).toBe(EXAMPLE);
  });

  test('is read back without a remark, and lacks nothing', () => {
    expect(findings).toEqual([]);
    expect(missingItems(content)).toEqual([]);
    expect([content.risks.length, content.commitments.length, content.whatWeAreDelivering.cohorts?.length]).toEqual([
      3, 3, 2,
    ]);
  });
});
