import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Request } from 'express';
import { ClientAddresses } from './ClientAddresses';

describe('ClientAddresses', () => {
  const logger = mockServices.logger.mock();
  beforeEach(() => jest.clearAllMocks());

  const create = (backend: { trustProxy?: boolean | string } = {}) =>
    new ClientAddresses(new ConfigReader({ backend }), logger);
  const from = (ip: string | undefined, headers = {}) =>
    ({ ip, headers }) as Request;

  it('tells addresses apart, IPv6 ones by their networks', () => {
    const clients = create();
    expect(clients.of(from('192.0.2.1'))).toBe('192.0.2.1');
    expect(clients.of(from('::ffff:192.0.2.1'))).toBe('192.0.2.1');
    expect(clients.of(from('2001:db8:1:2::1'))).toBe(
      clients.of(from('2001:db8:1:2:ffff::9')),
    );
    expect(clients.of(from('2001:db8:1:2::1'))).not.toBe(
      clients.of(from('2001:db8:1:3::1')),
    );
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
    'counts all as one, and says so once, where %s comes from a proxy that nobody has named',
    header => {
      const clients = create();
      const all = ['192.0.2.1', '192.0.2.2'].map(ip =>
        clients.of(from(ip, { [header]: '203.0.113.9' })),
      );
      expect(all).toEqual(['everybody', 'everybody']);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('backend.trustProxy'),
      );
    },
  );

  it.each([true, false, 'loopback'])(
    'goes by what Express says where trustProxy is %s',
    trustProxy => {
      const request = from('192.0.2.1', { 'x-forwarded-for': '203.0.113.9' });
      expect(create({ trustProxy }).of(request)).toBe('192.0.2.1');
      expect(logger.warn).not.toHaveBeenCalled();
    },
  );

  it.each([undefined, 'nonsense'])('takes %s for anybody', ip => {
    expect(create().of(from(ip))).toBe('everybody');
  });
});
