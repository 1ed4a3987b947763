import type { Pack, Profile } from '../../seed/types';

/** A pack reference inside of a profile template (`v1PackRef`), without values. */
export function packRefView(pack: Pack) {
  return {
    annotations: {},
    digest: '',
    inValidReason: '',
    isInvalid: false,
    layer: pack.layer,
    logo: '',
    manifests: pack.manifests.map(({ uid, name }) => ({
      kind: 'manifest',
      name,
      uid,
    })),
    name: pack.name,
    packUid: pack.uid,
    params: {},
    presets: [],
    registryUid: '',
    schema: [],
    server: '',
    tag: pack.version,
    type: pack.type,
    version: pack.version,
  };
}

/** `v1ClusterProfileTemplateMeta`: the profile as clusters refer to it. */
export function profileTemplateView(profile: Profile) {
  return {
    cloudType: profile.cloudType,
    name: profile.name,
    packs: profile.packs.map(packRefView),
    scope: profile.scope,
    type: profile.type,
    uid: profile.uid,
    version: 1,
  };
}
