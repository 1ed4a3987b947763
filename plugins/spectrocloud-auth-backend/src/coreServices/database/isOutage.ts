import { isError } from '@backstage/errors';

const NODE_AND_MYSQL_CODES = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // The socket of a local server, or of a proxy beside us, that has yet to start.
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ER_CON_COUNT_ERROR',
  'PROTOCOL_CONNECTION_LOST',
];

/** PostgreSQL's code where it takes no writes: after a failover, until the standby is promoted. */
export const READ_ONLY = '25006';

/**
 * Lost connections (08), too many of them or no space (53), a server that starts
 * or stops (57P), a database that accepts no connections (55000), see
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const SQL_STATES = /^(08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P[0-9A-Z]{2}|55000)$/;

/** pg gives these no code. */
const MESSAGES_WITHOUT_CODE =
  /^(Connection (terminated|ended)|timeout expired|Client has encountered a connection error)/;

/** Whether a database failed in a way that passes, rather than refused what it was asked. */
export function isOutage(error: unknown): boolean {
  if (!isError(error)) {
    return false;
  }
  const { code, message, name } = error;
  if (typeof code === 'string') {
    return (
      code === READ_ONLY ||
      NODE_AND_MYSQL_CODES.includes(code) ||
      SQL_STATES.test(code)
    );
  }
  return name === 'KnexTimeoutError' || MESSAGES_WITHOUT_CODE.test(message);
}
