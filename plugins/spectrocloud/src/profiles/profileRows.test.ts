import { filterProfiles, type ProfileRow } from './profileRows';

const row = (name: string, project = ''): ProfileRow => ({
  id: name,
  name,
  description: '',
  type: 'infra',
  cloud: 'aws',
  project,
  versions: [{ uid: name, version: '1.0.0', isPublished: true }],
  packs: 'Calico, Ubuntu',
});

describe('filterProfiles', () => {
  it('finds every word anywhere in a row', () => {
    const rows = [row('aws-infra'), row('edge')];
    expect(
      filterProfiles(rows, { search: 'calico AWS-', project: '' }),
    ).toEqual([rows[0]]);
  });

  it('shows of a project what it can use: its own and those of all', () => {
    const rows = [row('all'), row('own', 'payments'), row('other', 'retail')];
    expect(
      filterProfiles(rows, { search: '', project: 'payments' }).map(
        ({ name }) => name,
      ),
    ).toEqual(['all', 'own']);
  });
});
