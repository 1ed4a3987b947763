import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHistogram } from 'node:perf_hooks';
import type { Benchmark, Checkout } from '../Benchmark';
import type { Cell, Table } from '../report/Section';
import { measureOverHttp } from './kubernetesOverHttp';

const SOURCE = 'plugins/kubernetes-backend-module-spectrocloud/src/supplier';
const CLUSTERS = [30, 300];
const POLLS = 2_000;
const SHORT_POLLS = 50;
const CA_LENGTH = 1_600;

/** What is used here of the module, which exports none of it. */
interface Supplier {
  getClusters(options: { credentials: object }): Promise<object[]>;
}

interface SupplierModules {
  CallerClusters: new (options: object) => object;
  PaletteClusterSupplier: new (options: object) => Supplier;
}

function loadModules({ path }: Checkout): SupplierModules {
  const load = (name: string): object => require(join(path, SOURCE, name));
  return {
    ...load('CallerClusters'),
    ...load('PaletteClusterSupplier'),
  } as SupplierModules;
}

/** The supplier before a user's list of so many clusters, and a count of how often it is read. */
function createSupplier(checkout: Checkout, count: number) {
  const { CallerClusters, PaletteClusterSupplier } = loadModules(checkout);
  const clusters = Array.from({ length: count }, (_, index) => ({
    uid: `uid-${index}`,
    name: `cluster-${index}`,
    projectName: 'payments',
    state: 'Running',
    access: {
      endpoint: `https://cluster-${index}.example:6443`,
      caData: 'A'.repeat(CA_LENGTH),
      oidc: { issuerUrl: 'https://palette.example', clientId: 'backstage' },
    },
  }));
  const reads = { count: 0 };
  const palette = new CallerClusters({
    config: {
      instance: 'demo',
      clientId: 'backstage',
      oidcTokenProvider: 'spectrocloud',
      names: 'project-and-name',
      excludeProjects: new Set(),
      excludeTags: new Set(),
      refreshIntervalMs: 600_000,
      clusterTimeoutMs: 10_000,
    },
    api: {
      of: () => ({
        listKubernetesClusters: async () => {
          reads.count += 1;
          return clusters;
        },
      }),
    },
    logger: { debug: () => {} },
  });
  const supplier = new PaletteClusterSupplier({
    auth: { isPrincipal: () => true },
    others: { getClusters: async () => [] },
    palettes: [palette],
  });
  return { supplier, reads };
}

/** What the polls of a Kubernetes tab cost once the caller's list is in memory. */
export const kubernetesPolls: Benchmark = {
  name: 'kubernetes',
  async run(context) {
    const { checkouts, short } = context;
    const polls = short ? SHORT_POLLS : POLLS;
    const credentials = { principal: { userEntityRef: 'user:default/dana' } };
    const rows: Cell[][] = [];
    const withModule = checkouts.filter(({ path }) =>
      existsSync(join(path, SOURCE)),
    );
    const overHttp: Table[] = [];
    for (const checkout of withModule) {
      overHttp.push(await measureOverHttp(context, checkout));
    }
    for (const checkout of withModule) {
      for (const count of CLUSTERS) {
        const { supplier, reads } = createSupplier(checkout, count);
        await supplier.getClusters({ credentials });
        const readAtFirst = reads.count;
        const histogram = createHistogram();
        for (let poll = 0; poll < polls; poll++) {
          const startedAt = process.hrtime.bigint();
          await supplier.getClusters({ credentials });
          histogram.record(process.hrtime.bigint() - startedAt);
        }
        rows.push([
          checkout.name,
          count,
          histogram.percentile(50) / 1e6,
          histogram.percentile(99) / 1e6,
          reads.count - readAtFirst,
        ]);
      }
    }
    return {
      name: 'kubernetes',
      title: 'Polls of a Kubernetes tab',
      tables: [
        {
          title: `${polls} polls while the caller's list is held`,
          columns: ['commit', 'clusters', 'p50 ms', 'p99 ms', 'lists read'],
          rows,
        },
        ...overHttp,
      ],
    };
  },
};
