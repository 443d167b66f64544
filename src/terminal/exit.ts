/** What a command's exit code says. */
export const EXIT = {
  /** It is done, or nothing is wrong. */
  fine: 0,
  /** Something is wrong with the document, or Baton refused it. */
  refused: 1,
  /** The command was not understood, or a file cannot be read or written. */
  usage: 2,
  /** The server cannot be reached, or does not know who you are. */
  unreachable: 3,
} as const;

/** A command that ends early: what to say, with which code, and what may help. */
export class Ending extends Error {
  override readonly name = 'Ending';

  constructor(
    readonly code: number,
    message: string,
    readonly hint = '',
  ) {
    super(message);
  }
}
