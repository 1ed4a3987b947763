import { isOutage } from './isOutage';

function failure(message: string, properties: object = {}): Error {
  return Object.assign(new Error(message), properties);
}

describe('isOutage', () => {
  it.each([
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
    ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'],
    ...['08000', '08006', '53300', '57P01', '57P03', '55000', '25006'],
    ...['ER_CON_COUNT_ERROR', 'PROTOCOL_CONNECTION_LOST'],
  ])('waits after %s', code => {
    expect(isOutage(failure('', { code }))).toBe(true);
  });

  it.each([
    failure('Timeout acquiring a connection', { name: 'KnexTimeoutError' }),
    failure('Connection terminated unexpectedly'),
    failure('Connection terminated due to connection timeout'),
    failure('timeout expired'),
  ])('waits after "$message", which has no code', error => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    ...['28P01', '28000', '3D000', '42501', '57014', '55006'],
    ...['ER_ACCESS_DENIED_ERROR', 'ERR_INVALID_URL', 'MODULE_NOT_FOUND'],
  ])('takes %s for an answer', code => {
    expect(isOutage(failure('Connection terminated', { code }))).toBe(false);
  });

  it.each([
    failure('The server does not support SSL connections'),
    'Connection terminated',
    undefined,
  ])('takes %p for an answer', error => {
    expect(isOutage(error)).toBe(false);
  });
});
