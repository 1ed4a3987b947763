import { packManifestSchema } from './profiles';

describe('packManifestSchema', () => {
  // It is passed on as it comes, so its description must not promise more than Palette does.
  it.each([
    [{}],
    [{ spec: { published: { content: 'kind: Role' } } }],
    [{ metadata: {}, spec: {} }],
    [{ metadata: { uid: 'm', name: 'rbac' }, spec: { published: {} } }],
  ])('may be %j', answer => {
    expect(packManifestSchema.parse(answer)).toEqual(answer);
  });
});
