import { registerEnumType } from 'type-graphql';

/** An enum of the schema whose values are the rules' own names, each with its description. */
export function enumeration<Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): { readonly [N in Name]: N } {
  const names = Object.keys(values) as Name[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as { [N in Name]: N };
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as Record<Name, { description: string }> });
  return members;
}
