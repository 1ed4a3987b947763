import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { toProfileFamilies } from './profileFamilies';

const VERSIONS = ['1.0.0', '1.0.0-rc.2', '0.9.0', '1.0.0-rc.10'].map(
  version => ({ uid: `uid-of-${version}`, version }),
);

const profile = ({ uid, version }: { uid: string; version: string }) =>
  ({
    metadata: { uid, name: 'base', labels: {}, annotations: {} },
    spec: { version, versions: VERSIONS, packs: [] },
    status: {},
  }) as unknown as ClusterProfile;

describe('toProfileFamilies', () => {
  it('is called after the oldest version and described by the newest, pre-releases before their release', () => {
    const [family, ...others] = toProfileFamilies(VERSIONS.map(profile));
    expect(others).toEqual([]);
    expect(family.uid).toBe('uid-of-0.9.0');
    expect(family.latest.spec.version).toBe('1.0.0');
    expect(family.versions).toEqual([
      '0.9.0',
      '1.0.0-rc.2',
      '1.0.0-rc.10',
      '1.0.0',
    ]);
  });
});
