import type { Endpoint, Shape } from './Shape';

const VSPHERE_PROPERTIES = '/v1/overlords/vsphere/{}/properties';

const SCAN_TIME = { endTime: 'time', startTime: 'time' };

/** A run of a compliance scan. */
const scanLogOf = (report: Shape): Shape => [
  {
    metadata: '#v1ObjectMeta',
    spec: { clusterUid: 'string', driverType: 'string' },
    status: {
      message: 'string',
      reports: { '*': report },
      requestUid: 'string',
      scanTime: SCAN_TIME,
      state: 'string',
    },
  },
];

/** What the vendor's own tools call although the description that the table is of doesn't have it. */
export const UNDOCUMENTED: Record<string, Endpoint> = {
  'GET /v1/spectroclusters/{}/features/complianceScan/logs/drivers': {
    status: 200,
    answer: {
      kubeBenchLogs: scanLogOf({
        fail: 'integer',
        info: 'integer',
        logs: ['object'],
        name: 'string',
        pass: 'integer',
        time: 'time',
        type: 'string',
        warn: 'integer',
      }),
      kubeHunterLogs: scanLogOf({
        logs: ['object'],
        time: 'time',
        vulnerabilites: { high: 'integer', low: 'integer', medium: 'integer' },
      }),
      sonobuoyLogs: ['object'],
      syftLogs: ['object'],
    },
  },
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
