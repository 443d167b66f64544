import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { ownerDataSource } from '../../src/database/data-source';
import { apiSchema } from '../../src/server/schema';
import { freshDatabase } from '../harness/database';
import { writtenFiles } from '../house/files';

/**
 * What migrations alone say: the registry of keys and the history are no entities, so no entity can refer to them; when
 * a row changed, the database alone says, and views alone read.
 */
const ONLY_IN_MIGRATIONS = [
  'ALTER TABLE "commitment" DROP COLUMN "changed_at"',
  'ALTER TABLE "commitment" DROP CONSTRAINT "commitment_event_fkey"',
  'ALTER TABLE "deal" DROP COLUMN "changed_at"',
  'ALTER TABLE "deal" DROP CONSTRAINT "deal_key_fkey"',
  'ALTER TABLE "risk" DROP COLUMN "changed_at"',
  'ALTER TABLE "risk" DROP CONSTRAINT "risk_event_fkey"',
];

/** Every class that is an entity once the whole schema is there. */
function entities(): object[] {
  apiSchema();
  return getMetadataArgsStorage().tables.map(({ target }) => target as object);
}

describe('the entities and the migrations', () => {
  let owner: DataSource;

  beforeAll(async () => {
    const { options } = ownerDataSource(await freshDatabase());
    owner = await new DataSource({ ...options, entities: entities() } as typeof options).initialize();
  });
  afterAll(() => owner.destroy());

  /** What TypeORM would do to the migrated database to make it what the entities say. */
  const differences = async () => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  };

  test('are all looked at: every class of src that is written as an entity', () => {
    const written = writtenFiles().filter(({ path }) => path.startsWith('src/'));
    const tables = written.flatMap(({ text }) => [...text.matchAll(/^@Entity\('(\w+)'/gm)].map(([, table]) => table!));
    expect(tables).not.toEqual([]);
    expect(new Set(owner.entityMetadatas.map(({ tableName }) => tableName))).toEqual(new Set(tables));
  });

  test('agree on columns, their types and nullability, keys, foreign keys and checks', async () => {
    const others = (await differences()).filter((query) => !query.startsWith('DROP INDEX'));
    expect(others.sort()).toEqual(ONLY_IN_MIGRATIONS);
  });

  test('leave indexes to the migrations, because some are on expressions, which entities cannot say', async () => {
    expect(owner.entityMetadatas.flatMap(({ indices }) => indices.map(({ name }) => name))).toEqual([]);
    const dropped = (await differences()).filter((query) => query.startsWith('DROP INDEX'));
    expect(dropped).toContain('DROP INDEX "public"."deal_by_fee"');
  });

  test.each([
    ['a column more', 'alter table person add note text', 'DROP COLUMN "note"'],
    ['another type', 'alter table person alter name type varchar(99)', 'ADD "name" text'],
    ['a null', 'alter table person alter email drop not null', 'ALTER COLUMN "email" SET NOT NULL'],
    ['a check less', 'alter table deal drop constraint deal_fee_check', 'ADD CONSTRAINT "deal_fee_check"'],
    ['a key less', 'alter table deal drop constraint deal_opened_by_fkey', 'ADD CONSTRAINT "deal_opened_by_fkey"'],
  ])('are seen to differ in %s', async (_name, change, difference) => {
    await owner.query(change);
    expect((await differences()).join('\n')).toContain(difference);
  });
});
