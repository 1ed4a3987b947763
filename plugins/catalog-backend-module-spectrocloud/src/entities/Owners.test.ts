import { mockServices } from '@backstage/backend-test-utils';
import type { PaletteMetadata } from '@terasky/backstage-plugin-spectrocloud-common';
import { Owners } from './Owners';
import { providerConfig } from '../__testUtils__/providerConfig';

const object = (uid: string, owner?: string): PaletteMetadata => ({
  uid,
  name: uid,
  labels: owner === undefined ? {} : { owner },
});

const NO_TEAMS = { byUid: new Map(), byName: new Map() };

describe('Owners', () => {
  const logger = mockServices.logger.mock();
  const find = jest.fn(
    async (refs: string[]) =>
      new Set(refs.filter(ref => !ref.includes('gone'))),
  );
  const owners = () => new Owners({ config: providerConfig(), find, logger });

  beforeEach(() => jest.clearAllMocks());

  it('are those that the object’s tag names, else its project’s, else the default', async () => {
    const project = { metadata: object('p', 'retail') };
    const found = await owners().of(
      [
        { metadata: object('own', 'team-a'), project },
        { metadata: object('inherited'), project },
        { metadata: object('bare', 'spectro__tag') },
        { metadata: object('whole', 'user:people/ada') },
      ],
      NO_TEAMS,
    );
    expect(Object.fromEntries(found)).toEqual({
      own: 'group:default/team-a',
      inherited: 'group:default/retail',
      bare: 'group:default/palette',
      whole: 'user:people/ada',
    });
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('are left out where the catalog doesn’t have them, which is said once', async () => {
    const project = { metadata: object('p', 'retail') };
    const instance = owners();
    const ask = () =>
      instance.of([{ metadata: object('a', 'gone'), project }], NO_TEAMS);
    expect((await ask()).get('a')).toBe('group:default/retail');
    await ask();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain('group:default/gone');
  });

  it('are no references that can’t be one, which is said once', async () => {
    const found = await owners().of(
      [
        { metadata: object('a', 'group:') },
        { metadata: object('b', 'group:') },
      ],
      NO_TEAMS,
    );
    expect([...found.values()]).toEqual(Array(2).fill('group:default/palette'));
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain(
      "tag 'owner' names no owner",
    );
  });

  describe('with teams', () => {
    const groups = {
      byUid: new Map([
        ['t1', 'group:default/t1'],
        ['t2', 'group:default/t2'],
      ]),
      byName: new Map([['ops', 'group:default/t1']]),
    };
    const project = (owner?: string) => ({
      metadata: object('p', owner),
      spec: {
        teams: [
          { uid: 'unread', name: 'a' },
          { uid: 't2', name: 'zeta' },
          { uid: 't1', name: 'ops' },
        ],
      },
    });
    const ownerOf = async (tag?: string, ofProject?: string) => {
      const found = await owners().of(
        [{ metadata: object('x', tag), project: project(ofProject) }],
        groups,
      );
      return found.get('x');
    };

    it('are the project’s team, of several the first by name', async () => {
      expect(await ownerOf()).toBe('group:default/t1');
    });

    it('are the team only where no tag names an owner', async () => {
      expect(await ownerOf('team-a')).toBe('group:default/team-a');
      expect(await ownerOf(undefined, 'retail')).toBe('group:default/retail');
    });

    it('are a team whose name the tag has, unless the catalog has such a group', async () => {
      expect(await ownerOf('ops')).toBe('group:default/ops');
      find.mockResolvedValueOnce(new Set());
      expect(await ownerOf('ops')).toBe('group:default/t1');
      expect(logger.warn.mock.calls.flat().join()).not.toContain(
        'group:default/ops',
      );
    });
  });
});
