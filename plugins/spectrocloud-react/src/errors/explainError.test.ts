import { explainError } from './explainError';

/** As `ResponseError` tells what the back end answered. */
const answer = (statusCode: number, name: string) =>
  Object.assign(new Error(), {
    statusCode,
    cause: Object.assign(new Error('why'), { name }),
  });

describe('explainError', () => {
  it.each([
    [503, 'PaletteBusyError', 'busy'],
    [503, 'ServiceUnavailableError', 'outage'],
    [503, 'Error', 'unavailable'],
    [502, 'PaletteFailedError', 'unavailable'],
    [504, 'PaletteTimeoutError', 'unavailable'],
    [403, 'NotAllowedError', 'forbidden'],
    [400, 'InputError', 'invalid'],
    [500, 'Error', 'unknown'],
  ])('takes %s %s for %s', (status, name, kind) => {
    expect(explainError(answer(status, name))).toBe(kind);
  });

  it('takes what fetch throws for the network', () => {
    expect(explainError(new TypeError('Failed to fetch'))).toBe('network');
  });
});
