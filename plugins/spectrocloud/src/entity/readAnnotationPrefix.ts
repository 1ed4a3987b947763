import type { ConfigApi } from '@backstage/core-plugin-api';
import { OTHER_ANNOTATION_PREFIX } from '@terasky/backstage-plugin-spectrocloud-common';

/** `spectrocloud.annotationPrefix`, without a slash that somebody may have left at its end. */
export function readAnnotationPrefix(config: ConfigApi | undefined): string {
  const prefix = config
    ?.getOptionalString('spectrocloud.annotationPrefix')
    ?.replace(/\/+$/, '');
  return prefix || OTHER_ANNOTATION_PREFIX;
}
