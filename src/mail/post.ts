import { Readable } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type Drive, MailRefusal, MailUnanswered, type OutgoingMail, type Post } from '../graphql';

const CONNECTS_WITHIN_MS = 10_000;
const ANSWERS_WITHIN_MS = 30_000;

/** However slowly a mail server answers, nobody waits longer than this, and what was given up does not go out later. */
const SENDS_WITHIN_MS = 60_000;

/** Mail goes out through the server of an `smtp://` or `smtps://` URL, or has failed to after so many milliseconds. */
export function smtpPost(url: string, withinMs = SENDS_WITHIN_MS): Post {
  return {
    async send(mail) {
      const sending = new Sending(url, withinMs);
      const { response, rejected } = await sending.send(mail);
      const refused = addressesOf(rejected);
      const lost = mail.to.filter(({ address }) => refused.includes(address));
      if (lost.length > 0) throw notTakenFor(lost);
      return { accepted: true, answer: response, refused: refused.filter((address) => isCopied(mail, address)) };
    },
  };
}

/** One try to send a mail, which knows how far it came. */
class Sending {
  /** From here on the server may have taken the mail, whether or not it says so. */
  private handsOver = false;

  constructor(
    private readonly url: string,
    private readonly withinMs: number,
  ) {}

  async send(mail: OutgoingMail) {
    const signal = AbortSignal.timeout(this.withinMs);
    try {
      return await this.transport().sendMail({ ...optionsOf(mail), signal });
    } catch (error) {
      throw this.failureOf(error, signal.aborted);
    }
  }

  private transport() {
    const transport = createTransport({
      url: this.url,
      connectionTimeout: CONNECTS_WITHIN_MS,
      greetingTimeout: CONNECTS_WITHIN_MS,
      socketTimeout: ANSWERS_WITHIN_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    transport.use('stream', ({ message }, done) => {
      message.processFunc((text) => Readable.from(this.handingOver(text)));
      done();
    });
    return transport;
  }

  /** The first piece is asked for once the server wants the mail: until then it has nothing to send on. */
  private async *handingOver(text: Readable): AsyncGenerator<Buffer> {
    this.handsOver = true;
    for await (const piece of text) yield piece;
  }

  /** What the server said, or why it could not be asked; never the password of its URL. */
  private failureOf(error: unknown, isLate: boolean): Error {
    const { response, code } = error as { response?: string; code?: string };
    if (this.handsOver && (response === undefined || code === 'ECONNECTION'))
      return new MailUnanswered('The mail server got it and did not answer: it may have gone out', { cause: error });
    const said = response ?? `it cannot be reached (${isLate ? 'ETIMEDOUT' : (code ?? 'no answer')})`;
    return new MailRefusal(`The mail server did not take it: ${said}`, { cause: error });
  }
}

function isCopied({ cc }: OutgoingMail, address: string): boolean {
  return cc.some((one) => one.address === address);
}

/** Without a mail server mails are put on the drive, for somebody to open and send. */
export function drivePost(drive: Drive): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail, file) {
      const { message } = await transport.sendMail(optionsOf(mail));
      return { accepted: false, file: await drive.write(file, message as Buffer) };
    },
  };
}

function optionsOf({ messageId, from, to, cc, subject, text, invitation }: OutgoingMail): SendMailOptions {
  return {
    messageId,
    from,
    to: [...to],
    cc: [...cc],
    subject,
    text,
    ...(invitation !== undefined && { icalEvent: { method: 'REQUEST', filename: 'invite.ics', content: invitation } }),
  };
}

/** Servers take a mail for some of its recipients: it was not sent when one whom it is for does not get it. */
function notTakenFor(refused: readonly { address: string }[]): MailRefusal {
  return new MailRefusal(`The mail server did not take it for ${refused.map(({ address }) => address).join(' and ')}`);
}

function addressesOf(rejected: readonly (string | { address: string })[]): string[] {
  return rejected.map((one) => (typeof one === 'string' ? one : one.address));
}
