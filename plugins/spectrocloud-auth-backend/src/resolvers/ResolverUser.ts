/** What resolvers know of the person who signs in. */
export interface ResolverUser {
  /** The usable e-mail address, exactly one `@`. */
  email?: string;
  /** `sub` of the ID token. */
  subject: string;
}
