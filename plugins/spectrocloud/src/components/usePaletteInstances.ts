import { useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { configApiRef } from '../coreApiRefs';

/** The Palettes that are configured, as far as the front end may know them. */
export interface PaletteInstances {
  /** The names of all, the default first. */
  names: string[];
  /** Whether there is one of that name; nobody can tell where the configuration lists none. */
  has: (name: string) => boolean;
  /** The name that stands for what is named, or for nothing: the first one is the default. */
  nameOf: (name?: string) => string | undefined;
  /** Where the console of the named one is, of the first one by default. */
  consoleUrlOf: (name?: string) => string | undefined;
}

/** Only what a browser may open: configuration is as trusted as whoever wrote it, a link is clicked by others. */
function readWebAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const { protocol } = new URL(text);
  return ['http:', 'https:'].includes(protocol)
    ? text.replace(/\/+$/, '')
    : undefined;
}

/** `spectrocloud.environments`, by name. */
export function usePaletteInstances(): PaletteInstances {
  const config = useApi(configApiRef);
  return useMemo(() => {
    const instances =
      config.getOptionalConfigArray('spectrocloud.environments') ?? [];
    const consoleUrls = new Map(
      instances.map(instance => [
        instance.getString('name'),
        readWebAddress(instance.getOptionalString('consoleUrl')),
      ]),
    );
    const [first] = consoleUrls.keys();
    return {
      names: [...consoleUrls.keys()],
      has: name => consoleUrls.size === 0 || consoleUrls.has(name),
      nameOf: (name = first) => name,
      consoleUrlOf: (name = first) => consoleUrls.get(name),
    };
  }, [config]);
}
