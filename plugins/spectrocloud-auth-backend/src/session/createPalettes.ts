import type { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import {
  createPaletteDispatcher,
  PaletteSessionApi,
  readPaletteEnvironments,
  type PaletteEnvironment,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { isSameSite } from '../config/isSameSite';
import type { SessionEnvironment } from './SessionEnvironment';

/** Of several Palettes that take the tokens of an auth environment, the issuer's own site knows them for certain. */
function paletteFor(
  { name, issuer }: SessionEnvironment,
  palettes: PaletteEnvironment[],
): PaletteEnvironment | undefined {
  const own = palettes.filter(palette => palette.authEnvironment === name);
  return own.find(({ url }) => isSameSite(url, issuer)) ?? own[0];
}

/**
 * The API of the Palette that each auth environment's tokens are for, by
 * `spectrocloud.environments`. Where no entry says so there is none: an issuer
 * need not be a Palette, and its tokens are not to be tried at its other addresses.
 */
export function createPalettes(
  config: Config,
  environments: SessionEnvironment[],
  callDuration: MetricsServiceHistogram,
): Map<string, PaletteSessionApi> {
  const palettes = readPaletteEnvironments(config);
  return new Map(
    environments.flatMap(environment => {
      const palette = paletteFor(environment, palettes);
      return palette
        ? [
            [
              environment.name,
              new PaletteSessionApi({
                url: palette.url,
                dispatcher: createPaletteDispatcher(palette),
                timeoutMs: environment.timeoutMs,
                callDuration,
              }),
            ] as const,
          ]
        : [];
    }),
  );
}
