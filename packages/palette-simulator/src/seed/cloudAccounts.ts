import type { AccountCloud, CloudAccount, Overlord } from './types';
import { uidOf } from './uid';

const CREATED_AT = '2024-05-02T12:00:00.000Z';

const ACCOUNTS: [cloud: AccountCloud, name: string, accountId: string][] = [
  ['aws', 'aws-production', '210987654321'],
  ['aws', 'aws-sandbox', '109876543210'],
  ['azure', 'azure-main', '5f0c7d5e-0b6e-4c1c-9d55-2f7f0f6a9b11'],
  ['gcp', 'gcp-main', 'acme-platform-prod'],
  ['maas', 'maas-frankfurt', 'maas-frankfurt'],
  ['vsphere', 'vsphere-frankfurt', 'vcenter.fra.acme.example'],
  ['vsphere', 'vsphere-dallas', 'vcenter.dal.acme.example'],
];

const overlordUid = (tenant: string, account: string) =>
  uidOf('overlord', tenant, account);

/** The tenant's accounts, some for each cloud. */
export function createCloudAccounts(tenant: string): CloudAccount[] {
  return ACCOUNTS.map(([cloud, name, accountId]) => ({
    uid: uidOf('cloudaccount', tenant, name),
    name,
    cloud,
    accountId,
    overlordUid:
      cloud === 'vsphere' || cloud === 'maas'
        ? overlordUid(tenant, name)
        : undefined,
    createdAt: CREATED_AT,
  }));
}

/** One private cloud gateway for each account in a data centre; the last is unwell. */
export function createOverlords(
  tenant: string,
  accounts: CloudAccount[],
): Overlord[] {
  const behindGateway = accounts.filter(account => account.overlordUid);
  return behindGateway.map((account, index) => ({
    uid: overlordUid(tenant, account.name),
    name: `pcg-${account.name}`,
    cloudAccountUid: account.uid,
    state: 'Running',
    health: index === behindGateway.length - 1 ? 'UnHealthy' : 'Healthy',
    isSystem: false,
    createdAt: CREATED_AT,
  }));
}
