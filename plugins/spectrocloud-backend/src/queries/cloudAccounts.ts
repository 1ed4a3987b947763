import { NotFoundError } from '@backstage/errors';
import type { CloudAccount } from '@terasky/backstage-plugin-spectrocloud-common';
import { toCloudAccount } from '../mapping/infrastructure';
import type { PaletteReader } from '../reads/PaletteReader';
import { listVisible } from './listVisible';

/** Managed Kubernetes of a cloud uses the accounts of that cloud. */
const ACCOUNT_KINDS: Record<string, string> = {
  eks: 'aws',
  aks: 'azure',
  gke: 'gcp',
};

/** Accounts of one cloud. */
export async function listCloudAccounts(
  reader: PaletteReader,
  cloudType: string,
  projectUid?: string,
): Promise<CloudAccount[]> {
  const accounts = await listVisible(reader, {
    operation: 'cloud-accounts',
    permission: 'cloudaccount.list',
    projectUid,
    read: (client, scope) => client.listCloudAccounts(scope),
  });
  const kind = ACCOUNT_KINDS[cloudType] ?? cloudType;
  return accounts
    .map(toCloudAccount)
    .filter(account => account.kind?.toLowerCase() === kind);
}

/** One account. Palette's own single account holds its credentials, so it is taken from the list. */
export async function getCloudAccount(
  reader: PaletteReader,
  cloudType: string,
  uid: string,
  projectUid?: string,
): Promise<CloudAccount> {
  const accounts = await listCloudAccounts(reader, cloudType, projectUid);
  const account = accounts.find(({ metadata }) => metadata.uid === uid);
  if (!account) {
    throw new NotFoundError('Palette does not know what was asked for');
  }
  return account;
}
