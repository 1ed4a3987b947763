import { mockServices } from '@backstage/backend-test-utils';
import type { PaletteMetadata } from '@terasky/backstage-plugin-spectrocloud-common';
import { Owners } from './Owners';
import { providerConfig } from '../__testUtils__/providerConfig';

const object = (uid: string, owner?: string): PaletteMetadata => ({
  uid,
  name: uid,
  labels: owner === undefined ? {} : { owner },
});

describe('Owners', () => {
  const logger = mockServices.logger.mock();
  const find = jest.fn(
    async (refs: string[]) =>
      new Set(refs.filter(ref => !ref.includes('gone'))),
  );
  const owners = () => new Owners({ config: providerConfig(), find, logger });

  beforeEach(() => jest.clearAllMocks());

  it('are those that the object’s tag names, else its project’s, else the default', async () => {
    const project = object('p', 'retail');
    const found = await owners().of([
      { metadata: object('own', 'team-a'), project },
      { metadata: object('inherited'), project },
      { metadata: object('bare', 'spectro__tag') },
      { metadata: object('whole', 'user:people/ada') },
    ]);
    expect(Object.fromEntries(found)).toEqual({
      own: 'group:default/team-a',
      inherited: 'group:default/retail',
      bare: 'group:default/palette',
      whole: 'user:people/ada',
    });
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('are left out where the catalog doesn’t have them, which is said once', async () => {
    const project = object('p', 'retail');
    const instance = owners();
    const ask = () => instance.of([{ metadata: object('a', 'gone'), project }]);
    expect((await ask()).get('a')).toBe('group:default/retail');
    await ask();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain('group:default/gone');
  });

  it('are no references that can’t be one, which is said once', async () => {
    const found = await owners().of([
      { metadata: object('a', 'group:') },
      { metadata: object('b', 'group:') },
    ]);
    expect([...found.values()]).toEqual(Array(2).fill('group:default/palette'));
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain(
      "tag 'owner' names no owner",
    );
  });
});
