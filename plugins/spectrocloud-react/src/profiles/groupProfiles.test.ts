import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { groupProfiles } from './groupProfiles';

const profile = (
  name: string,
  version: string,
  clusters: string[] = [],
  annotations: Record<string, string> = { scope: 'tenant' },
): ClusterProfile => ({
  metadata: { uid: `${name}-${version}`, name, annotations },
  spec: { version, versions: [], packs: [], type: 'infra' },
  status: {
    isPublished: true,
    inUseClusters: clusters.map(uid => ({ uid, name: uid })),
  },
});

describe('groupProfiles', () => {
  it('has one row a profile, with its versions by number, newest first', () => {
    const groups = groupProfiles([
      profile('aws', '1.9.0'),
      profile('eks', '2.0.0'),
      profile('aws', '1.10.0'),
      profile('aws', '1.2.0'),
    ]);
    expect(
      groups.map(({ name, versions }) => [
        name,
        versions.map(({ version }) => version),
      ]),
    ).toEqual([
      ['aws', ['1.10.0', '1.9.0', '1.2.0']],
      ['eks', ['2.0.0']],
    ]);
  });

  it('has a pre-release before what it precedes', () => {
    const [{ versions }] = groupProfiles(
      ['1.0.0', '1.0.0-rc.2', '1.0.0-rc.10', '0.9.0', '1.0.1-alpha', ''].map(
        version => profile('aws', version),
      ),
    );
    expect(versions.map(({ version }) => version)).toEqual([
      '1.0.1-alpha',
      '1.0.0',
      '1.0.0-rc.10',
      '1.0.0-rc.2',
      '0.9.0',
      '',
    ]);
  });

  it('keeps profiles of one name in different projects apart', () => {
    const of = (projectUid: string) => ({ scope: 'project', projectUid });
    const groups = groupProfiles([
      profile('addons', '1.0.0', [], of('p1')),
      { ...profile('addons', '1.0.0', [], of('p2')) },
    ]);
    expect(groups.map(({ projectUid }) => projectUid)).toEqual(['p1', 'p2']);
  });
});
