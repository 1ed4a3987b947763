import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { configApiRef } from '../coreApiRefs';
import { type PaletteAnnotations, readAnnotations } from './annotations';
import { readAnnotationPrefix } from './readAnnotationPrefix';

/** What the entity of the page says of Palette. */
export function useAnnotations(): PaletteAnnotations {
  const { entity } = useEntity();
  const config = useApi(configApiRef);
  return useMemo(
    () => readAnnotations(entity, readAnnotationPrefix(config)),
    [entity, config],
  );
}
