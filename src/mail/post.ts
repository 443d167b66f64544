import { createTransport, type SendMailOptions } from 'nodemailer';
import { type Drive, MailRefusal, type OutgoingMail, type Post } from '../graphql';

const CONNECTS_WITHIN_MS = 10_000;
const ANSWERS_WITHIN_MS = 30_000;

/** Mail goes out through the server of an `smtp://` or `smtps://` URL. */
export function smtpPost(url: string): Post {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECTS_WITHIN_MS,
    greetingTimeout: CONNECTS_WITHIN_MS,
    socketTimeout: ANSWERS_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        const { response, rejected } = await transport.sendMail(optionsOf(mail));
        const refused = mail.to.filter(({ address }) => addressesOf(rejected).includes(address));
        if (refused.length > 0) throw notTakenFor(refused);
        return { accepted: true, answer: response };
      } catch (error) {
        throw error instanceof MailRefusal ? error : refusalOf(error);
      }
    },
  };
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

/** What the server said, or why it could not be asked; never the password of its URL. */
function refusalOf(error: unknown): MailRefusal {
  const { response, code } = error as { response?: string; code?: string };
  const said = response ?? `it cannot be reached (${code ?? 'no answer'})`;
  return new MailRefusal(`The mail server did not take it: ${said}`, { cause: error });
}
