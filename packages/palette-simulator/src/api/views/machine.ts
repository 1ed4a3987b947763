import type { CloudType, Cluster, NodePool } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { apiHostOf } from './clusterDetail';
import { objectMeta } from './metadata';

/** What the machine is to its cloud. */
interface Machine {
  name: string;
  hostName: string;
  privateIp: string;
  cluster: Cluster;
}

function nicOf({ privateIp }: Machine) {
  return { index: 0, privateIPs: [privateIp] };
}

function awsSpec(machine: Machine) {
  const { region, uid } = machine.cluster;
  return {
    ami: `ami-${uid.slice(0, 12)}`,
    az: `${region}a`,
    dnsName: machine.hostName,
    instanceType: 'm5.xlarge',
    nics: [nicOf(machine)],
    vpcId: `vpc-${uid.slice(0, 12)}`,
  };
}

function azureSpec(machine: Machine) {
  return {
    instanceType: 'Standard_D4s_v5',
    location: machine.cluster.region,
    nics: [nicOf(machine)],
    osDisk: {
      diskSizeGB: 128,
      managedDisk: { storageAccountType: 'Premium_LRS' },
      osType: 'Linux',
    },
  };
}

function gcpSpec(machine: Machine) {
  const { region } = machine.cluster;
  return {
    instanceType: 'n2-standard-4',
    nics: [nicOf(machine)],
    project: 'acme-platform-prod',
    region,
    zone: `${region}-a`,
  };
}

function vsphereSpec(machine: Machine) {
  return {
    instanceType: { diskGiB: 60, memoryMiB: 16_384, numCPUs: 4 },
    nics: [{ ...nicOf(machine), networkName: 'kubernetes-vlan-120' }],
    placement: {
      cluster: 'compute-a',
      datacenter: machine.cluster.region,
      datastore: 'compute-a-nvme',
      folder: 'spectro-templates',
      network: { networkName: 'kubernetes-vlan-120' },
      resourcePool: 'Kubernetes',
    },
    vcenterServer: 'vcenter.acme.example',
  };
}

const SPECS: Record<CloudType, (machine: Machine) => object> = {
  aws: awsSpec,
  eks: awsSpec,
  azure: azureSpec,
  aks: azureSpec,
  gcp: gcpSpec,
  gke: gcpSpec,
  vsphere: vsphereSpec,
  maas: machine => ({
    az: 'rack-1',
    hostname: machine.hostName,
    nics: [nicOf(machine)],
  }),
  'edge-native': machine => ({
    edgeHostUid: uidOf('edgehost', machine.name),
    nics: [nicOf(machine)],
  }),
  'apache-cloudstack': machine => ({
    nics: [nicOf(machine)],
    offering: { name: 'large' },
    template: { name: 'ubuntu-22.04' },
  }),
  generic: machine => ({
    hostName: machine.hostName,
    nics: [nicOf(machine)],
  }),
  nested: machine => ({ hostname: machine.hostName }),
};

function maintenanceOf({ inMaintenance = 0 }: NodePool, index: number) {
  return index < inMaintenance
    ? {
        action: 'cordon',
        message: 'Cordoned for a disk replacement',
        state: 'Completed',
      }
    : {};
}

/** `v1AwsMachine` and its siblings: one machine of a pool. */
export function machineView(
  scope: Scope,
  cluster: Cluster,
  pool: NodePool,
  index: number,
) {
  const name = `${cluster.name}-${pool.name}-${index}`;
  const machine: Machine = {
    name,
    hostName: `${name}.${apiHostOf(cluster)}`,
    privateIp: `10.20.40.${index + 10}`,
    cluster,
  };
  const isRunning = cluster.state === 'Running';
  return {
    kind: 'machine',
    metadata: objectMeta(scope, {
      uid: uidOf('machine', cluster.uid, pool.name, String(index)),
      name,
      projectUid: cluster.projectUid,
      createdAt: cluster.createdAt,
    }),
    spec: SPECS[cluster.cloudType](machine),
    status: {
      addresses: [{ address: machine.privateIp, type: 'InternalIP' }],
      health: { state: cluster.health },
      instanceState: isRunning ? 'Running' : 'Provisioning',
      instanceStateLastUpdate: cluster.createdAt,
      maintenanceStatus: maintenanceOf(pool, index),
      ready: isRunning,
    },
  };
}
