import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { MailRefusal, MailUnanswered, type OutgoingMail } from '../../src/graphql';
import { smtpPost } from '../../src/mail';
import { startSmtp } from '../harness/smtp';

const MAIL: OutgoingMail = {
  messageId: '<1@baton.example>',
  from: { name: 'Ada', address: 'ada@baton.example' },
  to: [{ name: '', address: 'dana@larch.example' }],
  cc: [{ name: 'Max', address: 'max@baton.example' }],
  subject: 'Your account manager',
  text: 'Hello',
};
const ANSWERS: Readonly<Record<string, string>> = { EHLO: '250 hi', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on' };

let server: Server | undefined;
/** What was said to the server, and how long it takes to greet. */
let heard = '';
let greetsAfterMs = 0;
const sockets: Socket[] = [];
afterEach(() => {
  greetsAfterMs = 0;
  for (const socket of sockets) socket.destroy();
  server?.close();
});

/** A mail server that says what it is told to, a line to a line, and nothing to the mail itself. */
async function mute(greeting: string | null, atTheEnd: 'says nothing' | 'hangs up', answers = ANSWERS) {
  heard = '';
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    if (greeting) setTimeout(() => socket.write(`${greeting}\r\n`), greetsAfterMs);
    socket.on('data', (data) => {
      heard += data.toString();
      const answer = answers[data.toString().slice(0, 4).toUpperCase()];
      if (answer) socket.write(`${answer}\r\n`);
      else if (atTheEnd === 'hangs up') socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a mail that a server got and did not answer may have gone out, and that is said', async () => {
  const failure = await smtpPost(await mute('220 hi', 'says nothing'), 500)
    .send(MAIL, 'x')
    .catch((error) => error);
  expect(failure).toBeInstanceOf(MailUnanswered);
});

test('so may one on which the server hung up', async () => {
  const failure = await smtpPost(await mute('220 hi', 'hangs up'))
    .send(MAIL, 'x')
    .catch((error) => error);
  expect(failure).toBeInstanceOf(MailUnanswered);
});

test('a mail that no server got did not go out, and nobody waits for ever', async () => {
  const begun = Date.now();
  const failure = await smtpPost(await mute(null, 'says nothing'), 300)
    .send(MAIL, 'x')
    .catch((error) => error);
  expect(failure).toBeInstanceOf(MailRefusal);
  expect(Date.now() - begun).toBeLessThan(5_000);
});

test('a mail on which the server hung up before it got it did not go out', async () => {
  const { RCPT: _recipient, ...answers } = ANSWERS;
  const failure = await smtpPost(await mute('220 hi', 'hangs up', answers))
    .send(MAIL, 'x')
    .catch((error) => error);
  expect(failure).toBeInstanceOf(MailRefusal);
  expect(failure.message).toContain('cannot be reached');
});

test('a mail that was given up does not go out afterwards', async () => {
  greetsAfterMs = 400;
  const url = await mute('220 hi', 'says nothing');
  const failure = await smtpPost(url, 200)
    .send(MAIL, 'x')
    .catch((error) => error);
  expect(failure).toBeInstanceOf(MailRefusal);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(heard).toBe('');
});

test('a mail that is taken for everybody but a copy went out, and the copy is told', async () => {
  const smtp = await startSmtp();
  smtp.refuseTo = 'max@baton.example';
  expect(await smtpPost(smtp.url).send(MAIL, 'x')).toMatchObject({ accepted: true, refused: ['max@baton.example'] });
  await smtp.stop();
});
