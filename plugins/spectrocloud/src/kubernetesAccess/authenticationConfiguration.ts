/** Whose ID tokens an API server is to take. */
export interface TokenIssuer {
  issuer: string;
  clientId: string;
}

/**
 * The file of `--authentication-config` (`apiserver.config.k8s.io/v1`, Kubernetes 1.30 and
 * later): names are e-mail addresses that nobody calls unverified, groups are Palette's teams
 * with a prefix, or a team by the name of a system group would have its rights.
 */
export function authenticationConfiguration(options: TokenIssuer): string {
  return `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
  - issuer:
      url: ${JSON.stringify(options.issuer)}
      audiences: [${JSON.stringify(options.clientId)}]
      # certificateAuthority: |  # PEM of the CA, where Palette's is a private one
    claimMappings:
      username:
        expression: claims.email
      groups:
        claim: groups
        prefix: 'palette:'
    claimValidationRules:
      - expression: claims.?email_verified.orValue(true) == true
        message: the e-mail address is not verified
    userValidationRules:
      - expression: "!user.username.startsWith('system:')"
        message: names of the system are not for users
`;
}

/** The same as flags, as far as these go; they and the file exclude each other. */
export function authenticationFlags(options: TokenIssuer): string {
  return [
    `--oidc-issuer-url=${options.issuer}`,
    `--oidc-client-id=${options.clientId}`,
    '--oidc-username-claim=email',
    '--oidc-groups-claim=groups',
    '--oidc-groups-prefix=palette:',
    '',
  ].join('\n');
}
