import type { Cluster, Pack, Profile, Variable } from '../../seed/types';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';
import { profileTemplateView } from './profileTemplate';

function metaOf(scope: Scope, profile: Profile) {
  return objectMeta(scope, profile, {
    description: profile.description,
    scope: profile.scope,
  });
}

/** Every version of the profile, each with its own uid. */
function versionsOf({ caller }: Scope, { name, projectUid }: Profile) {
  return caller.organisation.profiles
    .filter(p => p.name === name && p.projectUid === projectUid)
    .map(({ uid, version }) => ({ uid, version }));
}

function usersOf({ caller }: Scope, { uid }: Profile): Cluster[] {
  return caller.organisation.clusters.filter(
    ({ profileUids, state }) =>
      state !== 'Deleted' && profileUids.includes(uid),
  );
}

function summaryPackView(pack: Pack) {
  return {
    addonType: '',
    annotations: {},
    displayName: pack.displayName,
    layer: pack.layer,
    logoUrl: '',
    name: pack.name,
    packUid: pack.uid,
    tag: pack.version,
    type: pack.type,
    version: pack.version,
  };
}

/** `v1ClusterProfileSummary`. */
export function profileSummaryView(scope: Scope, profile: Profile) {
  const clusters = usersOf(scope, profile);
  const template = {
    cloudType: profile.cloudType,
    packs: profile.packs.map(summaryPackView),
    type: profile.type,
  };
  return {
    metadata: metaOf(scope, profile),
    specSummary: {
      draft: template,
      published: template,
      version: profile.version,
      versions: versionsOf(scope, profile),
    },
    status: {
      fips: { mode: 'none' },
      inUseClusterTemplates: [],
      inUseClusterUids: clusters.map(({ uid }) => uid),
      inUseClusters: clusters.map(({ uid, name }) => ({ uid, name })),
      isPublished: profile.published,
      pack: { deleted: 0, deprecated: 0, disabled: 0 },
    },
  };
}

/** `v1ClusterProfile`. */
export function profileView(scope: Scope, profile: Profile) {
  const clusters = usersOf(scope, profile);
  return {
    apiVersion: 'v1',
    kind: 'ClusterProfile',
    metadata: metaOf(scope, profile),
    spec: {
      published: profileTemplateView(profile),
      version: profile.version,
      versions: versionsOf(scope, profile),
    },
    status: {
      hasUserMacros: false,
      inUseClusterTemplates: [],
      inUseClusterUids: clusters.map(({ uid }) => uid),
      inUseClusters: clusters.map(cluster => ({
        kind: 'spectrocluster',
        name: cluster.name,
        projectUid: cluster.projectUid,
        tenantUid: scope.caller.organisation.uid,
        uid: cluster.uid,
      })),
      isPublished: profile.published,
    },
  };
}

/** `v1ClusterProfileMetadata`. */
export function profileMetadataView({
  uid,
  name,
  cloudType,
  version,
}: Profile) {
  return { metadata: { name, uid }, spec: { cloudType, version } };
}

/** `v1Variable`; the default of a sensitive one is never shown. */
export function variableView(variable: Variable) {
  return {
    ...variable,
    defaultValue: variable.isSensitive ? '' : variable.defaultValue,
    inputType: variable.options ? 'dropdown' : 'text',
    options: variable.options ?? [],
    regex: variable.regex ?? '',
  };
}
