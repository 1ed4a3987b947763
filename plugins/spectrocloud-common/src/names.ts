/**
 * The names that front end and back end must spell alike.
 */
import type { CreatableCloudType } from './wire';

/** Id of the auth provider: `auth.providers.spectrocloud`. @public */
export const SPECTROCLOUD_AUTH_PROVIDER_ID = 'spectrocloud';

/** Id of the backend plugin: `/api/spectrocloud`. @public */
export const SPECTROCLOUD_PLUGIN_ID = 'spectrocloud';

/** Request header: the e-mail the client believes it acts for; a check, never an identity. @public */
export const USER_EMAIL_HEADER = 'X-SpectroCloud-User-Email';

/** Request header: a Palette session token that the caller holds itself. @public */
export const SESSION_TOKEN_HEADER = 'X-SpectroCloud-Token';

/** Response header: `true` when the caller has to sign in to Palette again. @public */
export const REAUTHENTICATION_REQUIRED_HEADER =
  'X-SpectroCloud-ReAuth-Required';

/**
 * Response header of a kubeconfig: `user` when it signs in as whoever uses it,
 * `shared-token` or `shared-certificate` when whoever holds it has one and the
 * same access.
 *
 * @public
 */
export const KUBECONFIG_CREDENTIAL_HEADER =
  'X-SpectroCloud-Kubeconfig-Credential';

/** Cookie that holds the sealed Palette session token of the auth environment that `auth.environment` names. @public */
export const API_TOKEN_COOKIE = 'spectrocloud-api-token';

/**
 * Cookie that holds the sealed Palette session token of an auth environment. Each has its
 * own, or connecting one would take from another what restores its lost sessions.
 *
 * @param options - `isDefault`: whether `auth.environment` names it
 * @public
 */
export function apiTokenCookieName(options: {
  environment: string;
  isDefault: boolean;
}): string {
  return options.isDefault
    ? API_TOKEN_COOKIE
    : `${API_TOKEN_COOKIE}-${options.environment}`;
}

/** Name of the error of `/refresh` that asks for the Backstage token of the session's user. @public */
export const BACKSTAGE_TOKEN_REQUIRED_ERROR = 'BackstageTokenRequiredError';

/** Query parameter of a sign-in's start: entity ref of the Backstage user who is signed in by another provider. @public */
export const EXPECTED_USER_PARAMETER = 'expectedUser';

/** Clouds that clusters can be created in, the most asked for first. @public */
export const CREATABLE_CLOUD_TYPES = [
  'eks',
  'aws',
  'aks',
  'azure',
  'gcp',
  'gke',
  'vsphere',
  'maas',
  'virtual',
] as const satisfies readonly CreatableCloudType[];

/**
 * How the secrets of a template's task begin that hold values of profiles' variables. A
 * task has others, which are nobody's variable.
 *
 * @public
 */
export const VARIABLE_SECRET_PREFIX = 'spectrocloud.variable.';
