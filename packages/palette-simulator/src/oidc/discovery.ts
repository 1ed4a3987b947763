import { issuerOf, type SimulatorContext } from '../SimulatorContext';

type Metadata = Record<string, string | string[] | boolean>;

/** The discovery document, as `v1OpenIDProviderMetadataResponse` shapes it. */
export function createDiscovery(
  context: SimulatorContext,
  tenant: string,
): Metadata {
  const { settings } = context;
  const issuer = issuerOf(context, tenant);
  const metadata: Metadata = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    scopes_supported: ['openid', 'profile', 'email', 'groups'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'email',
      'email_verified',
      'name',
      'given_name',
      'family_name',
      'groups',
    ],
    ...(settings.advertisePkce && {
      code_challenge_methods_supported: ['S256'],
    }),
    ...(settings.issParameter && {
      authorization_response_iss_parameter_supported: true,
    }),
  };
  return settings.discovery === 'strings' ? withStrings(metadata) : metadata;
}

/** Palette's schema calls these fields strings; a list becomes words with spaces between. */
function withStrings(metadata: Metadata): Metadata {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(' ') : value,
    ]),
  );
}
