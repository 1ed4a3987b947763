import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  type EntityLink,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  PALETTE_ANNOTATION_PREFIX,
  PALETTE_ANNOTATIONS,
  type PaletteMetadata,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import { BARE, tagsOf } from '../inventory/tags';
import { toEntityName, toLabelPart, toTag } from './fitting';

/** What annotations say of an object, ours and those of other Palette plugins. */
export interface PaletteAnnotations {
  /** By the name after `spectrocloud.com/`. */
  own: Record<string, string | undefined>;
  /** By the name after the configured prefix. */
  others: Record<string, string | undefined>;
  /** By the whole name. */
  further?: Record<string, string | undefined>;
}

/** Where the entities of one Palette come from, as the catalog writes it. */
export function locationOf({ instance }: Pick<ProviderConfig, 'instance'>) {
  return `spectrocloud:${instance}`;
}

/** Reference of the entity that a cluster, a cluster group or a profile becomes. */
export function resourceRefOf(
  { namespace }: Pick<ProviderConfig, 'namespace'>,
  uid: string,
): string {
  return stringifyEntityRef({
    kind: 'resource',
    namespace,
    name: toEntityName(uid),
  });
}

/** The metadata of an entity: named after the uid, titled as people know the object at Palette. */
export function toEntityMetadata(
  config: ProviderConfig,
  object: PaletteMetadata,
  options: {
    tenantUid: string;
    uid?: string;
    annotations: PaletteAnnotations;
    /** Path below the console's address. */
    consolePath?: string;
  },
): Entity['metadata'] {
  const location = locationOf(config);
  const tags = tagsOf(object);
  return {
    name: toEntityName(options.uid ?? object.uid),
    namespace: config.namespace,
    title: object.name,
    annotations: withoutUndefined({
      [ANNOTATION_LOCATION]: location,
      [ANNOTATION_ORIGIN_LOCATION]: location,
      [PALETTE_ANNOTATIONS.managedBy]: config.instance,
      [PALETTE_ANNOTATIONS.tenantUid]: options.tenantUid,
      ...prefixed(PALETTE_ANNOTATION_PREFIX, {
        instance: config.instance,
        tags: tags.join(',') || undefined,
        ...options.annotations.own,
      }),
      ...prefixed(config.annotationPrefix, {
        instance: config.instance,
        ...options.annotations.others,
      }),
      ...options.annotations.further,
    }),
    labels: toLabels(object),
    tags: [...new Set(tags.map(toTag))],
    links: toLinks(config, options.consolePath),
  };
}

function toLabels({ labels = {} }: PaletteMetadata): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [
      `${PALETTE_ANNOTATION_PREFIX}/${toLabelPart(key)}`,
      value === '' || value === BARE ? 'true' : toLabelPart(value),
    ]),
  );
}

function toLinks(
  { consoleUrl }: ProviderConfig,
  path: string | undefined,
): EntityLink[] | undefined {
  return consoleUrl && path
    ? [{ url: `${consoleUrl}${path}`, title: 'Open in Palette', icon: 'cloud' }]
    : undefined;
}

function prefixed(
  prefix: string,
  values: Record<string, string | undefined>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}/${name}`, value]),
  );
}

function withoutUndefined(
  values: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
}
