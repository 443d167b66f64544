import type { Request } from '../graphql';
import { commissionStatement, statementLines, wordsOf } from './commissionStatement';
import type { CommissionStatement, CommissionStatementArgs, StatementLine } from './statement';

/** A line of a statement with its words. */
export interface WordedLine {
  line: StatementLine;
  words: string;
}

const BATCH_LINES = 100;

/** A statement with all its lines, batch by batch. Throws as `commissionStatement` does. */
export async function statementTable(
  request: Request,
  args: CommissionStatementArgs,
): Promise<{ statement: CommissionStatement; batches: AsyncIterable<WordedLine[]> }> {
  const statement = await commissionStatement(request, args);
  async function* batches() {
    let after: string | null = null;
    for (;;) {
      const page = await statementLines(request, statement, { first: BATCH_LINES, after });
      const lines = page.nodes;
      yield await Promise.all(lines.map(async (line) => ({ line, words: await wordsOf(line, request) })));
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor ?? null;
    }
  }
  return { statement, batches: batches() };
}
