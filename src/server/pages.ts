import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { type Database, Lifetime } from '../database';
import type { DocumentPages } from '../exports';
import { Refusal, type Viewer } from '../graphql';
import { trustedDocuments } from '../trusted';
import type { Context } from './context';
import type { Worked } from './passing';

/** A page of the one list that an exported document asks. */
interface ListPage {
  nodes: unknown[];
  pageInfo: { endCursor: string | null };
}

/** What pages are asked with. */
interface Asking {
  apollo: ApolloServer<Context>;
  db: Database;
  contextOf: (work: Worked, viewer: Viewer) => Context;
}

/** Asks a trusted document for one page after the other, as whoever wants them all; each as any request is answered. */
export function documentPages({ apollo, db, contextOf }: Asking): DocumentPages {
  return async function* pages({ document, variables, createdByKey, role }) {
    const correlationId = randomUUID();
    const { query } = trustedDocuments().get(document!) ?? {};
    if (!query) throw new Refusal('NOT_FOUND', `There is no trusted document "${document}" any more`);
    for (let after: string | null = null; ; ) {
      const [still] = await db.query(STILL, [createdByKey, role], 'exporter_still_has_role');
      if (!still) throw new Refusal('FORBIDDEN', `${createdByKey} is no ${role} any more`);
      const work: Worked = { correlationId, outcome: { errors: new Set() }, lifetime: new Lifetime() };
      // What an export asks is paid by having asked for it: pages take nothing of anybody's budget.
      const contextValue = { ...contextOf(work, { personKey: createdByKey, role }), pay: () => undefined };
      const { body } = await apollo.executeOperation({ query, variables: { ...variables, after } }, { contextValue });
      clearTimeout(work.deadline);
      const page = pageOf(body.kind === 'single' ? body.singleResult : { errors: [] });
      if (page.nodes.length === 0) return;
      yield page.nodes;
      if (page.pageInfo.endCursor === null) return;
      after = page.pageInfo.endCursor;
    }
  };
}

const STILL = 'select from person where key = $1 and role = $2';

function pageOf({ data, errors }: { data?: unknown; errors?: readonly { message: string }[] | undefined }): ListPage {
  if (errors) throw new Refusal('BAD_USER_INPUT', errors[0]?.message ?? 'the document gives no answer');
  return Object.values(data as Record<string, ListPage>)[0]!;
}
