import type { ConfigApi } from '@backstage/core-plugin-api';
import { DEFAULT_ANNOTATION_PREFIX } from './annotations';

/** `spectrocloud.annotationPrefix`, without a slash that somebody may have left at its end. */
export function readAnnotationPrefix(config: ConfigApi | undefined): string {
  const prefix = config
    ?.getOptionalString('spectrocloud.annotationPrefix')
    ?.replace(/\/+$/, '');
  return prefix || DEFAULT_ANNOTATION_PREFIX;
}
