import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** Asks a server over so many connections, which are kept open. */
export class Client {
  private readonly agent: http.Agent;
  private readonly headers: Record<string, string>;

  constructor(
    private readonly url: string,
    token: string,
    connections: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    this.headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  }

  /**
   * The data of an operation, which is given as the body of its request. Throws for an answer with errors. Asks again
   * where the server has just closed a connection that was idle; so an operation must be one that can be repeated.
   */
  async ask<Data>(body: string): Promise<Data> {
    const headers = { ...this.headers, 'content-length': Buffer.byteLength(body) };
    const request = http.request(`${this.url}/graphql`, { method: 'POST', agent: this.agent, headers });
    request.end(body);
    try {
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      return dataOf<Data>(await text(answer));
    } catch (error) {
      if (request.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET') return this.ask(body);
      throw error;
    }
  }

  close(): void {
    this.agent.destroy();
  }
}

function dataOf<Data>(answer: string): Data {
  const { data, errors } = JSON.parse(answer) as { data?: Data; errors?: unknown };
  if (data && !errors) return data;
  throw new Error(`The server refused: ${answer.slice(0, 500)}`);
}
