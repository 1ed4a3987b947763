import type { Pack, Profile } from '../../seed/types';

/** The registry has dropped a version that the demo's clusters still run. */
function isWithdrawn({ name, version }: Pack): boolean {
  return name === 'kubernetes-eks' && version === '1.31';
}

/** A pack in a profile template (`v1PackRef`); lists leave the values out. */
export function packRefView(pack: Pack, withValues: boolean) {
  return {
    annotations: {},
    digest: '',
    inValidReason: isWithdrawn(pack)
      ? `tag ${pack.version} of pack ${pack.name} is not in the registry`
      : '',
    isInvalid: isWithdrawn(pack),
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
    ...(withValues && { values: pack.values }),
    version: pack.version,
  };
}

/** `v1ClusterProfileTemplateMeta`: the profile as lists of clusters refer to it. */
export function profileTemplateMetaView(profile: Profile) {
  return {
    cloudType: profile.cloudType,
    name: profile.name,
    packs: profile.packs.map(pack => packRefView(pack, false)),
    scope: profile.scope,
    type: profile.type,
    uid: profile.uid,
    version: 1,
  };
}

/** `v1ClusterProfileTemplate`: the whole, with the values of the packs. */
export function profileTemplateView(profile: Profile) {
  return {
    cloudType: profile.cloudType,
    name: profile.name,
    packServerRefs: [],
    packServerSecret: '',
    packs: profile.packs.map(pack => packRefView(pack, true)),
    profileVersion: profile.version,
    type: profile.type,
    uid: profile.uid,
    version: 1,
  };
}
