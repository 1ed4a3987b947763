import { toProfile, toProfileSummary } from './profiles';

const pack = { name: 'kubernetes-eks', displayName: 'Kubernetes (EKS)' };
const content = { profileVersion: '1.2.0', packs: [pack] };

describe('toProfileSummary', () => {
  it('shows the names that lists have for packs', () => {
    const { spec } = toProfileSummary({ specSummary: { published: content } });
    expect(spec.packs[0].displayName).toBe('Kubernetes (EKS)');
  });

  it('takes the version that lists have', () => {
    const specSummary = { version: '2.0.0', published: content };
    expect(toProfileSummary({ specSummary }).spec.version).toBe('2.0.0');
  });
});

describe('toProfile', () => {
  it('takes the version of its content where it has none itself', () => {
    const rights = { values: false, manifests: false, clusters: false };
    const { spec } = toProfile({ spec: { published: content } }, rights);
    expect(spec.version).toBe('1.2.0');
  });

  it('say what they are for, where somebody wrote it', () => {
    const described = { annotations: { description: 'For stores' } };
    expect(toProfileSummary({ metadata: described }).spec.description).toBe(
      'For stores',
    );
    expect(toProfileSummary({}).spec.description).toBeUndefined();
  });
});
