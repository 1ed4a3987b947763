import type { HumanDuration } from '@backstage/types';

export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in with SpectroCloud Palette.
       *
       * @visibility frontend
       */
      spectrocloud?: {
        /**
         * Only the block named by `auth.environment` signs users in. Blocks
         * that `spectrocloud.environments[].authEnvironment` names connect
         * Palette to users who are signed in; all others are not served.
         */
        [authEnvironment: string]: {
          /**
           * Client id of Palette's OpenID Connect client for Backstage.
           */
          clientId: string;
          /**
           * Secret that belongs to `clientId`. Required, but with `private_key_jwt`.
           *
           * @visibility secret
           */
          clientSecret?: string;
          /**
           * Palette's authorization endpoint,
           * `https://console.spectrocloud.com/v1/oidc/tenant/{tenant-id}/auth`.
           * Required unless `issuer` is given.
           */
          authorizationUrl?: string;
          /**
           * Issuer that ID tokens name. Default: `authorizationUrl` without its last path segment.
           */
          issuer?: string;
          /**
           * Token endpoint. Default: as discovered; where there is no discovery document
           * `authorizationUrl` with `token` for `auth` at its end.
           */
          tokenUrl?: string;
          /**
           * Key set. Default: as discovered; where there is no discovery document
           * `authorizationUrl` with `keys` for `auth` at its end.
           */
          jwksUrl?: string;
          /**
           * PEM file with further certificate authorities, for OIDC and, where
           * an entry of `spectrocloud.environments` names none, for its API.
           */
          caFile?: string;
          /**
           * Where Palette sends the browser back to; ends in `/spectrocloud/handler/frame`.
           * Default: `<backend.baseUrl>/api/auth/spectrocloud/handler/frame`.
           */
          callbackUrl?: string;
          /**
           * Scopes, separated by spaces; `openid` is always among them. Default: `openid profile email`.
           */
          scope?: string;
          /**
           * OpenID Connect's `prompt`: `none`, or one or more of `login`, `consent` and
           * `select_account`, separated by spaces. Not sent by default.
           */
          prompt?: string;
          /**
           * Further parameters of the authorization request.
           */
          startUrlSearchParams?: { [name: string]: string };
          /**
           * How Backstage authenticates at the token endpoint. Default: `client_secret_basic`
           * where discovery lists it, else `client_secret_post`.
           */
          tokenEndpointAuthMethod?:
            'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
          /**
           * Private key (RSA or P-256) as PEM, for `private_key_jwt`.
           *
           * @visibility secret
           */
          clientPrivateKey?: string;
          /**
           * Key id that goes with `clientPrivateKey`, where the provider wants one.
           */
          clientPrivateKeyId?: string;
          /**
           * Where the provider sends the browser after it has ended its own session, too, as
           * registered there (`post_logout_redirect_uri`). Default: a sign-out of Backstage
           * leaves the session at the provider alone.
           */
          logoutUrl?: string;
          /**
           * How long one call to Palette may take. Default: 10 seconds.
           */
          timeout?: HumanDuration | string;
          /**
           * Calls a second that Palette's token endpoint takes from this backend process, and five
           * times as many at once. When more than half of that is used up, sign-ins take
           * turns by client address; 0 switches that off. Share the limit where replicas
           * call Palette from one address. Default: 10, as Palette documents.
           */
          tokenEndpointRateLimit?: number;
          /**
           * How far Palette's clock may be ahead. Default: 30 seconds.
           */
          clockTolerance?: HumanDuration | string;
          /**
           * Refuse users whose ID token lacks `email_verified: true`. Default: false;
           * `email_verified: false` is refused in any case.
           */
          requireVerifiedEmail?: boolean;
          /**
           * Domain of the cookie `spectrocloud-api-token`, where the auth and the
           * spectrocloud backend are on different hosts. Default: this host only.
           */
          cookieDomain?: string;
          /**
           * Give the Palette session token to the browser's scripts as the access token. Default: false.
           */
          exposeApiToken?: boolean;
          /**
           * Longest life of a session. Default: 30 days.
           */
          sessionDuration?: HumanDuration | string;
          /**
           * Longest time that a session may be unused. Default: 7 days.
           */
          sessionIdleTimeout?: HumanDuration | string;
          /**
           * How long the catalog may have no user for a session, which gives no tokens meanwhile,
           * before it ends. Default: 10 minutes.
           */
          missingUserGrace?: HumanDuration | string;
          /**
           * How many sessions a user may have, one a browser; the oldest ends. Default: 100.
           */
          maxSessionsPerUser?: number;
          /**
           * Revoke the session token at Palette on sign-out; false spares a
           * console tab that shares it. The refresh token of an OpenID provider is
           * revoked in any case. Default: true.
           */
          revokeOnSignOut?: boolean;
          signIn?: {
            /**
             * Whether somebody whom no resolver finds is announced to the catalog
             * module, which reads that one user at Palette, and waited for, at most 8
             * seconds. Needs `kinds.users` there. Default: false.
             */
            addMissingUsers?: boolean;
            /**
             * Tried in order until one finds the user in the catalog.
             */
            resolvers: Array<
              | {
                  resolver:
                    | 'emailMatchingUserEntityProfileEmail'
                    | 'emailLocalPartMatchingUserEntityName';
                  /**
                   * Only e-mail addresses of these domains match.
                   */
                  allowedDomains?: string[];
                  dangerouslyAllowSignInWithoutUserInCatalog?: boolean;
                }
              | {
                  /**
                   * Matches the annotation `spectrocloud.com/user-id`.
                   */
                  resolver: 'paletteUserIdMatchingUserEntityAnnotation';
                  dangerouslyAllowSignInWithoutUserInCatalog?: boolean;
                }
            >;
          };
        };
      };
    };
  };
}
