import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createPermission } from '@backstage/plugin-permission-common';
import { PermissionGate } from './PermissionGate';

const PERMISSION = createPermission({ name: 'see', attributes: {} });

describe('PermissionGate', () => {
  afterEach(() => jest.useRealTimers());

  it('waits ten seconds at most for a permission system that never answers', async () => {
    jest.useFakeTimers();
    const gate = new PermissionGate({
      permissions: mockServices.permissions.mock({
        authorize: () => new Promise(() => {}),
      }),
      logger: mockServices.logger.mock(),
      enabled: true,
    });
    const asked = gate
      .require(mockCredentials.user(), [PERMISSION])
      .catch((error: Error) => error.name);
    await jest.advanceTimersByTimeAsync(9_999);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    await expect(asked).resolves.toBe('ServiceUnavailableError');
    expect(jest.getTimerCount()).toBe(0);
  });
});
