import { atPath } from '../creation/paths';
import type { HclBlock } from './hcl';
import { mapBody } from './mapBody';
import type { Mapping } from './terraformMappings';

/** Where policies stand in the create body. */
const SETTINGS: Mapping[] = [
  { from: 'clusterConfig.timezone', to: 'cluster_timezone' },
  {
    from: 'clusterConfig.machineManagementConfig.osPatchConfig.patchOnBoot',
    to: 'os_patch_on_boot',
  },
  {
    from: 'clusterConfig.machineManagementConfig.osPatchConfig.schedule',
    to: 'os_patch_schedule',
  },
];

/** Terraform wants all three; an empty one is none. */
const SCANS: Mapping[] = (
  [
    ['kubeBench', 'configuration_scan_schedule'],
    ['kubeHunter', 'penetration_scan_schedule'],
    ['sonobuoy', 'conformance_scan_schedule'],
  ] as const
).map(([scan, to]) => ({
  from: `${scan}.schedule.scheduledRunTime`,
  to,
  as: value => (typeof value === 'string' ? value : ''),
}));

const BACKUP: Mapping[] = [
  { from: 'backupLocationUid', to: 'backup_location_id' },
  { from: 'backupPrefix', to: 'prefix' },
  { from: 'schedule.scheduledRunTime', to: 'schedule' },
  { from: 'durationInHours', to: 'expiry_in_hour' },
  { from: 'includeAllDisks', to: 'include_disks' },
  { from: 'includeClusterResources', to: 'include_cluster_resources' },
];

/** Settings of the resource itself that are policies. */
export function settingAttributes(spec: unknown): HclBlock['attributes'] {
  return mapBody('', SETTINGS, spec, []).attributes;
}

/** Scans and backups, each a block. */
export function policyBlocks(spec: unknown): HclBlock[] {
  const scans = atPath(spec, 'policies.scanPolicy');
  const backup = atPath(spec, 'policies.backupPolicy');
  return [
    ...(scans ? [mapBody('scan_policy', SCANS, scans, [])] : []),
    ...(backup ? [mapBody('backup_policy', BACKUP, backup, [])] : []),
  ];
}
