import type { SimulatorSettings } from './settings';

/**
 * Everything in which Palette is odd, at once, as far as one can still work with
 * it. Faults are missing here: a broken ID token, an unverified e-mail address.
 */
export const ODDITIES = {
  sessionTokenAs: 'code',
  rotateOnRefresh: true,
  rotateRefreshToken: true,
  tokenType: false,
  accessToken: false,
  discovery: 'strings',
  issParameter: true,
  subject: 'email',
  emailVerified: 'absent',
  omitClaims: ['given_name', 'family_name', 'name'],
  kubeconfigEncoding: 'base64',
  nullForEmpty: true,
  usersMe: 'user',
  accountKinds: false,
  teamsSummaryFails: true,
} satisfies Partial<SimulatorSettings>;

/** The settings with all oddities, or with each of them as it was at the start. */
export function withOddities(
  settings: SimulatorSettings,
  initial: SimulatorSettings,
  enabled: boolean,
): SimulatorSettings {
  const names = Object.keys(ODDITIES) as (keyof typeof ODDITIES)[];
  const changes = enabled
    ? ODDITIES
    : Object.fromEntries(names.map(name => [name, initial[name]]));
  return { ...settings, ...structuredClone(changes) };
}
