import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations';
import { ownerDataSource } from '../../src/database/data-source';
import { freshDatabase, onServer, withDatabase } from './database';

/** The owner's URL of a database with the schema as the first so many migrations left it, and nothing in it. */
export async function databaseOfThen(migrationCount: number): Promise<string> {
  const template = await freshDatabase();
  const name = `${new URL(template).pathname.slice(1)}_then`;
  await onServer(template, `create database ${name} template template0`);
  const url = withDatabase(template, name);
  const of = { ...ownerDataSource(url).options, migrations: migrations.slice(0, migrationCount) } as DataSourceOptions;
  const owner = await new DataSource(of).initialize();
  await owner.runMigrations({ transaction: 'each' });
  await owner.destroy();
  return url;
}
