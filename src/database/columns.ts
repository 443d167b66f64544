import { getMetadataArgsStorage } from 'typeorm';
import { isoInSql } from './instants';

// biome-ignore lint/complexity/noBannedTypes: classes, as TypeORM keeps them.
type Class = Function;

/**
 * The select list that makes a row of an entity's table its properties, such as `d.client_name as "clientName"`, by the
 * `@Column`s of the class and of those above it. Instants are as isoInSql writes them.
 * Throws for a class without columns.
 */
export function columnsOf(entity: Class, alias: string): string {
  const classes = new Set<unknown>(chainOf(entity));
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => classes.has(target));
  if (columns.length === 0) throw new Error(`${entity.name} has no columns`);
  const shown = columns.map(({ propertyName, options }) => {
    const column = `${alias}.${options.name ?? propertyName}`;
    return `${options.type === 'timestamptz' ? isoInSql(column) : column} as "${propertyName}"`;
  });
  return shown.join(', ');
}

function chainOf(type: Class): Class[] {
  const above = Object.getPrototypeOf(type) as Class;
  return above.prototype === undefined ? [type] : [type, ...chainOf(above)];
}
