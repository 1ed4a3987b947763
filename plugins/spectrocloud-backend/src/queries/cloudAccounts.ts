import { NotFoundError } from '@backstage/errors';
import type { CloudAccount } from '@terasky/backstage-plugin-spectrocloud-common';
import { toCloudAccount } from '../mapping/infrastructure';
import { fetchCloudAccounts } from '../palette/endpoints/infrastructure';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects } from './acrossProjects';

/** Managed Kubernetes of a cloud uses the accounts of that cloud. */
const ACCOUNT_CLOUDS: Record<string, string> = {
  eks: 'aws',
  aks: 'azure',
  gke: 'gcp',
};

/** The cloud whose accounts clusters of a type are made in. */
export function accountCloudOf(cloudType: string): string {
  return Object.hasOwn(ACCOUNT_CLOUDS, cloudType)
    ? ACCOUNT_CLOUDS[cloudType]
    : cloudType;
}

/**
 * Accounts of one cloud. Palette chooses them: an account need not say of which
 * cloud it is.
 */
export async function listCloudAccounts(
  reader: PaletteReader,
  cloudType: string,
  projectUid?: string,
): Promise<CloudAccount[]> {
  const cloud = accountCloudOf(cloudType);
  return reader.list('cloud-accounts', [cloud, projectUid], async shared => {
    const found = await acrossProjects(shared, {
      projectUid,
      permission: 'cloudaccount.list',
      read: scope => fetchCloudAccounts(shared.client, cloud, scope),
      uidOf: ({ metadata }) => metadata?.uid,
    });
    return found.map(({ item }) => toCloudAccount(item, cloud));
  });
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
    throw new NotFoundError('Palette did not find what was requested');
  }
  return account;
}
