import type { Endpoint } from './Shape';

const VSPHERE_PROPERTIES = '/v1/overlords/vsphere/{}/properties';

/** What the vendor's own tools call although no published description has it. */
export const UNDOCUMENTED: Record<string, Endpoint> = {
  'GET /v1/users/me': {
    status: 200,
    answer: {
      metadata: '#v1ObjectMeta',
      spec: '#v1UserSpec',
      status: {
        activationLink: 'string',
        isActive: 'boolean',
        isContractAccepted: 'boolean',
        loginMode: 'string',
        projectPermissions: { '*': ['string'] },
        tenant: { orgName: 'string', tenantUid: 'string' },
        tenantPermissions: { '*': ['string'] },
      },
    },
  },
  'GET /v1/tenants/{}/idp/palette/config': {
    status: 200,
    answer: {
      clientId: 'string',
      clientSecret: 'string',
      issuerUrl: 'string',
      scopes: ['string'],
    },
  },
  'GET /v1/tenants/{}/authTokenSettings': {
    status: 200,
    answer: { expiryTimeMinutes: 'integer:15..1440' },
  },
  'GET /v1/spectroclusters/validate/name': {
    status: 204,
    query: { name: 'string' },
  },
  [`GET ${VSPHERE_PROPERTIES}/datacenters`]: {
    status: 200,
    answer: '#v1VsphereDatacenters',
  },
  [`GET ${VSPHERE_PROPERTIES}/computecluster/resources`]: {
    status: 200,
    answer: '#v1VsphereComputeClusterResources',
    query: {
      'computecluster!': 'string',
      'datacenter!': 'string',
      useQualifiedNetworkName: 'boolean',
    },
  },
};
