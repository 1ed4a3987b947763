import type { Request, Response, Router } from 'express';
import { MAAS, MACHINES, REGIONS } from '../seed/placement';
import type { AccountCloud } from '../seed/types';
import { stringOf } from './Caller';
import { notFound } from './PaletteError';
import { requirePermission } from './Scope';
import { cloudAccountsIn } from './visible';

type Cloud = keyof typeof REGIONS;

/** What an account may see, only who may see the account is told. */
function requireAccount(res: Response, cloud: AccountCloud, uid: string): void {
  const scope = requirePermission(res, 'cloudaccount.get');
  const known = cloudAccountsIn(scope).some(
    account => account.uid === uid && account.cloud === cloud,
  );
  if (!known) throw notFound('cloudaccount', uid);
}

const accountOf = (req: Request) => stringOf(req.query.cloudAccountUid) ?? '';

function requireRegion(cloud: Cloud, region: string): string {
  if (!REGIONS[cloud].includes(region)) throw notFound('region', region);
  return region;
}

const letters = (separator: string, region: string) =>
  ['a', 'b', 'c'].map(letter => `${region}${separator}${letter}`);

function addAwsRoutes(router: Router): void {
  const below = '/clouds/aws/regions/:region';
  const regionOf = (req: Request, res: Response) => {
    requireAccount(res, 'aws', accountOf(req));
    return requireRegion('aws', req.params.region);
  };
  router.get('/clouds/aws/regions', (req, res) => {
    requireAccount(res, 'aws', accountOf(req));
    res.json({
      regions: REGIONS.aws.map(name => ({
        endpoint: `ec2.${name}.amazonaws.com`,
        name,
        optInStatus: 'opt-in-not-required',
      })),
    });
  });
  router.get(`${below}/availabilityzones`, (req, res) => {
    const zones = letters('', regionOf(req, res)).map((name, index) => ({
      name,
      state: 'available',
      zoneId: `az${index + 1}`,
    }));
    res.json({ zones });
  });
  router.get(`${below}/instancetypes`, (req, res) => {
    regionOf(req, res);
    res.json({ instanceTypes: MACHINES.aws });
  });
  router.get(`${below}/keypairs`, (req, res) => {
    regionOf(req, res);
    res.json({ keyNames: ['platform-bastion'] });
  });
  router.get(`${below}/vpcs`, (req, res) => {
    const region = regionOf(req, res);
    res.json({
      vpcs: [
        {
          cidrBlock: '10.8.0.0/16',
          name: 'shared-services',
          subnets: letters('', region).map((az, index) => ({
            az,
            isPrivate: true,
            name: `private-${az}`,
            subnetId: `subnet-0${index + 1}`,
          })),
          vpcId: 'vpc-0a1b2c3d',
        },
        { name: 'empty', subnets: [], vpcId: 'vpc-0d4e5f6a' },
      ],
    });
  });
}

function addAzureRoutes(router: Router): void {
  const regionOf = (req: Request, res: Response) => {
    requireAccount(res, 'azure', accountOf(req));
    return requireRegion('azure', req.params.region);
  };
  router.get('/clouds/azure/regions', (req, res) => {
    requireAccount(res, 'azure', accountOf(req));
    const zones = ['1', '2', '3'].map(name => ({ name }));
    res.json({
      regions: REGIONS.azure.map(name => ({ displayName: name, name, zones })),
    });
  });
  router.get('/clouds/azure/regions/:region/zones', (req, res) => {
    regionOf(req, res);
    res.json({ zoneList: ['1', '2', '3'].map(id => ({ id })) });
  });
  router.get('/clouds/azure/regions/:region/instancetypes', (req, res) => {
    regionOf(req, res);
    res.json({ instanceTypes: MACHINES.azure });
  });
  const below = '/clouds/azure/regions/:region/subscriptions/:subscription';
  router.get(`${below}/networks`, (req, res) => {
    const location = regionOf(req, res);
    const subnets = ['control-plane', 'workers'].map((name, index) => ({
      cidrBlock: `10.9.${index}.0/24`,
      name,
    }));
    res.json({
      virtualNetworkList: [
        { addressSpaces: ['10.9.0.0/16'], location, name: 'hub', subnets },
      ],
    });
  });
  router.get(`${below}/resourceGroups`, (req, res) => {
    const location = regionOf(req, res);
    res.json({
      resourceGroupList: ['kubernetes', 'networking'].map(name => ({
        location,
        name,
      })),
    });
  });
}

function addGoogleRoutes(router: Router): void {
  const projects = '/clouds/gcp/projects';
  const below = `${projects}/:project/regions/:region`;
  const regionOf = (req: Request, res: Response) => {
    requireAccount(res, 'gcp', accountOf(req));
    return requireRegion('gcp', req.params.region);
  };
  router.get(projects, (req, res) => {
    requireAccount(res, 'gcp', accountOf(req));
    res.json({
      projects: [{ id: 'acme-platform-prod', name: 'Acme Platform' }],
    });
  });
  router.get(`${projects}/:project/regions`, (req, res) => {
    requireAccount(res, 'gcp', accountOf(req));
    res.json({
      regions: REGIONS.gcp.map(name => ({ name, status: 'UP' })),
    });
  });
  router.get(`${below}/zones`, (req, res) => {
    const zones = letters('-', regionOf(req, res)).map(name => ({ name }));
    res.json({ zones });
  });
  router.get(`${below}/networks`, (req, res) => {
    regionOf(req, res);
    res.json({
      networks: [{ name: 'default', subnets: [{ id: '1', name: 'default' }] }],
    });
  });
  router.get('/clouds/gcp/regions/:region/instancetypes', (req, res) => {
    requirePermission(res, 'cloudaccount.get');
    requireRegion('gcp', req.params.region);
    res.json({ instanceTypes: MACHINES.gcp });
  });
}

function addMaasRoutes(router: Router): void {
  for (const [property, names] of Object.entries(MAAS)) {
    router.get(
      `/cloudaccounts/maas/:uid/properties/${property}`,
      (req, res) => {
        requireAccount(res, 'maas', req.params.uid);
        res.json({ items: names.map(name => ({ name })) });
      },
    );
  }
}

/** What cloud accounts offer for the placement of clusters. */
export function addCloudRoutes(router: Router): void {
  addAwsRoutes(router);
  addAzureRoutes(router);
  addGoogleRoutes(router);
  addMaasRoutes(router);
}
