import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursor, isInstant, isUuid, outcome, type Page, PageArgs, pageOf, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { ApiKey, ApiKeyConnection, type ApiKeyRow } from './apiKey';
import { ApiKeyPayload, ApiKeySecretPayload, CreateApiKeyInput, RevokeApiKeyInput, RotateApiKeyInput } from './inputs';
import { createApiKey, revokeApiKey, rotateApiKey } from './issuing';
import { KEY } from './loading';

const PLACES = cursor<[string, string]>('apiKeys', isInstant, isUuid);

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, { description: 'The keys of machines, the latest first; without their secrets.' })
  async apiKeys(@Args() page: PageArgs, @Ctx() { db }: Request): Promise<Page<ApiKey>> {
    const [createdAt, id] = PLACES.read(page.after) ?? [null, null];
    const rows = await db.query<ApiKeyRow>(LIST, [page.first + 1, createdAt, id], 'api_keys');
    return pageOf(
      rows.map((row) => new ApiKey(row)),
      page,
      ({ row }) => PLACES.write([row.createdAt, row.keyId]),
    );
  }

  @Mutation(() => ApiKeySecretPayload, {
    description: 'Makes a key for a machine that reads. Its secret is shown once.',
  })
  createApiKey(
    @Arg('input', { description: 'For what, as whom and for how long.' }) input: CreateApiKeyInput,
    @Ctx() request: Request,
  ): Promise<ApiKeySecretPayload> {
    return outcome(() => createApiKey(request, input));
  }

  @Mutation(() => ApiKeySecretPayload, {
    description: 'Makes the successor of a key: the same in all but its secret. The old one goes on for a while.',
  })
  rotateApiKey(
    @Arg('input', { description: 'Which key.' }) input: RotateApiKeyInput,
    @Ctx() request: Request,
  ): Promise<ApiKeySecretPayload> {
    return outcome(() => rotateApiKey(request, input));
  }

  @Mutation(() => ApiKeyPayload, { description: 'Revokes a key: within seconds it opens nothing any more.' })
  revokeApiKey(
    @Arg('input', { description: 'Which key.' }) input: RevokeApiKeyInput,
    @Ctx() request: Request,
  ): Promise<ApiKeyPayload> {
    return outcome(() => revokeApiKey(request, input.apiKey));
  }

  @FieldResolver(() => Person, { description: 'As whom it reads.' })
  person(@Root() { row }: ApiKey, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(row.personKey);
  }

  @FieldResolver(() => Person, { description: 'Who made it.' })
  createdBy(@Root() { row }: ApiKey, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(row.createdByKey);
  }
}

const LIST = `
  select ${KEY} from api_key k
  where $3::uuid is null or (k.created_at, k.id) < ($2::timestamptz, $3::uuid)
  order by k.created_at desc, k.id desc limit $1`;
