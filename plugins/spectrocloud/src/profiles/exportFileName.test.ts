import { exportFileName } from './exportFileName';

const profile = (name: string, version?: string) => ({
  metadata: { uid: 'p1', name },
  spec: { version, packs: [], versions: [] },
  status: {},
});

describe('exportFileName', () => {
  it.each([
    ['eks-base', '1.2.0', 'profile-p1.tf.json', 'eks-base-1.2.0.tf.json'],
    ['../../etc/passwd', undefined, 'profile-p1.yaml', 'etc-passwd.yaml'],
    ['…', undefined, 'profile-p1.zip', 'profile-p1.zip'],
    ['eks-base', undefined, 'profile', 'profile'],
  ])('of %s %s sent as %s is %s', (name, version, sent, expected) => {
    expect(exportFileName(profile(name, version), sent)).toBe(expected);
  });
});
