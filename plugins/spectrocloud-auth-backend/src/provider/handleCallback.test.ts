import { EventEmitter } from 'node:events';
import { mockServices } from '@backstage/backend-test-utils';
import type { Request, Response } from 'express';
import { hashState } from '../login/LoginCookies';
import { LoginFailure, ShownFailure } from '../login/LoginFailure';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import type { ProviderContext } from './ProviderContext';
import { handleCallback } from './handleCallback';

const config = environmentConfig('https://palette.example');
const EXPIRES_AT = new Date('2030-01-01T00:10:00Z');

describe('handleCallback', () => {
  const shown = async (_: unknown, failure: LoginFailure) =>
    new ShownFailure(failure);
  const journal = {
    failed: jest.fn(shown),
    refused: jest.fn(shown),
    postponed: jest.fn(),
  };
  const redemptions = { wait: jest.fn(async () => {}), note: jest.fn() };
  const claim = jest.fn(async (..._: unknown[]) => true);
  const redeem = jest.fn();
  beforeEach(() => jest.clearAllMocks());

  /** A callback of a login that this browser began. */
  function answer() {
    const login = {
      environment: config.name,
      issuer: config.issuer,
      expiresAt: EXPIRES_AT.getTime(),
    };
    const environment = {
      config,
      binding: 'sign-in',
      redemptions,
      relyingParty: { redeem },
    };
    const context = {
      environments: new Map([[config.name, environment]]),
      app: { appUrl: 'http://localhost:3000', isOriginAllowed: () => false },
      loginCookies: { find: () => login, remove: jest.fn() },
      loginStates: { claim },
      clientAddresses: { of: () => 'a-client' },
      journal,
      logger: mockServices.logger.mock(),
    } as unknown as ProviderContext;
    const url = '/spectrocloud/handler/frame?code=c&state=s';
    const req = {
      method: 'GET',
      query: { code: 'c', state: 's' },
      headers: {},
      url,
      originalUrl: url,
    } as unknown as Request;
    const res = Object.assign(new EventEmitter(), {
      setHeader: jest.fn(),
      end: jest.fn(),
    }) as unknown as Response;
    return { res, answered: handleCallback(context, req, res) };
  }

  it('gives the turn up when the browser goes away', async () => {
    let signal: AbortSignal | undefined;
    redemptions.wait.mockImplementationOnce(async (...waited: unknown[]) => {
      signal = waited[1] as AbortSignal;
    });
    const { res, answered } = answer();
    await answered;
    expect(signal?.aborted).toBe(false);
    res.emit('close');
    expect(signal?.aborted).toBe(true);
  });

  it('claims a state by its hash, for as long as its login lasts', async () => {
    redeem.mockRejectedValue(new LoginFailure('palette_unavailable'));
    await answer().answered;
    expect(claim.mock.calls).toEqual([[hashState('s'), EXPIRES_AT]]);
  });

  it('tells each failure of a login that it has claimed, and not each repetition', async () => {
    redeem.mockRejectedValue(new LoginFailure('palette_unavailable'));
    await answer().answered;
    expect(journal.failed).toHaveBeenCalledTimes(1);
    expect(journal.refused).not.toHaveBeenCalled();

    claim.mockResolvedValueOnce(false);
    await answer().answered;
    expect(journal.failed).toHaveBeenCalledTimes(1);
    expect(journal.refused).toHaveBeenCalledTimes(1);
    expect(redemptions.note.mock.calls).toEqual([['a-client', false]]);
  });
});
