/** The shared drive, on which people find files. */
export interface Drive {
  /**
   * Writes a file below the drive's folder, whole or not at all, and answers its path there. Throws a DriveFailure
   * where it cannot be written.
   */
  write(path: string, content: string | Uint8Array): Promise<string>;
  /** Removes a file, be it there or not. Throws a DriveFailure where it stays. */
  remove(path: string): Promise<void>;
}

/** Why a file could not be written, in words for a person. */
export class DriveFailure extends Error {
  override readonly name = 'DriveFailure';
}

/** Somebody's mail address, with the name that goes before it. */
export interface MailAddress {
  name: string;
  address: string;
}

/** A mail that goes out, in plain text. */
export interface OutgoingMail {
  messageId: string;
  from: MailAddress;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  subject: string;
  text: string;
  /** The invitation of a calendar, as RFC 5545 has it. */
  invitation?: string;
}

/** What became of a mail: a server took it, or it lies on the drive for somebody to send. */
export type Posted =
  /** `refused` are the addresses of copies that it did not take it for. */
  { accepted: true; answer: string; refused: readonly string[] } | { accepted: false; file: string };

/** Where mail goes out. */
export interface Post {
  /**
   * Hands a mail to the mail server; without one it is written to the drive as `file`. Throws a MailRefusal where the
   * server does not take it, MailUnanswered where it may have, a DriveFailure where the file cannot be written.
   */
  send(mail: OutgoingMail, file: string): Promise<Posted>;
}

/** Why a mail server did not take a mail, in its own words. */
export class MailRefusal extends Error {
  override readonly name = 'MailRefusal';
}

/** A mail server that got a mail and did not say whether it took it: nobody can know whether it went out. */
export class MailUnanswered extends Error {
  override readonly name = 'MailUnanswered';
}
