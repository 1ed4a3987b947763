/** What resolvers know of the person who signs in. */
export interface ResolverUser {
  /** The usable e-mail address, exactly one `@`. */
  email?: string;
  /** Whether Palette says that the address is the user's own. */
  emailVerified: boolean;
  /** `sub` of the ID token. */
  subject: string;
}
