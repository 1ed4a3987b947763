import { textOf, type Values } from '../fields/Field';
import type { Body } from '../kinds/Kind';

const at = (scheduledRunTime: string) => ({ schedule: { scheduledRunTime } });

/** Palette's `spec.policies`, and what of `spec.clusterConfig` is a policy. */
export function toPolicies(values: Values): {
  policies: Body;
  clusterConfig: Body;
} {
  const text = (id: string) => textOf(values[id]);
  const kubeBench = text('scanConfiguration');
  const kubeHunter = text('scanPenetration');
  const sonobuoy = text('scanConformance');
  const backupLocationUid = text('backupLocation');
  const schedule = text('patchSchedule');
  const patchOnBoot = values.patchOnBoot === true;
  return {
    policies: {
      ...((kubeBench || kubeHunter || sonobuoy) && {
        scanPolicy: {
          ...(kubeBench && { kubeBench: at(kubeBench) }),
          ...(kubeHunter && { kubeHunter: at(kubeHunter) }),
          ...(sonobuoy && { sonobuoy: at(sonobuoy) }),
        },
      }),
      ...(backupLocationUid && {
        backupPolicy: {
          backupLocationUid,
          backupPrefix: text('backupPrefix'),
          durationInHours: Number(text('backupHours')),
          includeAllDisks: true,
          includeClusterResources: true,
          ...at(text('backupSchedule')),
        },
      }),
    },
    clusterConfig: {
      ...(text('timezone') && { timezone: text('timezone') }),
      ...((patchOnBoot || schedule) && {
        machineManagementConfig: {
          osPatchConfig: { patchOnBoot, ...(schedule && { schedule }) },
        },
      }),
    },
  };
}
