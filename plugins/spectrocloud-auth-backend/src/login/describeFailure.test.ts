import { AuthenticationError } from '@backstage/errors';
import { LoginFailure } from './LoginFailure';
import { describeFailure } from './describeFailure';

describe('describeFailure', () => {
  it('says of a client that is not accepted what to compare', () => {
    const cause = new Error('401');
    expect(describeFailure(new LoginFailure('client_rejected', cause))).toBe(
      'client_rejected: Error 401; compare clientId, clientSecret and tokenEndpointAuthMethod with the client at the provider',
    );
  });

  it.each([
    [new LoginFailure('palette_timeout'), 'palette_timeout'],
    [new AuthenticationError('refused'), 'AuthenticationError refused'],
    ['no error', ''],
  ])('describes %s', (error, text) => {
    expect(describeFailure(error)).toBe(text);
  });
});
