/** What a user without a Palette session is told. */
export function signInAdvice(instance: string): string {
  return `sign in to Palette '${instance}' in Backstage, under Settings, Authentication Providers, then try again`;
}
