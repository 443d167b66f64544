import {
  ReportCommitmentDiscoveredDocument,
  type ReportCommitmentDiscoveredInput,
  ReportRiskMaterialisedDocument,
  type ReportRiskMaterialisedInput,
} from '../api/generated/operations';
import type { Api } from './api';
import { answered, type Opened } from './deals';
import { A_TO_E, Draft } from './packages';

/** An instant so many hours ago. */
export const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** What is reported of a deal, and the submission before or after it. */
export function reportsOf(apiOf: () => Api, dealOf: () => Opened) {
  const reportRisk = async (input: Partial<ReportRiskMaterialisedInput>, by: 'am-1' | 'dl-1' | 'ad-1' = 'am-1') =>
    answered(
      await apiOf().run(by, ReportRiskMaterialisedDocument, {
        input: { deal: dealOf().key, occurredAt: hoursAgo(0), ...input },
      }),
    ).reportRiskMaterialised;
  const reportCommitment = async (input: Partial<ReportCommitmentDiscoveredInput>) =>
    answered(
      await apiOf().run('am-1', ReportCommitmentDiscoveredDocument, {
        input: { deal: dealOf().key, occurredAt: hoursAgo(0), ...input },
      }),
    ).reportCommitmentDiscovered;
  const submit = async () => {
    const draft = new Draft(apiOf(), dealOf());
    const has = async (table: 'risk' | 'commitment') =>
      (
        await apiOf().db.query(`select from ${table} t join deal d on d.id = t.deal_id where d.key = $1`, [
          dealOf().key,
        ])
      ).length > 0;
    await draft.save({
      ...A_TO_E,
      noRisksAndIHaveAsked: !(await has('risk')),
      noCommitmentsAndIHaveAsked: !(await has('commitment')),
    });
    const { errors } = await draft.submit(1);
    expect(errors).toEqual([]);
  };
  return { reportRisk, reportCommitment, submit };
}
