import { isIP } from 'node:net';
import { StartFailure } from '../start-failure';
import { readSecret } from './secret';

const LONGEST_SHOWN = 80;

/** Reads settings one by one and remembers what it refused, so that all mistakes are told at once. */
export class SettingsReader {
  private readonly refusals: string[] = [];

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  text(name: string, otherwise: string): string {
    return this.given(name) ?? otherwise;
  }

  oneOf<T extends string>(name: string, accepted: readonly T[], otherwise: T): T {
    const given = this.given(name);
    if (given === undefined) return otherwise;
    return accepted.find((value) => value === given) ?? this.refuse(name, accepted.join(', '), otherwise);
  }

  /** Some of the accepted values, separated by commas; none where it is not set. */
  listOf<T extends string>(name: string, accepted: readonly T[]): readonly T[] {
    const isAccepted = (value: string): value is T => accepted.some((one) => one === value);
    return this.listWhere(name, isAccepted, `any of ${accepted.join(', ')}`) as readonly T[];
  }

  /** Values separated by commas, each of which is accepted; none where it is not set. */
  listWhere(name: string, isAccepted: (value: string) => boolean, accepted: string): readonly string[] {
    const values = this.text(name, '')
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '');
    return values.every(isAccepted) ? values : this.refuse(name, `${accepted}, separated by commas,`, []);
  }

  integer(name: string, otherwise: number, range: { least: number; most: number }): number {
    const given = this.given(name);
    if (given === undefined) return otherwise;
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= range.least && value <= range.most) return value;
    return this.refuse(name, `a whole number from ${range.least} to ${range.most}`, otherwise);
  }

  boolean(name: string, otherwise: boolean): boolean {
    return this.oneOf(name, ['true', 'false'], otherwise ? 'true' : 'false') === 'true';
  }

  host(name: string, otherwise: string): string {
    const host = this.text(name, otherwise);
    if (isIP(host) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) return host;
    return this.refuse(name, 'an IP address or the name of a host', otherwise);
  }

  /** The URL of a PostgreSQL database. */
  databaseUrl(name: string): string | undefined {
    const example = 'a URL such as postgres://user:password@localhost:5432/baton';
    return this.urlWhere(
      name,
      this.secret(name),
      (url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url),
      example,
    );
  }

  /** The URL of a mail server. */
  smtpUrl(name: string): string | undefined {
    const example = 'a URL such as smtps://user:password@mail.example.com';
    return this.urlWhere(name, this.secret(name), (url) => /^smtps?:\/\//.test(url) && URL.canParse(url), example);
  }

  /** A URL that is accepted. Of a bad one the scheme is told at most: the rest may hold a password. */
  urlWhere(
    name: string,
    given: string | undefined,
    isAccepted: (url: string) => boolean,
    accepted: string,
  ): string | undefined {
    if (given === undefined || isAccepted(given)) return given;
    const scheme = /^[a-z]{1,20}:\/\//i.exec(given)?.[0] ?? '';
    this.add(`${name}=${scheme}… is not accepted: ${accepted} is`);
    return undefined;
  }

  /** Remembers that the value given for `name` is wrong, and hands `otherwise` back so that reading goes on. */
  refuse<T>(name: string, accepted: string, otherwise: T): T {
    const given = this.given(name) ?? '';
    const shown = given.length > LONGEST_SHOWN ? `${given.slice(0, LONGEST_SHOWN)}…` : given;
    this.add(`${name}=${JSON.stringify(shown)} is not accepted: ${accepted} is`);
    return otherwise;
  }

  /** Remembers that `name` is not set where it must be. */
  miss(name: string, why: string): void {
    this.add(`${name} is not set: ${why}`);
  }

  /** The value of a setting; undefined where it is not set or empty. */
  given(name: string): string | undefined {
    return this.env[name] || undefined;
  }

  /** A value that others are not to see: from the setting itself, or from the file that `<name>_FILE` names. */
  private secret(name: string): string | undefined {
    const file = this.given(`${name}_FILE`);
    if (file === undefined) return this.given(name);
    if (this.given(name)) return this.refuse(`${name}_FILE`, `one of it and ${name}`, undefined);
    return readSecret(file) ?? this.refuse(`${name}_FILE`, 'a readable file that is not empty', undefined);
  }

  throwIfAnyWasRefused(): void {
    if (this.refusals.length > 0) throw new StartFailure(this.refusals.join('\n'));
  }

  private add(refusal: string): void {
    this.refusals.push(refusal);
  }
}
