import { cluster } from '../__testUtils__/paletteData';
import { kubeconfigChoices } from './kubeconfigChoices';

const ALL = { own: true, admin: true };
const withStatus = (status: object) => ({
  ...cluster,
  status: { ...cluster.status, hasKubeConfigClient: undefined, ...status },
});
const hints = (status: object, allowed = ALL) =>
  kubeconfigChoices(withStatus(status), allowed).map(
    ({ kind, hint, disabled }) => `${kind} ${hint}${disabled ? ' -' : ''}`,
  );

describe('kubeconfigChoices', () => {
  it.each([
    [
      { hasKubeConfig: true, hasKubeConfigClient: true },
      ['oidc own', 'direct direct', 'admin shared'],
    ],
    [
      { hasKubeConfig: true, hasKubeConfigClient: false },
      ['oidc shared', 'direct direct', 'admin shared'],
    ],
    [
      { hasKubeConfig: false, hasKubeConfigClient: false },
      ['oidc none -', 'admin none -'],
    ],
    [{ hasKubeConfig: true }, ['oidc own', 'direct direct', 'admin shared']],
    [{ hasKubeConfig: false }, ['oidc none -', 'admin none -']],
    [
      { state: 'Deleting', hasKubeConfig: false },
      ['oidc noneAnyMore -', 'admin noneAnyMore -'],
    ],
    [
      { hasKubeConfig: undefined },
      ['oidc own', 'direct direct', 'admin shared'],
    ],
  ])('offers what there is: %j', (status, expected) => {
    expect(hints(status)).toEqual(expected);
  });

  it('offers nothing shared to those who may not have the administrator’s', () => {
    const allowed = { own: true, admin: false };
    const status = { hasKubeConfig: true, hasKubeConfigClient: false };
    expect(hints(status, allowed)).toEqual(['oidc noneOfOwn -']);
  });

  it('lets neither permission stand for the other', () => {
    const status = { hasKubeConfig: true, hasKubeConfigClient: true };
    expect(hints(status, { own: false, admin: true })).toEqual([
      'oidc notAllowed -',
      'admin shared',
    ]);
    expect(hints(status, { own: true, admin: false })).toEqual([
      'oidc own',
      'direct direct',
    ]);
  });

  it('leaves the administrator’s out where Palette denies it', () => {
    const permissions = 'cluster.get,cluster.update';
    const metadata = { ...cluster.metadata, annotations: { permissions } };
    const choices = kubeconfigChoices({ ...cluster, metadata }, ALL);
    expect(choices.map(({ kind }) => kind)).toEqual(['oidc', 'direct']);
  });
});
