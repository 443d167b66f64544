import type { Queryable } from '../database';

/** What somebody should know who writes down what no submitted package has; nothing while none was submitted. */
export async function afterSubmission(db: Queryable, dealId: string): Promise<string[]> {
  const [row] = await db.query<{ isSubmitted: boolean }>(SUBMITTED, [dealId], 'package_submitted');
  return row!.isSubmitted ? [NOT_IN_IT] : [];
}

const NOT_IN_IT = 'The package was submitted without it: it is declared once the package is submitted again.';

const SUBMITTED = `
  select exists (
    select from deal_event e where e.deal_id = $1 and e.type = 'PACKAGE_SUBMITTED' and not exists (
      select from deal_event r where r.deal_id = e.deal_id and r.refers_to = e.id and r.type = 'EVENT_RETRACTED'))
    as "isSubmitted"`;
