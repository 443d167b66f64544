import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { graphQLErrorOf, ProblemCode, Refusal, type Role, refusalOf, type Viewer } from '../../graphql';
import type { Context } from '../context';
import { answerable, type FaultLog } from '../errors';
import { asksForSchema, COST_MAX, Costs, checkLiterals, weighVariables } from '../limits';
import { PersonalFields } from '../personal';
import { TooMany } from '../traffic';
import { CompiledOperations } from './compiled';
import { SchemaAnswers } from './schemaAnswers';
import { variableRefusal } from './variables';

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway'];
type Variables = Readonly<Record<string, unknown>>;

/** An operation of a valid document, with what it was given. */
export interface Asked {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables;
  context: Context;
  /** The event that a subscription answers. */
  event?: object;
}

/** The same refusal may stand at every object of a list. */
const REFUSALS_NOTED_MAX = 10;

/** Of more, reading goes on after the first mistakes for too long: what reads them writes a message for each. */
const FEW_VALUES = 200;

/**
 * Executes operations for Apollo Server, which hands them over through its gateway interface: first what can be refused
 * without the database, then graphql-jit where it is right, and graphql-js for the rest.
 */
export function executing(schema: GraphQLSchema, executor: Executor): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        const variables: Variables = request.variables ?? {};
        // There is no operation when the document has several and none was named: graphql-js says so.
        if (!operation) return execute({ schema, document, operationName: request.operationName ?? null });
        return executor.answer({ document, operation, variables, context: context as Context });
      },
    }),
    stop: async () => undefined,
  };
}

/** Answers operations of valid documents; one a server. */
export class Executor {
  private readonly costs: Costs;
  private readonly compiled: CompiledOperations;
  private readonly personal: PersonalFields;
  private readonly schemaAnswers = new SchemaAnswers();
  private readonly storable = new WeakSet<DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly logFault: (context: Context) => FaultLog,
    private readonly introspectionRoles: readonly Role[],
  ) {
    this.costs = new Costs(schema);
    this.personal = new PersonalFields(schema);
    this.compiled = new CompiledOperations(schema);
  }

  async answer(asked: Asked): Promise<ExecutionResult> {
    const { context } = asked;
    context.outcome.operation = asked.operation.name?.value;
    if (asked.operation.operation !== OperationTypeNode.MUTATION) context.lifetime.onlyRead();
    const refusal = this.refusalOf(asked);
    const result = refusal ? { errors: [graphQLErrorOf(refusal)] } : await this.execute(asked);
    if (result.errors) for (const { extensions } of result.errors) context.outcome.errors.add(String(extensions.code));
    await this.note(asked, result);
    const { cost } = context.outcome;
    return cost === undefined ? result : { ...result, extensions: { cost: { requested: cost, maximum: COST_MAX } } };
  }

  /** What is noted of an operation beside its mutations, which note themselves. Throws what noting throws. */
  private async note({ document, operation, variables, context }: Asked, { errors }: ExecutionResult): Promise<void> {
    const action = operation.name?.value ?? operation.operation;
    const isMutation = operation.operation === OperationTypeNode.MUTATION;
    const refused = errors?.filter(({ extensions, path }) => {
      return extensions.code === ProblemCode.FORBIDDEN && !(isMutation && path?.length === 1);
    });
    if (refused?.length) {
      const few = refused.slice(0, REFUSALS_NOTED_MAX);
      const problems = few.map(({ message }) => ({ code: ProblemCode.FORBIDDEN, message }));
      await context.trail.refused(action, problems, variables);
    }
    const fields = this.personal.of(document);
    if (fields.length > 0) await context.trail.read(action, fields);
  }

  /** What can be said against an operation before any of it is executed. Takes its price. */
  refusalOf({ document, operation, variables, context }: Asked): Refusal | undefined {
    try {
      demandReading(operation, context.viewer);
      this.checkStorable(document);
      const problem = weighVariables(variables) > FEW_VALUES && variableRefusal(this.schema, operation, variables);
      if (problem) return problem;
      this.demandSchemaRight(document, context.viewer);
      const cost = this.costs.of(document, operation, variables);
      context.outcome.cost = cost;
      if (cost <= COST_MAX) return void context.pay(cost);
      return new Refusal(
        'LIMIT_EXCEEDED',
        `The operation asks for up to ${cost} objects; ${COST_MAX} are accepted.`,
        'query',
      );
    } catch (error) {
      if (error instanceof TooMany) context.outcome.retryAfterSeconds = error.seconds;
      const refusal = refusalOf(error);
      if (refusal) return refusal;
      throw error;
    }
  }

  /** Throws FORBIDDEN where a document asks for the schema, and the schema is not for whoever asks. */
  private demandSchemaRight(document: DocumentNode, { role, apiKey }: Viewer): void {
    if (!apiKey && this.introspectionRoles.includes(role)) return;
    if (!asksForSchema(document)) return;
    const why = apiKey ? 'not for API keys' : `not for your role, ${role}`;
    throw new Refusal('FORBIDDEN', `The schema is ${why}.`, 'query');
  }

  private checkStorable(document: DocumentNode): void {
    if (this.storable.has(document)) return;
    checkLiterals(document);
    this.storable.add(document);
  }

  private async execute(asked: Asked): Promise<ExecutionResult> {
    const known = this.schemaAnswers.of(asked.operation);
    if (known) return known;
    const answer = await this.executeAnew(asked);
    this.schemaAnswers.keep(asked.operation, answer);
    return answer;
  }

  private async executeAnew(asked: Asked): Promise<ExecutionResult> {
    const { document, operation, variables, context } = asked;
    const compiled = this.compiled.of(document, operation);
    const result = compiled && ((await compiled.query(undefined, context, variables)) as ExecutionResult);
    // Without data the variables could not be read and nothing has run: graphql-js knows more ways to read them.
    if (result?.data === undefined) return this.interpret(asked);
    return result.errors ? { ...result, errors: this.answerable(result.errors, context) } : result;
  }

  private async interpret({ document, operation, variables, context, event }: Asked): Promise<ExecutionResult> {
    const result = await execute({
      schema: this.schema,
      document,
      rootValue: event,
      operationName: operation.name?.value ?? null,
      contextValue: context,
      variableValues: variables,
      hideSuggestions: true,
    });
    if (!result.errors) return result;
    const unreadable = result.data === undefined && variableRefusal(this.schema, operation, variables);
    return { ...result, errors: unreadable ? [graphQLErrorOf(unreadable)] : this.answerable(result.errors, context) };
  }

  private answerable(errors: readonly GraphQLError[], context: Context): GraphQLError[] {
    return answerable(errors, context.correlationId, this.logFault(context));
  }
}

/** What an API key may have done for its reading: nothing of it changes what anybody else sees. */
const OF_READERS = ['startBulkExport', 'discardBulkExport'];

/** An API key reads and changes nothing. */
function demandReading({ operation, selectionSet }: OperationDefinitionNode, { apiKey }: Viewer): void {
  if (!apiKey || operation !== OperationTypeNode.MUTATION) return;
  const { selections } = selectionSet;
  if (selections.every((one) => one.kind === Kind.FIELD && OF_READERS.includes(one.name.value))) return;
  throw new Refusal('FORBIDDEN', 'An API key reads only: a person has to do this.', 'query');
}
