import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback, and what it was given. */
export interface TestSmtp {
  url: string;
  received: (ParsedMail & { recipients: string[] })[];
  /** What it answers to the next mails instead of taking them; null to take them. */
  refuseWith: { code: number; message: string } | null;
  /** An address that it takes no mail for; null to take them for everybody. */
  refuseTo: string | null;
  /** Whether it hangs up on a mail that it has taken, without a word. */
  hangsUp: boolean;
  /** How long it thinks about a mail. */
  thinksMs: number;
  stop(): Promise<void>;
}

/** Starts a mail server that takes everything. */
export async function startSmtp(): Promise<TestSmtp> {
  const obliging = { refuseWith: null, refuseTo: null, hangsUp: false, thinksMs: 0 };
  const smtp: TestSmtp = { url: '', received: [], ...obliging, stop: async () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (address !== smtp.refuseTo) return done();
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      void simpleParser(stream).then(async (mail) => {
        await new Promise((resolve) => setTimeout(resolve, smtp.thinksMs));
        if (smtp.refuseWith) {
          done(Object.assign(new Error(smtp.refuseWith.message), { responseCode: smtp.refuseWith.code }));
          return;
        }
        smtp.received.push(Object.assign(mail, { recipients: session.envelope.rcptTo.map(({ address }) => address) }));
        if (smtp.hangsUp) for (const connection of server.connections) connection.close();
        else done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  smtp.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  smtp.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return smtp;
}
