import { InputError } from '@backstage/errors';
import {
  SESSION_TOKEN_HEADER,
  USER_EMAIL_HEADER,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { CallerHints } from '../caller/resolveCaller';

const TOKEN_PATTERN = /^[A-Za-z0-9._~+/=-]{1,8192}$/;
const MAX_EMAIL_LENGTH = 320;
/** More than anybody mends at a time. */
const MAX_PROBLEMS = 10;
/** A field's name, or a list of unknown ones, may fill the whole request. */
const MAX_PROBLEM_LENGTH = 200;
/** Far beyond any cluster's description; what is much deeper can't be sent on. */
const MAX_DEPTH = 100;

/** Checks one part of a request, or the input of an action. @throws `InputError` that names the fields, ten at most. */
export function parse<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  part: 'path' | 'query' | 'body' | 'input',
): T {
  if (!schema) return undefined as T;
  if (isDeeperThan(MAX_DEPTH, value)) {
    throw new InputError(
      `Invalid request: ${part}: must not be nested more deeply than ${MAX_DEPTH} levels`,
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const problems = issues
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message }) =>
      clip(`${[part, ...path].join('.')}: ${message}`),
    );
  const others = issues.length - problems.length;
  throw new InputError(
    `Invalid request: ${problems.join('; ')}${others > 0 ? `; and ${others} more` : ''}`,
  );
}

function clip(text: string): string {
  return text.length > MAX_PROBLEM_LENGTH
    ? `${text.slice(0, MAX_PROBLEM_LENGTH)}…`
    : text;
}

/** Whether lists and objects are nested in more levels; itself it goes no deeper. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    levels === 0 ||
    Object.values(value).some(item => isDeeperThan(levels - 1, item))
  );
}

/**
 * What the request's headers and cookies say about the caller.
 *
 * @throws `InputError` for a header that can't be what it should be.
 */
export function readCallerHints(
  request: Request,
  response: Response,
): CallerHints {
  const userEmail = request.header(USER_EMAIL_HEADER)?.trim() || undefined;
  const ownToken = request.header(SESSION_TOKEN_HEADER)?.trim() || undefined;
  if (userEmail && userEmail.length > MAX_EMAIL_LENGTH) {
    throw new InputError(`Header ${USER_EMAIL_HEADER} is too long`);
  }
  if (ownToken && !TOKEN_PATTERN.test(ownToken)) {
    throw new InputError(
      `Header ${SESSION_TOKEN_HEADER} does not hold a token`,
    );
  }
  return {
    userEmail,
    ownToken,
    cookies: parseCookie(request.header('cookie') ?? ''),
    onSetCookie: cookie => {
      if (!response.headersSent) response.append('Set-Cookie', cookie);
    },
  };
}
