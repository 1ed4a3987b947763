import { environmentConfig } from '../__testUtils__/environmentConfig';
import { createRedemptionQueues } from './createRedemptionQueues';

describe('createRedemptionQueues', () => {
  const at = (name: string, issuer: string, changes = {}) =>
    environmentConfig(issuer, { name, ...changes });

  it('has one queue for all tenants of a Palette, and none where the limit is 0', () => {
    const queues = createRedemptionQueues([
      at('one', 'https://palette.example/v1/oidc/tenant/one'),
      at('two', 'https://palette.example/v1/oidc/tenant/two'),
      at('other', 'https://other.example/v1/oidc/tenant/one'),
      at('off', 'https://palette.example', { tokenEndpointRateLimit: 0 }),
      at('token', 'https://login.example', {
        tokenUrl: 'https://palette.example/token',
      }),
    ]);
    expect(queues.get('one')).toBe(queues.get('two'));
    expect(queues.get('token')).toBe(queues.get('one'));
    expect(queues.get('other')).not.toBe(queues.get('one'));
    expect(queues.get('other')).toBeDefined();
    expect(queues.get('off')).toBeUndefined();
  });
});
