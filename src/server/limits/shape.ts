import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';

/** How large a document is, before anything is known about types. */
export interface Shape {
  /** Fields inside fields, fragments followed; introspection apart. */
  depth: number;
  /** The same below `__schema` and `__type`: the usual introspection query goes deeper than any of ours. */
  introspectionDepth: number;
  fields: number;
  aliases: number;
  directives: number;
}

/** Measures a document in time that grows with its length alone, whatever its fragments do. */
export function shapeOf(document: DocumentNode): Shape {
  return { ...new Depths(document).deepest(), ...countsOf(document) };
}

function countsOf(document: DocumentNode): Pick<Shape, 'fields' | 'aliases' | 'directives'> {
  const counts = { fields: 0, aliases: 0, directives: 0 };
  visit(document, {
    [Kind.FIELD](node) {
      counts.fields += 1;
      if (node.alias) counts.aliases += 1;
    },
    [Kind.DIRECTIVE]() {
      counts.directives += 1;
    },
  });
  return counts;
}

class Depths {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();
  private introspectionDepth = 0;

  constructor(private readonly document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  deepest(): Pick<Shape, 'depth' | 'introspectionDepth'> {
    let depth = 0;
    for (const definition of this.document.definitions)
      if ('selectionSet' in definition) depth = Math.max(depth, this.below(definition.selectionSet));
    return { depth, introspectionDepth: this.introspectionDepth };
  }

  private below(selections: SelectionSetNode | undefined): number {
    let deepest = 0;
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        deepest = Math.max(deepest, this.belowFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, this.below(selection.selectionSet));
      else deepest = Math.max(deepest, 1 + this.belowField(selection.name.value, selection.selectionSet));
    }
    return deepest;
  }

  private belowField(name: string, selections: SelectionSetNode | undefined): number {
    const depth = this.below(selections);
    if (!name.startsWith('__')) return depth;
    this.introspectionDepth = Math.max(this.introspectionDepth, depth);
    return 0;
  }

  private belowFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    // A fragment that contains itself adds nothing more here; validation refuses it afterwards.
    this.known.set(name, 0);
    const depth = this.below(this.fragments.get(name)?.selectionSet);
    this.known.set(name, depth);
    return depth;
  }
}
