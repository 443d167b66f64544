import { dealToChange } from '../deals';
import { lockDeals } from '../facts';
import { demandFilled, expectVersion, type Request } from '../graphql';
import { checkPackage, isoOf, type PackageContent } from '../rules';
import type { HandoffPackage } from './handoffPackage';
import type { SaveHandoffPackageInput } from './inputs';
import { currentPackage, NOTHING, PACKAGE, packageOf, SECTIONS } from './loading';

/** Saves the sections that are given. Throws a Refusal or RuleError at what is wrong, CONFLICT for another version. */
export async function savePackage(
  request: Request,
  input: SaveHandoffPackageInput,
): Promise<{ handoffPackage: HandoffPackage }> {
  const { db, viewer, loading, now } = request;
  const { dealId } = await dealToChange(request, input.deal, 'deal');
  demandFilled(input, 'noRisksAndIHaveAsked', 'noCommitmentsAndIHaveAsked');
  const handoffPackage = await db.transaction(async (tx) => {
    await lockDeals(tx, [dealId], []);
    const before = await currentPackage(tx, dealId);
    expectVersion(input.expectedVersion, before?.version ?? 0, { handoffPackage: before });
    const after = { ...NOTHING, ...before, ...input } as PackageContent;
    checkPackage(after);
    const sections = NAMES.map((name) => after[name]);
    const [row] = await tx.query<HandoffPackage>(
      SAVE,
      [dealId, isoOf(now), viewer.personKey, ...sections],
      'save_package',
    );
    return packageOf(row!);
  });
  loading.forget();
  return { handoffPackage };
}

const NAMES = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];
const COLUMNS = Object.values(SECTIONS);

const SAVE = `
  insert into handoff_package as c (deal_id, version, updated_at, updated_by, ${COLUMNS.join(', ')})
  values ($1, 1, $2, $3, ${COLUMNS.map((_, index) => `$${index + 4}`).join(', ')})
  on conflict (deal_id) do update set version = c.version + 1, updated_at = excluded.updated_at,
    updated_by = excluded.updated_by, ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  returning ${PACKAGE}`;
