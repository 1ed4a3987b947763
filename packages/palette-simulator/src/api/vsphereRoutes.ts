import type { Request, Response, Router } from 'express';
import { stringOf } from './Caller';
import { badRequest, notFound } from './PaletteError';
import { requirePermission } from './Scope';
import { cloudAccountsIn } from './visible';

const DATACENTERS: Record<string, string[]> = {
  'dc-frankfurt': ['compute-a', 'compute-b'],
  'dc-dallas': ['compute-main'],
};

/** Placement data of vSphere, the same below an account and below its gateway. */
export function addVsphereRoutes(router: Router): void {
  const below = (path: string) => [
    `/cloudaccounts/vsphere/:uid/properties/${path}`,
    `/overlords/vsphere/:uid/properties/${path}`,
  ];

  router.get(below('datacenters'), (req, res) => {
    requireVsphere(res, req.params.uid);
    res.json({
      items: Object.entries(DATACENTERS).map(
        ([datacenter, computeclusters]) => ({
          computeclusters,
          datacenter,
          folders: ['spectro-templates', `clusters-${datacenter}`],
        }),
      ),
    });
  });

  router.get(below('computecluster/resources'), (req, res) => {
    requireVsphere(res, req.params.uid);
    const datacenter = requireQuery(req, 'datacenter');
    const computecluster = requireQuery(req, 'computecluster');
    if (!DATACENTERS[datacenter]?.includes(computecluster)) {
      throw notFound('computecluster', computecluster);
    }
    res.json({
      computecluster: {
        datastores: [`${computecluster}-nvme`, `${computecluster}-bulk`],
        name: computecluster,
        networks: networksOf(req, datacenter),
        resourcePools: ['Default', 'Kubernetes'],
      },
      datacenter,
    });
  });
}

function requireVsphere(res: Response, uid: string): void {
  const scope = requirePermission(res, 'cloudaccount.get');
  const known = cloudAccountsIn(scope).some(
    account =>
      account.cloud === 'vsphere' &&
      (account.uid === uid || account.overlordUid === uid),
  );
  if (!known) {
    throw notFound('cloudaccount', uid);
  }
}

function requireQuery(req: Request, name: string): string {
  const value = stringOf(req.query[name]);
  if (!value) {
    throw badRequest(`${name} in query is required`);
  }
  return value;
}

function networksOf(req: Request, datacenter: string): string[] {
  const networks = ['VM Network', 'kubernetes-vlan-120'];
  return req.query.useQualifiedNetworkName === 'true'
    ? networks.map(name => `/${datacenter}/network/${name}`)
    : networks;
}
