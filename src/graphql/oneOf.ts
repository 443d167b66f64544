import { Extensions } from 'type-graphql';

/** Marks an input type of which exactly one field is given: `@oneOf` in the schema, enforced by graphql-js. */
export const OneOf = (): ClassDecorator & PropertyDecorator =>
  Extensions({ oneOf: true }) as ClassDecorator & PropertyDecorator;
