/** A kind of machine, as a cloud's price list has it. */
export interface MachineType {
  type: string;
  category: string;
  cpu: number;
  gpu: number;
  memory: number;
  price: number;
}

const machine = (
  type: string,
  cpu: number,
  memory: number,
  price: number,
  gpu = 0,
): MachineType => ({
  type,
  category: gpu > 0 ? 'accelerated' : 'general_purpose',
  cpu,
  gpu,
  memory,
  price,
});

/** Some machines of each cloud; prices are made up. */
export const MACHINES: Record<'aws' | 'azure' | 'gcp', MachineType[]> = {
  aws: [
    machine('t3.large', 2, 8, 0.09),
    machine('m5.xlarge', 4, 16, 0.2),
    machine('m5.2xlarge', 8, 32, 0.4),
    machine('g4dn.xlarge', 4, 16, 0.6, 1),
  ],
  azure: [
    machine('Standard_D2s_v5', 2, 8, 0.1),
    machine('Standard_D4s_v5', 4, 16, 0.2),
    machine('Standard_NC4as_T4_v3', 4, 28, 0.6, 1),
  ],
  gcp: [
    machine('e2-standard-4', 4, 16, 0.14),
    machine('n2-standard-4', 4, 16, 0.2),
    machine('n2-standard-8', 8, 32, 0.4),
  ],
};

/** Regions in which nothing runs yet, too. */
export const REGIONS = {
  aws: ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'],
  azure: ['eastus2', 'northeurope', 'westeurope'],
  gcp: ['europe-west3', 'us-central1'],
};

/** Dollars an hour for a GiB of disk. */
export const DISK_PRICE = 0.0001;

/** What an account of MAAS offers. */
export const MAAS = {
  domains: ['acme.example', 'maas'],
  resourcePools: ['default', 'kubernetes'],
  azs: ['rack-a', 'rack-b'],
  subnets: ['10.20.0.0/24'],
};
