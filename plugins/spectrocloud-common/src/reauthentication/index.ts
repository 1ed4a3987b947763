export {
  createReauthenticatingFetch,
  type ReauthenticatingFetchOptions,
} from './createReauthenticatingFetch';
export { ReauthenticationDeclinedError } from './ReauthenticationDeclinedError';
export type { ReauthenticationSession } from './ReauthenticationSession';
export type { PluginDiscovery } from './ownPlugins';
