import type {
  ClusterProfile,
  ClusterProfileOfCluster,
  ProfilePack,
  ProfileVariable,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1AttachedProfile,
  V1Pack,
  V1PackRef,
  V1PackRefSummary,
  V1Profile,
  V1ProfileSummary,
  V1Variable,
} from '../palette/v1profiles';
import {
  toDescription,
  toMetadata,
  toReferences,
  toRowMetadata,
  toText,
} from './common';

/** Which parts of a profile the caller may see. */
export interface ProfileRights {
  values: boolean;
  manifests: boolean;
  clusters: boolean;
}

export function toPack(
  pack: V1Pack,
  rights: Pick<ProfileRights, 'values' | 'manifests'>,
): ProfilePack {
  const { metadata, spec = {} } = pack;
  return {
    uid: metadata?.uid,
    name: spec.name ?? metadata?.name ?? '',
    displayName: spec.displayName,
    version: spec.version,
    layer: spec.layer,
    type: spec.type,
    ...(rights.values && { values: spec.values }),
    ...(rights.manifests && {
      manifests: toReferences(spec.manifests),
    }),
  };
}

function toPackSummary(pack: V1PackRefSummary): ProfilePack {
  return {
    uid: pack.packUid,
    name: pack.name ?? '',
    displayName: pack.displayName,
    version: pack.version || pack.tag,
    layer: pack.layer,
    type: pack.type,
  };
}

function toPackOfReference(
  pack: V1PackRef,
  rights: Pick<ProfileRights, 'values' | 'manifests'>,
): ProfilePack {
  return {
    ...toPackSummary(pack),
    ...(rights.values && pack.values !== undefined && { values: pack.values }),
    ...(rights.manifests &&
      pack.manifests && {
        manifests: toReferences(pack.manifests),
      }),
  };
}

/** A row of a list of profiles: the published version, or the draft where there is none. */
export function toProfileSummary(profile: V1ProfileSummary): ClusterProfile {
  const { specSummary = {}, status = {} } = profile;
  const shown = specSummary.published ?? specSummary.draft ?? {};
  return {
    metadata: toRowMetadata(profile.metadata),
    spec: {
      description: toDescription(profile.metadata),
      type: shown.type,
      cloudType: shown.cloudType,
      version: specSummary.version,
      versions: toVersions(specSummary.versions),
      packs: (shown.packs ?? []).map(toPackSummary),
    },
    status: toStatus(status, { clusters: true }),
  };
}

export function toProfile(
  profile: V1Profile,
  rights: ProfileRights,
): ClusterProfile {
  const { spec = {}, status = {} } = profile;
  const shown = spec.published ?? spec.draft ?? {};
  return {
    metadata: toMetadata(profile.metadata),
    spec: {
      description: toDescription(profile.metadata),
      type: shown.type,
      cloudType: shown.cloudType,
      version: spec.version ?? shown.profileVersion,
      versions: toVersions(spec.versions),
      packs: (shown.packs ?? []).map(pack => toPackOfReference(pack, rights)),
    },
    status: toStatus(status, rights),
  };
}

function toVersions(
  versions: Array<{ uid?: string; version?: string }> = [],
): ClusterProfile['spec']['versions'] {
  return versions.flatMap(({ uid, version }) =>
    uid && version ? [{ uid, version }] : [],
  );
}

function toStatus(
  status: NonNullable<V1ProfileSummary['status']>,
  rights: Pick<ProfileRights, 'clusters'>,
): ClusterProfile['status'] {
  return {
    isPublished: status.isPublished,
    ...(rights.clusters && {
      inUseClusters: toReferences(status.inUseClusters),
    }),
  };
}

export function toProfileOfCluster(
  profile: V1AttachedProfile,
  rights: Pick<ProfileRights, 'values' | 'manifests'>,
): ClusterProfileOfCluster {
  const { spec = {} } = profile;
  return {
    metadata: toMetadata(profile.metadata),
    spec: {
      type: spec.type,
      cloudType: spec.cloudType,
      version: toText(spec.version),
      packs: (spec.packs ?? []).map(pack => toPack(pack, rights)),
    },
  };
}

/** The default of a sensitive variable stays in Palette. */
export function toVariable(variable: V1Variable): ProfileVariable {
  return {
    name: variable.name ?? '',
    displayName: variable.displayName,
    description: variable.description,
    format: variable.format,
    inputType: variable.inputType,
    options: variable.options?.map(option => ({
      value: option.value ?? '',
      label: option.label,
      default: option.default,
    })),
    regex: variable.regex,
    required: variable.required,
    hidden: variable.hidden,
    immutable: variable.immutable,
    isSensitive: variable.isSensitive,
    defaultValue: variable.isSensitive ? undefined : variable.defaultValue,
  };
}
