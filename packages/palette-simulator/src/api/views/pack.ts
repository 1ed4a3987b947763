import { createHash } from 'node:crypto';
import type { Manifest, Pack } from '../../seed/types';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

const PACKED_AT = '2025-01-15T00:00:00.000Z';

function digestOf(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function packMeta(scope: Scope, pack: Pack) {
  return objectMeta(scope, {
    uid: pack.uid,
    name: pack.name,
    createdAt: PACKED_AT,
  });
}

function specOf(pack: Pack) {
  return {
    addonType: pack.layer === 'addon' ? 'monitoring' : '',
    annotations: {},
    cloudTypes: ['all'],
    digest: digestOf(pack.values),
    displayName: pack.displayName,
    eol: '',
    group: '',
    layer: pack.layer,
    logoUrl: '',
    name: pack.name,
    registryUid: '5eecc89d0b150045ae661cef',
    type: pack.type,
    values: pack.values,
    version: pack.version,
  };
}

/** What `includePackMeta` brings in addition; empty unless it is asked for. */
function metaOf(pack: Pack, includePackMeta: string) {
  return {
    presets: includePackMeta.includes('presets')
      ? [
          {
            add: 'replicas: 2\n',
            displayName: 'Two replicas',
            group: 'Availability',
            name: 'ha',
            remove: [],
          },
        ]
      : [],
    schema: includePackMeta.includes('schema')
      ? [
          {
            format: '',
            hints: [],
            listOptions: [],
            name: `${pack.name}.replicas`,
            readonly: false,
            regex: '^[0-9]+$',
            required: false,
            type: 'non_list',
          },
        ]
      : [],
  };
}

/** `v1ClusterProfilePacksEntity`: a pack with its values; manifests by reference. */
export function packEntityView(
  scope: Scope,
  pack: Pack,
  includePackMeta: string,
) {
  return {
    metadata: packMeta(scope, pack),
    spec: {
      addonSubType: '',
      ...specOf(pack),
      ...metaOf(pack, includePackMeta),
      manifests: pack.manifests.map(({ uid, name }) => ({
        kind: 'manifest',
        name,
        uid,
      })),
    },
    status: {},
  };
}

/** The same with the manifests' contents. */
export function packManifestsView(
  scope: Scope,
  pack: Pack,
  includePackMeta: string,
) {
  return {
    metadata: packMeta(scope, pack),
    spec: {
      ...specOf(pack),
      ...metaOf(pack, includePackMeta),
      manifests: pack.manifests.map(({ uid, name, content }) => ({
        content,
        digest: digestOf(content),
        name,
        uid,
      })),
    },
    status: {},
  };
}

/** `v1Manifest`; macros are resolved on request only. */
export function manifestView(
  scope: Scope,
  manifest: Manifest,
  content: string,
) {
  return {
    metadata: objectMeta(scope, { ...manifest, createdAt: PACKED_AT }),
    spec: { published: { content, digest: digestOf(content) } },
  };
}
