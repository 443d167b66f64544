import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Page, Request } from '../graphql';
import { listEntries } from './listing';
import { AuditArgs, AuditEntry, AuditEntryConnection } from './objects';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: 'What was done, tried and read, the latest first: who, what, when, from where, before and after.',
  })
  auditLog(@Args() args: AuditArgs, @Ctx() request: Request): Promise<Page<AuditEntry>> {
    return listEntries(request, args);
  }
}
