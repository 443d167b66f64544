import { isIP } from 'node:net';
import { ROLES, type Role } from '../rules';
import type { SettingsReader } from './reader';

/** What one client may ask for, who may ask from where, and for how long. */
export interface TrafficSettings {
  /** After so many seconds an operation is ended, and its SQL with it. */
  readonly operationSeconds: number;
  /** Requests a minute of a person or an API key; a tenth of it at once. 0 sets no bound. */
  readonly requestsAMinute: number;
  /** Objects a minute of a person or an API key, by the prices of operations; a tenth of it at once. 0: no bound. */
  readonly objectsAMinute: number;
  /** Requests a minute without a valid credential from one address; a tenth of it at once. 0: no bound. */
  readonly strangersAMinute: number;
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Origins of other sites whose pages may call the API. */
  readonly corsOrigins: readonly string[];
  /** Roles that may ask for the schema. */
  readonly introspectionRoles: readonly Role[];
}

/** PostgreSQL ends every statement after thirty seconds, so that no more would make a difference. */
const OPERATION_SECONDS_MAX = 30;
const RATE_MAX = 100_000_000;

/** Reads the settings of traffic; see the README for what each means. */
export function readTraffic(reader: SettingsReader): TrafficSettings {
  const rate = (name: string, otherwise: number) => reader.integer(name, otherwise, { least: 0, most: RATE_MAX });
  return {
    operationSeconds: reader.integer('OPERATION_SECONDS', 30, { least: 1, most: OPERATION_SECONDS_MAX }),
    requestsAMinute: rate('REQUESTS_A_MINUTE', 12_000),
    objectsAMinute: rate('OBJECTS_A_MINUTE', 3_000_000),
    strangersAMinute: rate('STRANGERS_A_MINUTE', 600),
    trustedProxies: reader.listWhere('TRUSTED_PROXIES', isNetwork, 'addresses or networks such as 10.0.0.0/8'),
    corsOrigins: reader.listWhere('CORS_ORIGINS', isOrigin, 'origins such as https://app.example.com'),
    introspectionRoles: reader.given('INTROSPECTION_ROLES') ? reader.listOf('INTROSPECTION_ROLES', ROLES) : ROLES,
  };
}

function isNetwork(text: string): boolean {
  const [address = '', length = '0', more] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more === undefined && /^\d{1,3}$/.test(length) && Number(length) <= bits;
}

/** As browsers send it: scheme and host, and no path. `*` is none: whoever may call is named. */
function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
