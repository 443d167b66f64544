import { type DocumentNode, type GraphQLSchema, isObjectType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Fields with personal data of contacts, beside those of every type that has a phone number. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  ClientEmail: ['sender', 'subject', 'body'],
  HandoffDocument: ['markdown', 'html'],
  HandoffPackage: ['people'],
  IntroEmail: ['to', 'body'],
  PackageDifference: ['before', 'after'],
  PackageRevision: ['people'],
};

/** The personal fields of a schema, as `Type.field`. */
export function personalFieldsOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const contacts = types.filter((type) => type.getFields().phone);
  return new Set([
    ...contacts.flatMap(({ name }) => ['name', 'email', 'phone', 'notes'].map((field) => `${name}.${field}`)),
    ...types.flatMap((type) =>
      (OTHERS[type.name] ?? []).filter((field) => type.getFields()[field]).map((field) => `${type.name}.${field}`),
    ),
  ]);
}

/** Which personal fields documents ask for; each document is looked at once. */
export class PersonalFields {
  private readonly all: ReadonlySet<string>;
  private readonly known = new WeakMap<DocumentNode, readonly string[]>();

  constructor(private readonly schema: GraphQLSchema) {
    this.all = personalFieldsOf(schema);
  }

  /** Those of a document, as `Type.field`, each once. */
  of(document: DocumentNode): readonly string[] {
    const known = this.known.get(document);
    if (known) return known;
    const found = new Set<string>();
    const types = new TypeInfo(this.schema);
    const Field = () => {
      const name = `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
      if (this.all.has(name)) found.add(name);
    };
    visit(document, visitWithTypeInfo(types, { Field }));
    const fields = [...found].sort();
    this.known.set(document, fields);
    return fields;
  }
}
