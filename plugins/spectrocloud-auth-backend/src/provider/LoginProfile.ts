import type { ResolverUser } from '../resolvers/ResolverUser';

/**
 * What the framework carries from the authenticator to profile and resolver.
 * It stays in the backend.
 */
export interface LoginProfile extends ResolverUser {
  /** Verified claims. */
  claims: Record<string, unknown>;
  /** Runs a step, so that its failure is known after the framework has swallowed it. */
  noting<T>(step: () => Promise<T>): Promise<T>;
  /** Is told which Backstage user the resolver found; refuses by throwing. */
  settle(userEntityRef: string): Promise<void>;
}
