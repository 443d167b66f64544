import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Asker } from './api';
import { answered } from './deals';

const FIELDS = 'id status url rowsExpected rowsWritten sha256 continueAfter failure';

/** An export as the API tells it. */
export interface Exported {
  id: string;
  status: string;
  url: string | null;
  rowsExpected: number | null;
  rowsWritten: number;
  sha256: string | null;
  continueAfter: string | null;
  failure: string | null;
}

interface Started {
  bulkExport: Exported | null;
  errors: { code: string; message: string; path: string }[];
}

/** Asks for exports as an analyst, unless said otherwise, and has their files. */
export function exporting(api: () => Api) {
  const start = async (input: object, asker: Asker = 'an-1'): Promise<Started> => {
    const query = `mutation ($input: StartBulkExportInput!) {
      startBulkExport(input: $input) { bulkExport { ${FIELDS} } errors { code message path } } }`;
    return answered(await api().ask<{ startBulkExport: Started }>(asker, query, { input })).startBulkExport;
  };

  const look = async (id: string, asker: Asker = 'an-1'): Promise<Exported | null> => {
    const query = `query ($id: ID!) { node(id: $id) { ... on BulkExport { ${FIELDS} } } }`;
    return answered(await api().ask<{ node: Exported | null }>(asker, query, { id })).node;
  };

  /** What has become of an export once nobody writes it any more. */
  const settled = async (id: string): Promise<Exported> => {
    for (let wait = 0; wait < 300; wait++) {
      const found = (await look(id))!;
      if (found.status !== 'WAITING' && found.status !== 'RUNNING') return found;
      await sleep(50);
    }
    throw new Error('the export takes too long');
  };

  const exported = async (input: object): Promise<Exported> => {
    const { bulkExport, errors } = await start(input);
    expect(errors).toEqual([]);
    return settled(bulkExport!.id);
  };

  const discard = async (id: string): Promise<void> => {
    const query = 'mutation ($id: ID!) { discardBulkExport(input: { bulkExport: $id }) { errors { message } } }';
    const { discardBulkExport } = answered(await api().ask<{ discardBulkExport: object }>('an-1', query, { id }));
    expect(discardBulkExport).toEqual({ errors: [] });
  };

  const download = async (
    url: string,
    headers: Record<string, string> = {},
    asker: Asker = 'an-1',
  ): Promise<Response> =>
    fetch(`${api().url}${url}`, { headers: { authorization: `Bearer ${await api().tokenOf(asker)}`, ...headers } });

  return { start, look, settled, exported, discard, download };
}
