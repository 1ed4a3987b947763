import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { PaletteUser } from '@terasky/backstage-plugin-spectrocloud-common';
import { matchUsers } from './matchUsers';

const palette = (uid: string, email = `${uid}@acme.example`): PaletteUser => ({
  metadata: { uid, name: uid },
  spec: { email, teams: [] },
  status: {},
});

const inCatalog = (
  name: string,
  email?: string,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default', annotations },
  spec: { profile: { email } },
});

describe('matchUsers', () => {
  const logger = mockServices.logger.mock();
  const match = (users: PaletteUser[], entities: Entity[]) => {
    const { refs, ambiguous } = matchUsers(users, entities, {
      instance: 'demo',
      logger,
    });
    return { refs: Object.fromEntries(refs), ambiguous: [...ambiguous] };
  };

  beforeEach(() => jest.clearAllMocks());

  it('finds by the e-mail address, whatever its case', () => {
    expect(
      match(
        [palette('u1', 'Ada@ACME.example'), palette('u2')],
        [inCatalog('ada', 'ada@acme.example')],
      ),
    ).toEqual({ refs: { u1: 'user:default/ada' }, ambiguous: [] });
  });

  it('finds by an address of an internationalised domain, however it is spelt', () => {
    expect(
      match(
        [palette('u1', 'Ada@BÜCHER.example')],
        [inCatalog('ada', 'ada@xn--bcher-kva.example')],
      ).refs,
    ).toEqual({ u1: 'user:default/ada' });
  });

  it('finds by the annotation first', () => {
    const entities = [
      inCatalog('by-mail', 'u1@acme.example'),
      inCatalog('by-id', undefined, { 'spectrocloud.com/user-id': 'u1' }),
    ];
    expect(match([palette('u1')], entities).refs).toEqual({
      u1: 'user:default/by-id',
    });
  });

  it('takes nobody by an address who is somebody else at Palette', () => {
    const entity = inCatalog('ada', 'u1@acme.example', {
      'spectrocloud.com/user-id': 'u9',
    });
    expect(match([palette('u1')], [entity]).refs).toEqual({});
  });

  it('compares no addresses that case would make equal to another’s', () => {
    const entity = inCatalog('kim', 'kim@acme.example');
    expect(match([palette('u1', '\u212Aim@acme.example')], [entity])).toEqual({
      refs: {},
      ambiguous: [],
    });
  });

  it('says whom the catalog has several times', () => {
    const entities = ['a', 'b'].map(name => inCatalog(name, 'u1@acme.example'));
    expect(match([palette('u1')], entities)).toEqual({
      refs: {},
      ambiguous: ['u1'],
    });
    expect(logger.warn.mock.calls[0][0]).toContain('1 users');
    expect(logger.warn.mock.calls[0][0]).not.toContain('@');
  });

  it.each([
    ['this Palette', 'demo', {}],
    ['one that comes after it', 'prod', {}],
    ['one that comes before it', 'acme', { u1: 'user:default/u' }],
  ])('counts a user of %s', (_, managedBy, refs) => {
    const entity = inCatalog('u', 'u1@acme.example', {
      'spectrocloud.com/managed-by': managedBy,
    });
    expect(match([palette('u1')], [entity]).refs).toEqual(refs);
  });
});
