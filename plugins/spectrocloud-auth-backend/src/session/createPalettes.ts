import type { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import {
  createPaletteDispatcher,
  PaletteSessionApi,
  readPaletteEnvironments,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionEnvironment } from './SessionEnvironment';

/** The API of each auth environment's Palette: as `spectrocloud.environments` says, else where its users sign in. */
export function createPalettes(
  config: Config,
  environments: SessionEnvironment[],
  callDuration: MetricsServiceHistogram,
): Map<string, PaletteSessionApi> {
  const palettes = readPaletteEnvironments(config);
  return new Map(
    environments.map(({ name, paletteUrl, timeoutMs }) => {
      const palette = palettes.find(({ authEnvironment }) => {
        return authEnvironment === name;
      }) ?? { name, url: paletteUrl };
      return [
        name,
        PaletteSessionApi.create({
          url: palette.url,
          dispatcher: createPaletteDispatcher(palette),
          timeoutMs,
          onCall: ({ prefix, status, seconds }) =>
            callDuration.record(seconds, { prefix, status }),
        }),
      ];
    }),
  );
}
