import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of the schema. There is no way back: a mistake is put right by a further change. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract up(owner: QueryRunner): Promise<void>;

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: write a further one');
  }
}
