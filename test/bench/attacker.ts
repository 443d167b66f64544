import http from 'node:http';
import { HOSTILE } from '../harness/hostile';
import { inLanes } from './rounds';

const CONNECTIONS = 8;

/** What the attacker is told: for how long to go on. */
interface Attack {
  ms: number;
}

/** What became of an attack: how many requests were answered, and how many of them as what they are. */
export interface Attacked {
  sent: number;
  refused: number;
  tooMany: number;
}

/** Sends one hostile request after the other over several connections, each time another text, until it is told. */
function attack(url: string, token: string, agent: http.Agent, until: number): Promise<Attacked> {
  const attacked: Attacked = { sent: 0, refused: 0, tooMany: 0 };
  const lane = async (_: unknown, number: number) => {
    for (let index = number; performance.now() < until; index += CONNECTIONS) {
      const { body } = HOSTILE[index % HOSTILE.length]!;
      // Another text each time: a document that was refused once is refused from memory else.
      const { status, text } = await send(url, token, agent, body.replace('{', `{ "extensions": { "n": ${index} },`));
      attacked.sent += 1;
      if (status === 429) attacked.tooMany += 1;
      else if (text.includes('"errors":[')) attacked.refused += 1;
    }
  };
  return inLanes(CONNECTIONS, Array.from({ length: CONNECTIONS }), lane).then(() => attacked);
}

function send(url: string, token: string, agent: http.Agent, body: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request = http.request(`${url}/graphql`, { method: 'POST', agent, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const [url, token] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
process.on('message', ({ ms }: Attack) => {
  void attack(url!, token!, agent, performance.now() + ms).then((attacked) => process.send!(attacked));
});
