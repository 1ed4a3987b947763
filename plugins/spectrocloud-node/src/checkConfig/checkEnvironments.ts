import { change, note, type Advice } from './Advice';
import { checkCatalogProvider } from './checkCatalogProvider';
import { at, itemsOf, valuesOf, type Values } from './values';

function checkClusterProvider(key: string, environment: Values): Advice[] {
  if (environment.clusterProvider === undefined) {
    return [];
  }
  const provider = valuesOf(environment.clusterProvider);
  const own = `${key}.clusterProvider`;
  return [
    ...(provider.authType === 'oidc'
      ? []
      : [
          change(
            `${own}.authType`,
            "Only 'oidc' is there: users sign in to clusters as themselves. Nothing is created in clusters, so delete what was: the namespace, service account, role and binding of rbac.",
          ),
        ]),
    ...(provider.rbac === undefined
      ? []
      : [change(`${own}.rbac`, 'Remove it.')]),
    ...(provider.refreshIntervalSeconds === undefined
      ? []
      : [
          note(
            `${own}.refreshIntervalSeconds`,
            "It is how long each user's own list is held, 60 by default; nothing is read in the background.",
          ),
        ]),
  ];
}

function checkEnvironment(environment: Values, i: number): Advice[] {
  const key = `spectrocloud.environments[${i}]`;
  const name = String(environment.name ?? 'palette');
  return [
    ...(environment.name
      ? []
      : [change(`${key}.name`, `It is required: add name: ${name}.`)]),
    ...(environment.tenant
      ? [
          note(
            `${key}.tenant`,
            "Tokens of another tenant are refused: it has to be the tenant's uid or organisation name.",
          ),
        ]
      : []),
    ...checkCatalogProvider(key, name, environment),
    ...checkClusterProvider(key, environment),
  ];
}

function checkApiTokens(
  spectrocloud: Values,
  environments: Values[],
): Advice[] {
  const holders = environments.findIndex(({ apiToken }) => apiToken);
  if (holders < 0 || spectrocloud.serviceTokenFor !== undefined) {
    return [];
  }
  const isRead = environments.some(
    ({ catalogProvider }) =>
      catalogProvider !== undefined && at(catalogProvider, 'enabled') !== false,
  );
  const text =
    'The API token serves no user and only the plugins that spectrocloud.serviceTokenFor names';
  return isRead
    ? [
        change(
          'spectrocloud.serviceTokenFor',
          `${text}: add serviceTokenFor: [catalog].`,
        ),
      ]
    : [
        note(
          `spectrocloud.environments[${holders}].apiToken`,
          `${text}; there are none, so remove it.`,
        ),
      ];
}

/** Looks at `spectrocloud`. */
export function checkEnvironments(config: Values): Advice[] {
  if (config.spectrocloud === undefined) {
    return [];
  }
  const spectrocloud = valuesOf(config.spectrocloud);
  const environments = itemsOf(spectrocloud.environments);
  return [
    ...environments.flatMap(checkEnvironment),
    ...checkApiTokens(spectrocloud, environments),
    ...(spectrocloud.enablePermissions === undefined
      ? [
          note(
            'spectrocloud.enablePermissions',
            'It is true by default, and was false: your permission policy is asked, as the user. Without a policy everything stays allowed.',
          ),
        ]
      : []),
    ...(at(spectrocloud, 'tokenCache', 'encryptionKeys') === undefined
      ? [
          note(
            'spectrocloud.tokenCache.encryptionKeys',
            'Set it in production: a list with one key, of openssl rand -base64 32.',
          ),
        ]
      : []),
  ];
}
