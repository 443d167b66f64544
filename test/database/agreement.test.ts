import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { Commitment } from '../../src/commitments';
import { ownerDataSource } from '../../src/database/data-source';
import { Deal } from '../../src/deals';
import { HandoffPackage } from '../../src/packages';
import { Person } from '../../src/people';
import { Risk } from '../../src/risks';
import { apiSchema } from '../../src/server/schema';
import { freshDatabase } from '../harness/database';

const ENTITIES = [Commitment, Deal, HandoffPackage, Person, Risk];

describe('the entities and the migrations', () => {
  let owner: DataSource;

  beforeAll(async () => {
    const { options } = ownerDataSource(await freshDatabase());
    owner = await new DataSource({ ...options, entities: ENTITIES } as typeof options).initialize();
  });
  afterAll(() => owner.destroy());

  /** What TypeORM would do to the migrated database to make it what the entities say. */
  const differences = async () => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  };

  test('are all looked at: no other class is an entity once the whole schema is there', () => {
    apiSchema();
    const declared = new Set(getMetadataArgsStorage().tables.map(({ name }) => name));
    expect(declared).toEqual(new Set(owner.entityMetadatas.map(({ tableName }) => tableName)));
  });

  test('agree on columns, their types and nullability, keys, foreign keys and checks', async () => {
    expect((await differences()).filter((query) => !query.startsWith('DROP INDEX'))).toEqual([]);
  });

  test('leave indexes to the migrations, because some are on expressions, which entities cannot say', async () => {
    expect(owner.entityMetadatas.flatMap(({ indices }) => indices.map(({ name }) => name))).toEqual([]);
    const dropped = (await differences()).filter((query) => query.startsWith('DROP INDEX'));
    expect(dropped).toContain('DROP INDEX "public"."deal_by_fee"');
  });

  test.each([
    ['a column more', 'alter table person add note text', 'DROP COLUMN "note"'],
    ['another type', 'alter table deal alter currency type text', 'ADD "currency" character(3)'],
    ['a null', 'alter table person alter email drop not null', 'ALTER COLUMN "email" SET NOT NULL'],
    ['a check less', 'alter table deal drop constraint deal_fee_check', 'ADD CONSTRAINT "deal_fee_check"'],
    ['a key less', 'alter table deal drop constraint deal_opened_by_fkey', 'ADD CONSTRAINT "deal_opened_by_fkey"'],
  ])('are seen to differ in %s', async (_name, change, difference) => {
    await owner.query(change);
    expect((await differences()).join('\n')).toContain(difference);
  });
});
