import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { cursor, isInstant, isUuid, outcome, type Page, PageArgs, pageOf, type Request } from '../graphql';
import { BulkExport, BulkExportConnection, type ExportRow } from './bulkExport';
import { BulkExportPayload, DiscardBulkExportInput, StartBulkExportInput } from './inputs';
import { EXPORT } from './loading';
import { discardExport, startExport } from './starting';

const PLACES = cursor<[string, string]>('bulkExports', isInstant, isUuid);

@Resolver(() => BulkExport)
export class BulkExportResolver {
  @Query(() => BulkExportConnection, { description: 'The exports that you have asked for, the latest first.' })
  async bulkExports(@Args() page: PageArgs, @Ctx() { db, viewer }: Request): Promise<Page<BulkExport>> {
    const [createdAt, id] = PLACES.read(page.after) ?? [null, null];
    const values = [page.first + 1, viewer.personKey, createdAt, id];
    const rows = await db.query<ExportRow>(LIST, values, 'bulk_exports');
    return pageOf(
      rows.map((row) => new BulkExport(row)),
      page,
      ({ row }) => PLACES.write([row.createdAt, row.exportId]),
    );
  }

  @Mutation(() => BulkExportPayload, {
    description:
      'Has a file of all rows of a type, or of all that a trusted document gives, written in the background.',
  })
  startBulkExport(
    @Arg('input', { description: 'Of what, and as what.' }) input: StartBulkExportInput,
    @Ctx() request: Request,
  ): Promise<BulkExportPayload> {
    return outcome(() => startExport(request, input));
  }

  @Mutation(() => BulkExportPayload, { description: 'Discards an export of yours, and its file.' })
  discardBulkExport(
    @Arg('input', { description: 'Which.' }) input: DiscardBulkExportInput,
    @Ctx() request: Request,
  ): Promise<BulkExportPayload> {
    return outcome(() => discardExport(request, input.bulkExport));
  }
}

const LIST = `
  select ${EXPORT} from bulk_export b
  where b.created_by = $2 and ($4::uuid is null or (b.created_at, b.id) < ($3::timestamptz, $4::uuid))
  order by b.created_at desc, b.id desc limit $1`;
