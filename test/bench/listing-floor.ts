import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { SQL } from './listing-query';

/**
 * The least that can answer the query over HTTP: one prepared statement, its text sent on as it is. It answers whatever
 * it is asked, to whoever asks.
 */
function serve(databaseUrl: string, poolSize: number): void {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, options: '-c TimeZone=UTC' });
  const server = http.createServer((request, response) => {
    text(request)
      .then(async () => {
        const now = new Date().toISOString();
        const { rows } = await pool.query({ name: 'deals', text: SQL, values: [100, now] });
        const body = `{"data":{"deals":{"nodes":${rows[0].nodes}}}}`;
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        response.end(body);
      })
      .catch((error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      });
  });
  process.once('disconnect', () => process.exit());
  process.once('message', () => {
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  });
}

serve(process.argv[2]!, Number(process.argv[3]));
