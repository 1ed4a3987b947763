import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../__testUtils__/paletteData';
import { actionsOf, type Allowed } from './actionsOf';

const ALL: Allowed = {
  update: true,
  updateProfiles: true,
  downloadLogs: true,
  approveRepave: true,
  delete: true,
  forceDelete: true,
};
const NONE = Object.fromEntries(
  Object.keys(ALL).map(name => [name, false]),
) as unknown as Allowed;

const inState = (state: string): Cluster => ({
  ...cluster,
  status: { ...cluster.status, state },
});
const virtual = (lifecycle: string): Cluster => ({
  ...cluster,
  virtual: { lifecycle },
});
const hints = (of: Cluster, allowed = ALL) =>
  Object.fromEntries(
    actionsOf(of, allowed).map(({ action, hint }) => [action, hint]),
  );

describe('actionsOf', () => {
  it('has everything for a cluster that runs, but force', () => {
    expect(hints(cluster)).toEqual({
      profiles: undefined,
      variables: undefined,
      scale: undefined,
      repave: undefined,
      logs: undefined,
      metadata: undefined,
      delete: undefined,
      forceDelete: 'notDeleting',
    });
  });

  it('says what the user may not, and does not speak of force then', () => {
    expect(hints(cluster, NONE)).toEqual({
      profiles: 'notAllowed',
      variables: 'notAllowed',
      scale: 'notAllowed',
      repave: 'notAllowed',
      logs: 'notAllowed',
      metadata: 'notAllowed',
      delete: 'notAllowed',
    });
  });

  it(`goes by what Palette lets the user do`, () => {
    const viewed = {
      ...cluster,
      metadata: {
        ...cluster.metadata,
        annotations: { permissions: 'cluster.get, cluster.update' },
      },
    };
    expect(hints(viewed)).toMatchObject({
      profiles: undefined,
      delete: 'notByPalette',
    });
  });

  it.each(['edge-native', 'nested', 'generic'])(
    'leaves the pools of %s to the console',
    cloudType => {
      const spec = { ...cluster.spec, cloudType };
      expect(hints({ ...cluster, spec })).toMatchObject({ scale: 'inConsole' });
    },
  );

  it('leaves of a cluster that is being deleted only force', () => {
    expect(hints(inState('Deleting'))).toMatchObject({
      profiles: 'going',
      delete: 'going',
      forceDelete: undefined,
    });
  });

  it.each(['Provisioning', 'Error', 'Unknown'])(
    'can delete a cluster in state %s, but not change what runs on it',
    state => {
      expect(hints(inState(state))).toMatchObject({
        profiles: 'notRunning',
        delete: undefined,
      });
    },
  );

  it.each([
    ['Running', 'pause'],
    ['Resuming', 'pause'],
    ['Paused', 'resume'],
    ['Pausing', 'resume'],
  ])('offers a virtual cluster that is %s to %s', (lifecycle, action) => {
    const offered = Object.keys(hints(virtual(lifecycle)));
    expect(
      offered.filter(each => each === 'pause' || each === 'resume'),
    ).toEqual([action]);
  });
});
