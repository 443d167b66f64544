import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { type PlaceOfRows, SQL } from './rows-query';

/**
 * The least that can answer with a page of rows over HTTP: one prepared statement, its text sent on as it is. It gives
 * the rows after the place that it was started with, to whoever asks anything.
 */
function serve(databaseUrl: string, poolSize: number): void {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, options: '-c TimeZone=UTC' });
  let after: PlaceOfRows;
  const server = http.createServer((request, response) => {
    text(request)
      .then(async () => {
        const { rows } = await pool.query({ name: 'rows', text: SQL, values: [after.updatedAt, after.id] });
        const body = `{"data":{"commissionRows":{"nodes":${rows[0].nodes}}}}`;
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        response.end(body);
      })
      .catch((error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      });
  });
  process.once('disconnect', () => process.exit());
  process.once('message', (place: PlaceOfRows) => {
    after = place;
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  });
}

serve(process.argv[2]!, Number(process.argv[3]));
