import type { Request } from 'express';
import type { ServedEnvironment } from './ProviderContext';
import {
  checkAuthorizationResponse,
  readAuthorizationResponse,
} from './authorizationResponse';

const LONGEST = 16 * 1024;

describe('readAuthorizationResponse', () => {
  const requestOf = (query: Record<string, string>) => {
    const url = `/spectrocloud/handler/frame?${new URLSearchParams(query)}`;
    return {
      method: 'GET',
      query,
      url,
      originalUrl: url,
    } as unknown as Request;
  };

  it.each(['code', 'state', 'iss', 'error', 'error_description'])(
    'takes a %s of 16 kB and none that is longer, and redacts both',
    name => {
      const others = { state: 's', code: 'c' };
      const long = requestOf({ ...others, [name]: 'x'.repeat(LONGEST) });
      expect(() => readAuthorizationResponse(long)).not.toThrow();
      const longer = requestOf({ ...others, [name]: 'x'.repeat(LONGEST + 1) });
      expect(() => readAuthorizationResponse(longer)).toThrow(
        expect.objectContaining({ reason: 'malformed_response' }),
      );
      for (const { url, originalUrl } of [long, longer]) {
        expect(`${url}${originalUrl}`).not.toMatch(/xxx/);
      }
    },
  );
});

describe('checkAuthorizationResponse', () => {
  it('refuses a connection without a ticket before it takes a turn from others', () => {
    const login = {
      environment: 'lab',
      issuer: 'https://palette.example',
      nonce: 'n',
      codeVerifier: 'v',
      expiresAt: 0,
    };
    const environment = { binding: 'connect' } as ServedEnvironment;
    const check = (connectTicket?: string) =>
      checkAuthorizationResponse(
        { state: 's', code: 'c' },
        { login: { ...login, connectTicket }, environment },
      );
    expect(check('a-ticket')).toBe('c');
    expect(check).toThrow(expect.objectContaining({ reason: 'connect_only' }));
  });
});
