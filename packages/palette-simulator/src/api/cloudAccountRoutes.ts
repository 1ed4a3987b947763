import type { Response, Router } from 'express';
import type { AccountCloud, CloudAccount } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { notFound } from './PaletteError';
import { pageOf } from './paging';
import { queriedList } from './queriedList';
import { requirePermission, type Scope } from './Scope';
import {
  cloudAccountMetadataView,
  cloudAccountSummaryView,
  cloudAccountView,
} from './views/cloudAccount';
import { cloudAccountsIn } from './visible';

const CLOUDS: AccountCloud[] = ['aws', 'azure', 'gcp', 'maas', 'vsphere'];

function requireAccount(
  res: Response,
  cloud: AccountCloud,
  uid: string,
): { scope: Scope; account: CloudAccount } {
  const scope = requirePermission(res, 'cloudaccount.get');
  const account = cloudAccountsIn(scope).find(
    a => a.uid === uid && a.cloud === cloud,
  );
  if (!account) {
    throw notFound('cloudaccount', uid);
  }
  return { scope, account };
}

/** Cloud accounts; those by cloud carry credentials, as Palette's do. */
export function addCloudAccountRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/dashboard/cloudaccounts/metadata', (req, res) => {
    const scope = requirePermission(res, 'cloudaccount.list');
    const environment = stringOf(req.query.environment);
    res.json({
      items: cloudAccountsIn(scope)
        .filter(({ cloud }) => !environment || cloud === environment)
        .map(account =>
          cloudAccountMetadataView(
            scope,
            account,
            context.settings.accountKinds,
          ),
        ),
    });
  });

  router.get('/cloudaccounts/summary', (req, res) => {
    const scope = requirePermission(res, 'cloudaccount.list');
    const views = cloudAccountsIn(scope).map(account =>
      cloudAccountSummaryView(scope, account, context.settings.accountKinds),
    );
    res.json(pageOf(req, queriedList(req, views)));
  });

  for (const cloud of CLOUDS) {
    router.get(`/cloudaccounts/${cloud}`, (req, res) => {
      const scope = requirePermission(res, 'cloudaccount.list');
      const views = cloudAccountsIn(scope)
        .filter(account => account.cloud === cloud)
        .map(account => cloudAccountView(scope, account));
      res.json(pageOf(req, queriedList(req, views)));
    });

    router.get(`/cloudaccounts/${cloud}/:uid`, (req, res) => {
      const { scope, account } = requireAccount(res, cloud, req.params.uid);
      res.json(cloudAccountView(scope, account));
    });
  }
}
