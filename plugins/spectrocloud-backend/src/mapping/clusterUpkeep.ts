import type {
  ClusterBackup,
  ClusterCertificate,
  ClusterRepave,
  ProfileUpdate,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1ClusterBackup,
  V1ClusterRepave,
  V1MachineCertificates,
  V1ProfileUpdate,
} from '../palette/v1clusterDetails';
import { toReference, toText, toTime } from './common';

export function toRepave({
  spec = {},
  status = {},
}: V1ClusterRepave): ClusterRepave {
  return {
    state: status.state,
    message: status.message || undefined,
    source: spec.source,
    since: toTime(status.repaveTransitionTime),
    reasons: (spec.reasons ?? []).map(({ code, message, pack }) => {
      const { current, target } = pack ?? {};
      return {
        code,
        message,
        pack: pack && {
          name: target?.name ?? current?.name,
          from: current?.version || current?.tag,
          to: target?.version || target?.tag,
        },
      };
    }),
  };
}

/** The authorities' own certificates and those that they issued. */
export function toCertificates({
  name: machine,
  certificateAuthorities,
}: V1MachineCertificates): ClusterCertificate[] {
  return (certificateAuthorities ?? []).flatMap(
    ({ name: authority, expiry, certificates }) => [
      { machine, authority, expires: toTime(expiry) },
      ...(certificates ?? []).map(certificate => ({
        machine,
        authority,
        name: certificate.name,
        expires: toTime(certificate.expiry),
      })),
    ],
  );
}

export function toProfileUpdate(profile: V1ProfileUpdate): ProfileUpdate {
  return {
    uid: profile.uid ?? '',
    name: profile.name,
    version: profile.profileVersion || toText(profile.version),
    packs: (profile.packs ?? []).map(({ name, layer, version, tag }) => ({
      name: name ?? '',
      layer,
      version: version || tag,
    })),
  };
}

export function toBackup({
  spec = {},
  status = {},
}: V1ClusterBackup): ClusterBackup {
  const { backupLocationUid, backupLocationName, schedule } = spec.config ?? {};
  return {
    location: toReference({ uid: backupLocationUid, name: backupLocationName }),
    schedule: schedule?.scheduledRunTime || undefined,
    runs: (status.clusterBackupStatuses ?? [])
      .flatMap(({ backupStatusMeta, state }) =>
        (backupStatusMeta ?? []).map(run => ({
          name: run.backupName,
          state: run.backupState?.state || state,
          message: run.backupState?.msg || undefined,
          at: toTime(run.backupState?.backupTime),
          expires: toTime(run.expiryDate),
          namespaces: run.backupedNamespaces ?? [],
        })),
      )
      .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '')),
  };
}
