import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** How large a document is, before anything is known about types. */
export interface Shape {
  /** Fields inside fields, fragments followed; introspection apart. */
  depth: number;
  /** The same below `__schema` and `__type`: the usual introspection query goes deeper than any of ours. */
  introspectionDepth: number;
  fields: number;
  aliases: number;
  directives: number;
  operations: number;
  /** Definitions of fragments. */
  fragments: number;
  /** Where fragments are used, those without a name too. */
  spreads: number;
  /** Definitions of variables. */
  variables: number;
  /** Selections with every fragment written out where it is used: so much is compiled. */
  expanded: number;
  /** Fields that stand beside one of the same name: each is compared with each. */
  repeated: number;
  /** `__schema` and `__type`. */
  introspections: number;
  /** Mutations of one operation: each is made by itself, and what was made stays. */
  changes: number;
}

/** Measures a document in time that grows with its length alone, whatever its fragments do. */
export function shapeOf(document: DocumentNode): Shape {
  return { ...new Depths(document).deepest(), ...countsOf(document) };
}

/** What follows fragments. */
type Followed = 'depth' | 'introspectionDepth' | 'expanded' | 'changes';
type Counts = Omit<Shape, Followed>;

const NONE: Counts = {
  fields: 0,
  aliases: 0,
  directives: 0,
  operations: 0,
  fragments: 0,
  spreads: 0,
  variables: 0,
  repeated: 0,
  introspections: 0,
};

function countsOf(document: DocumentNode): Counts {
  const counts = { ...NONE };
  visit(document, {
    enter(node) {
      const what = COUNTED[node.kind];
      if (what) counts[what] += 1;
      if (node.kind === Kind.FIELD && node.alias) counts.aliases += 1;
      if (node.kind === Kind.FIELD && /^__(schema|type)$/.test(node.name.value)) counts.introspections += 1;
      if (node.kind === Kind.SELECTION_SET) counts.repeated += repeatedOf(node);
    },
  });
  return counts;
}

function repeatedOf({ selections }: SelectionSetNode): number {
  const names = selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : [],
  );
  return names.length - new Set(names).size;
}

const COUNTED: {
  readonly [kind in Kind]?: 'fields' | 'directives' | 'operations' | 'fragments' | 'spreads' | 'variables';
} = {
  [Kind.FIELD]: 'fields',
  [Kind.DIRECTIVE]: 'directives',
  [Kind.OPERATION_DEFINITION]: 'operations',
  [Kind.FRAGMENT_DEFINITION]: 'fragments',
  [Kind.FRAGMENT_SPREAD]: 'spreads',
  [Kind.INLINE_FRAGMENT]: 'spreads',
  [Kind.VARIABLE_DEFINITION]: 'variables',
};

function isMutation(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION;
}

/** What is below a selection set, fragments followed. */
interface Below {
  depth: number;
  selections: number;
  /** The fields of the set itself. */
  fields: number;
}

class Depths {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Below>();
  private introspectionDepth = 0;

  constructor(private readonly document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  deepest(): Pick<Shape, Followed> {
    let [depth, expanded, changes] = [0, 0, 0];
    for (const definition of this.document.definitions) {
      if (!('selectionSet' in definition)) continue;
      const below = this.below(definition.selectionSet);
      depth = Math.max(depth, below.depth);
      expanded = Math.max(expanded, below.selections);
      if (isMutation(definition)) changes = Math.max(changes, below.fields);
    }
    return { depth, introspectionDepth: this.introspectionDepth, expanded, changes };
  }

  private below(set: SelectionSetNode | undefined): Below {
    const all: Below = { depth: 0, selections: 0, fields: 0 };
    for (const selection of set?.selections ?? []) {
      const { depth, selections, fields } = this.of(selection);
      all.depth = Math.max(all.depth, depth);
      all.selections += 1 + selections;
      all.fields += fields;
    }
    return all;
  }

  private of(selection: SelectionNode): Below {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
    const below = this.below(selection.selectionSet);
    return selection.kind === Kind.FIELD ? this.ofField(selection.name.value, below) : below;
  }

  private ofField(name: string, { depth, selections }: Below): Below {
    if (!name.startsWith('__')) return { depth: depth + 1, selections, fields: 1 };
    this.introspectionDepth = Math.max(this.introspectionDepth, depth);
    return { depth: 1, selections, fields: 1 };
  }

  private ofFragment(name: string): Below {
    const known = this.known.get(name);
    if (known) return known;
    // A fragment that contains itself adds nothing more here; validation refuses it afterwards.
    this.known.set(name, { depth: 0, selections: 0, fields: 0 });
    const below = this.below(this.fragments.get(name)?.selectionSet);
    this.known.set(name, below);
    return below;
  }
}
