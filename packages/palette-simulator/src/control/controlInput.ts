import type {
  DelayOptions,
  FailureOptions,
  SilenceOptions,
} from '../http/Faults';
import type { Health } from '../seed/types';
import { DEFAULT_SETTINGS, type SimulatorSettings } from '../settings';

/** The body of a control action is not what it should be. */
export class ControlError extends Error {
  readonly name = 'ControlError';
}

type Body = Record<string, unknown>;

const FAILURE_BODIES = ['v1error', 'html', 'garbage', 'empty', 'truncated'];

/** Choices of those settings that are neither free text, number nor flag. */
const CHOICES: Partial<Record<keyof SimulatorSettings, readonly string[]>> = {
  sessionTokenAs: ['code', 'refresh_token', 'none'],
  discovery: ['standard', 'strings', 'missing'],
  subject: ['uid', 'email'],
  emailVerified: ['true', 'false', 'absent'],
  idTokenFault: [
    'none',
    'signature',
    'at_hash',
    'nonce',
    'audience',
    'issuer',
    'expired',
    'alg_none',
    'hs256',
  ],
  kubeconfigEncoding: ['plain', 'base64'],
  usersMe: ['me', 'user', 'refused', 'missing'],
};

function fieldsOf(body: unknown): Body {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function optionalNumber(body: Body, name: string): number | undefined {
  const value = body[name];
  if (value === undefined) {
    return undefined;
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) {
    throw new ControlError(`${name} must be a whole number`);
  }
  return number;
}

function requiredNumber(body: Body, name: string): number {
  const number = optionalNumber(body, name);
  if (number === undefined) {
    throw new ControlError(`${name} is missing`);
  }
  return number;
}

function optionalString(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value !== undefined && typeof value !== 'string') {
    throw new ControlError(`${name} must be a string`);
  }
  return value;
}

/** Body of the session actions; throws {@link ControlError}. */
export function readUser(body: unknown): string {
  const user = optionalString(fieldsOf(body), 'user');
  if (!user) {
    throw new ControlError('user must be the e-mail or uid of a user');
  }
  return user;
}

const HEALTHS: Health[] = ['Healthy', 'UnHealthy', 'Unhealthy', 'Unknown'];

/** Body of `health`; throws {@link ControlError}. */
export function readHealth(body: unknown): { cluster: string; health: Health } {
  const fields = fieldsOf(body);
  const cluster = optionalString(fields, 'cluster');
  const health = HEALTHS.find(one => one === fields.health);
  if (!cluster || !health) {
    throw new ControlError(
      `cluster must be a name or uid, and health one of ${HEALTHS.join(', ')}`,
    );
  }
  return { cluster, health };
}

/** Body of `time`; throws {@link ControlError}. */
export function readSeconds(body: unknown): number {
  return requiredNumber(fieldsOf(body), 'seconds');
}

/** A flag as JSON, or as the text that an HTML form sends. */
export function readFlag(
  body: unknown,
  name: string,
  fallback?: boolean,
): boolean {
  const value = fieldsOf(body)[name] ?? fallback;
  if (value === true || value === 'true') {
    return true;
  }
  if (value === false || value === 'false') {
    return false;
  }
  throw new ControlError(`${name} must be true or false`);
}

/** Body of `hang` and `drop`; throws {@link ControlError}. */
export function readSilence(body: unknown): SilenceOptions {
  const fields = fieldsOf(body);
  return {
    count: optionalNumber(fields, 'count'),
    path: optionalString(fields, 'path'),
    method: optionalString(fields, 'method'),
  };
}

/** Body of `delay`; throws {@link ControlError}. */
export function readDelay(body: unknown): DelayOptions {
  const fields = fieldsOf(body);
  const when = optionalString(fields, 'when') ?? 'before';
  if (when !== 'before' && when !== 'after') {
    throw new ControlError('when must be before or after');
  }
  return { ...readSilence(body), ms: requiredNumber(fields, 'ms'), when };
}

/** Body of `fail`; throws {@link ControlError}. */
export function readFailure(body: unknown): FailureOptions {
  const fields = fieldsOf(body);
  const status = requiredNumber(fields, 'status');
  if (status < 200 || status > 599) {
    throw new ControlError('status must be from 200 to 599');
  }
  const kind = optionalString(fields, 'body') ?? 'v1error';
  if (!FAILURE_BODIES.includes(kind)) {
    throw new ControlError(`body must be one of ${FAILURE_BODIES.join(', ')}`);
  }
  const headers = Object.entries(fieldsOf(fields.headers)).map(
    ([name, value]) => [name, String(value)],
  );
  return {
    ...readSilence(body),
    status,
    body: kind as FailureOptions['body'],
    headers: Object.fromEntries(headers),
  };
}

/** Only known settings, each of its kind. */
export function readSettings(body: unknown): Partial<SimulatorSettings> {
  const fields = fieldsOf(body);
  for (const [name, value] of Object.entries(fields)) {
    const fault = findSettingFault(name, value);
    if (fault) {
      throw new ControlError(`${name} ${fault}`);
    }
  }
  return fields as Partial<SimulatorSettings>;
}

function findSettingFault(name: string, value: unknown): string | undefined {
  if (name === 'sessionTokenOf') {
    return value === undefined || typeof value === 'string'
      ? undefined
      : 'must be an e-mail';
  }
  if (!Object.hasOwn(DEFAULT_SETTINGS, name)) {
    return 'is not a setting';
  }
  const key = name as keyof SimulatorSettings;
  const choices = CHOICES[key];
  if (choices) {
    return choices.includes(String(value))
      ? undefined
      : `must be one of ${choices.join(', ')}`;
  }
  const example = DEFAULT_SETTINGS[key];
  if (Array.isArray(example)) {
    return Array.isArray(value) && value.every(v => typeof v === 'string')
      ? undefined
      : 'must be an array of strings';
  }
  return typeof value === typeof example
    ? undefined
    : `must be a ${typeof example}`;
}
