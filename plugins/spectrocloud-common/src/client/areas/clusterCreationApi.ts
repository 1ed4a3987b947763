import type {
  CloudAccount,
  ClusterCreation,
  ClusterValidation,
  CreatedCluster,
  IpPool,
  NewCluster,
  Overlord,
  SshKey,
  VsphereComputeClusterResources,
  VsphereDatacenter,
} from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';
import { toValidation } from '../validation';

/** What a new cluster is made of, and its creation. @public */
export interface ClusterCreationApi {
  /** Cloud accounts of a cloud; never their credentials. */
  listCloudAccounts(
    cloudType: string,
    options?: ApiOptions,
  ): Promise<CloudAccount[]>;
  /** One cloud account. */
  getCloudAccount(
    cloudType: string,
    uid: string,
    options?: ApiOptions,
  ): Promise<CloudAccount>;
  /** Data centres that a vSphere account can place clusters in. */
  listVsphereDatacenters(
    accountUid: string,
    options?: ApiOptions,
  ): Promise<VsphereDatacenter[]>;
  /** What a vSphere compute cluster offers. */
  getVsphereResources(
    accountUid: string,
    place: { datacenter: string; computeCluster: string },
    options?: ApiOptions,
  ): Promise<VsphereComputeClusterResources>;
  /** SSH keys of the caller's organisation. */
  listSshKeys(options?: ApiOptions): Promise<SshKey[]>;
  /** Private cloud gateways. */
  listOverlords(options?: ApiOptions): Promise<Overlord[]>;
  /** Address pools of a vSphere gateway. */
  listIpPools(overlordUid: string, options?: ApiOptions): Promise<IpPool[]>;
  /** Creates a cluster in the project of the options. Never retried. */
  createCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<CreatedCluster>;
  /** Asks Palette whether a cluster could be created. */
  validateCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<ClusterValidation>;
  /** Creates a virtual cluster. Never retried. */
  createVirtualCluster(
    cluster: NewCluster,
    options: ApiOptions & { projectUid: string },
  ): Promise<CreatedCluster>;
}

/** The calls of {@link ClusterCreationApi}. */
export const clusterCreationApi = (api: ApiRequester): ClusterCreationApi => ({
  listCloudAccounts: (cloudType, options) =>
    api.list(apiPath`/cloudaccounts/${cloudType}`, 'accounts', options),
  getCloudAccount: (cloudType, uid, options) =>
    api.json(apiPath`/cloudaccounts/${cloudType}/${uid}`, options),
  listVsphereDatacenters: (accountUid, options) =>
    api.list(
      apiPath`/cloudaccounts/vsphere/${accountUid}/metadata`,
      'datacenters',
      options,
    ),
  getVsphereResources: (accountUid, place, options) =>
    api.json(
      apiPath`/cloudaccounts/vsphere/${accountUid}/computecluster/resources`,
      options,
      {
        query: {
          datacenter: place.datacenter,
          computecluster: place.computeCluster,
        },
      },
    ),
  listSshKeys: options => api.list('/users/sshkeys', 'sshKeys', options),
  listOverlords: options => api.list('/overlords', 'overlords', options),
  listIpPools: (overlordUid, options) =>
    api.list(
      apiPath`/overlords/vsphere/${overlordUid}/pools`,
      'pools',
      options,
    ),
  createCluster: (cluster, options) =>
    api.json('/clusters', options, { body: cluster }),
  validateCluster: (cluster, options) =>
    toValidation(api.json('/clusters/validate', options, { body: cluster })),
  createVirtualCluster: (cluster, options) =>
    api.json('/virtualclusters', options, { body: cluster }),
});
