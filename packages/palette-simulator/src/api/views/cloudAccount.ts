import type { CloudAccount } from '../../seed/types';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

/** Recognisable everywhere, so that a test finds a leak. */
const SECRET = 'credential-that-must-not-leave-the-backend';

const ACCOUNT_KINDS = {
  aws: 'AwsAccount',
  azure: 'AzureAccount',
  gcp: 'GcpAccount',
  maas: 'MaasAccount',
  vsphere: 'VsphereAccount',
} as const;

function metaOf(scope: Scope, account: CloudAccount) {
  return objectMeta(
    scope,
    account,
    account.overlordUid ? { overlordUid: account.overlordUid } : {},
  );
}

/** The spec with the fields that hold credentials, as the vendor's schema has them. */
function specOf({ cloud, accountId }: CloudAccount) {
  switch (cloud) {
    case 'aws':
      return {
        accessKey: 'AKIASIMULATED',
        credentialType: 'secret',
        partition: 'aws',
        policyARNs: [],
        secretKey: SECRET,
      };
    case 'azure':
      return {
        azureEnvironment: 'AzurePublicCloud',
        clientId: accountId,
        clientSecret: SECRET,
        tenantId: accountId,
        tenantName: 'acme',
        settings: { disablePropertiesRequest: false },
      };
    case 'gcp':
      return {
        jsonCredentials: JSON.stringify({
          type: 'service_account',
          project_id: accountId,
          private_key: SECRET,
        }),
      };
    case 'maas':
      return {
        apiEndpoint: `https://${accountId}.acme.example/MAAS`,
        apiKey: SECRET,
        preferredSubnets: [],
      };
    default:
      return {
        insecure: false,
        password: SECRET,
        username: 'palette@vsphere.local',
        vcenterServer: accountId,
      };
  }
}

/** `v1AwsAccount` and its siblings. */
export function cloudAccountView(scope: Scope, account: CloudAccount) {
  return {
    apiVersion: 'v1',
    kind: ACCOUNT_KINDS[account.cloud],
    metadata: metaOf(scope, account),
    spec: specOf(account),
    status: { state: 'Running' },
  };
}

/** `v1CloudAccountSummary`: no credentials. */
export function cloudAccountSummaryView(
  scope: Scope,
  account: CloudAccount,
  hasKind: boolean,
) {
  return {
    ...(hasKind && { kind: account.cloud }),
    metadata: metaOf(scope, account),
    specSummary: { accountId: account.accountId },
    status: { state: 'Running' },
  };
}

/** `v1CloudAccountMetadata`. */
export function cloudAccountMetadataView(
  scope: Scope,
  account: CloudAccount,
  hasKind: boolean,
) {
  return {
    ...(hasKind && { kind: account.cloud }),
    metadata: metaOf(scope, account),
  };
}
