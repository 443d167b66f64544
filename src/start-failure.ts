/**
 * A start that failed for a reason that whoever starts Baton can put right: a bad setting, a full disk, a taken port.
 * The message says what was wrong and where; `main` prints it without a stack trace and exits with code 1.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
