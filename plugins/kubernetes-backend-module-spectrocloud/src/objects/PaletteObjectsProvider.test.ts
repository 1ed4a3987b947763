import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { KubernetesRequestAuth } from '@backstage/plugin-kubernetes-common';
import type { KubernetesObjectsProvider } from '@backstage/plugin-kubernetes-node';
import type { PaletteUserApi } from '@terasky/backstage-plugin-spectrocloud-node';
import { providerConfig } from '../__testUtils__/clusters';
import type { CallerClusters, CallerList } from '../supplier/CallerClusters';
import type { IdTokens } from './IdTokens';
import { PaletteObjectsProvider } from './PaletteObjectsProvider';

const BROWSER = mockCredentials.user('user:default/dana');
const MCP = mockCredentials.user('user:default/dana', {
  actor: { subject: 'plugin:mcp-actions' },
});
const entity = { apiVersion: 'v1', kind: 'Component', metadata: { name: 'a' } };
const ours = {
  name: 'payments.prod',
  url: 'https://prod.example',
  authMetadata: {
    'kubernetes.io/oidc-token-provider': 'spectrocloud',
    'spectrocloud.com/cluster-uid': 'c1',
    'spectrocloud.com/instance': 'demo',
  },
};

describe('PaletteObjectsProvider', () => {
  const idToken = jest.fn<Promise<string | undefined>, unknown[]>();
  let list: CallerList;
  let askedWith: KubernetesRequestAuth[];

  beforeEach(() => {
    idToken.mockReset().mockResolvedValue('id-token');
    list = { clusters: [ours] };
    askedWith = [];
  });

  const ask = (credentials = MCP, auth: KubernetesRequestAuth = {}) => {
    const objects: KubernetesObjectsProvider = {
      getKubernetesObjectsByEntity: async asked => {
        askedWith.push(asked.auth);
        return { items: [] };
      },
      getCustomResourcesByEntity: async asked => {
        askedWith.push(asked.auth);
        return { items: [] };
      },
    };
    const provider = new PaletteObjectsProvider({
      api: {} as PaletteUserApi,
      auth: mockServices.auth(),
      idTokens: { of: idToken } as unknown as IdTokens,
      logger: mockServices.logger.mock(),
      objects,
      palettes: [
        {
          config: providerConfig(),
          of: async () => list,
        } as unknown as CallerClusters,
      ],
      supplier: { getClusters: async () => list.clusters },
    });
    return {
      objects: () =>
        provider.getKubernetesObjectsByEntity(
          { entity, auth },
          { credentials },
        ),
      customResources: () =>
        provider.getCustomResourcesByEntity(
          { entity, auth, customResources: [] },
          { credentials },
        ),
    };
  };

  it.each(['objects', 'customResources'] as const)(
    'signs the caller in to %s with their own ID token',
    async what => {
      const { items } = await ask()[what]();
      expect(items).toEqual([]);
      expect(askedWith).toEqual([{ oidc: { spectrocloud: 'id-token' } }]);
      expect(idToken).toHaveBeenCalledWith(MCP, 'development');
    },
  );

  it('leaves what the caller brings as it is', async () => {
    const auth = {
      google: 'g',
      oidc: { okta: 'o', spectrocloud: 'of-the-browser' },
    };
    await ask(BROWSER, auth).objects();
    expect(askedWith).toEqual([auth]);
    expect(idToken).not.toHaveBeenCalled();
  });

  it('asks for no ID token where no cluster needs one', async () => {
    list = { clusters: [] };
    await ask().objects();
    expect(idToken).not.toHaveBeenCalled();
  });

  it('gives a cluster something to refuse where there is no ID token, and says where to sign in', async () => {
    idToken.mockResolvedValue(undefined);
    const { items } = await ask().objects();
    expect(askedWith).toEqual([
      { oidc: { spectrocloud: 'no-palette-session' } },
    ]);
    expect(items).toEqual([
      expect.objectContaining({
        cluster: { name: 'palette:demo' },
        errors: [
          {
            errorType: 'FETCH_ERROR',
            message: expect.stringMatching(
              /sign in to Palette 'demo' in Backstage/,
            ),
          },
        ],
      }),
    ]);
  });

  it('tells a caller without a browser that there is no session, and a browser not', async () => {
    list = { clusters: [], isSignedOut: true };
    expect((await ask(MCP).objects()).items).toHaveLength(1);
    expect((await ask(BROWSER).objects()).items).toHaveLength(0);
  });

  it('has none for services', async () => {
    await ask(mockCredentials.service() as unknown as typeof MCP).objects();
    expect(askedWith).toEqual([{}]);
    expect(idToken).not.toHaveBeenCalled();
  });
});
