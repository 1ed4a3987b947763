import { filterProfiles } from './profileRows';

const row = (name: string, version: string) => ({
  id: `${name}-${version}`,
  name,
  type: 'infra',
  cloud: 'aws',
  version,
  packs: 'Calico, Ubuntu',
});

describe('filterProfiles', () => {
  it('finds every word anywhere in a row', () => {
    const rows = [row('aws-infra', '1.0.0'), row('edge', '1.0.0')];
    expect(filterProfiles(rows, 'calico AWS-')).toEqual([rows[0]]);
  });

  it('has the newest version of a profile first, by number', () => {
    const versions = filterProfiles(
      ['1.9.0', '1.10.0', '1.2.0'].map(version => row('a', version)),
      '',
    ).map(({ version }) => version);
    expect(versions).toEqual(['1.10.0', '1.9.0', '1.2.0']);
  });
});
