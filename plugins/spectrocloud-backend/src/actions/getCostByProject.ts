import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { listClusters } from '../queries/listClusters';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { pageFields, pageInput, pageOf, projectInput } from './inputs';
import { registerRead } from './readAction';

const row = z.object({
  project: z.string().optional(),
  projectUid: z.string().optional(),
  clusters: z.number(),
  unknown: z.number().describe('Clusters of which Palette knows no rates'),
  usDollarsPerHour: z.number(),
});
type Row = z.infer<typeof row>;

const output = z.object({
  usDollarsPerHour: z.number().describe('Of all projects together'),
  unknown: z.number().describe('Clusters of which Palette knows no rates'),
  projects: z.array(row).describe('The most expensive first'),
  ...pageFields,
});

/** Money has cents, and Palette's estimates have more digits than they deserve. */
const round = (dollars: number) => Math.round(dollars * 100) / 100;

/** What each project costs now, of one list. */
export function registerGetCostByProject(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'get-palette-cost-by-project',
    title: 'Cost of Palette clusters by project',
    description:
      'Says what the SpectroCloud Palette clusters that the caller may see cost in each hour, by project, as Palette estimates it. Virtual clusters run on others and cost nothing by themselves.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({ projectUid: projectInput(zod), ...pageInput(zod) }),
    output,
    async answer({ reader }, { projectUid, ...paging }) {
      const list = await listClusters(reader, { projectUid });
      const projects = new Map<string, Row>();
      for (const { spec, status } of list.of('host')) {
        const key = spec.projectUid ?? '';
        const project = projects.get(key) ?? {
          project: spec.projectName,
          projectUid: spec.projectUid,
          clusters: 0,
          unknown: 0,
          usDollarsPerHour: 0,
        };
        projects.set(key, {
          ...project,
          clusters: project.clusters + 1,
          unknown: project.unknown + (status.costPerHour === undefined ? 1 : 0),
          usDollarsPerHour:
            project.usDollarsPerHour + (status.costPerHour ?? 0),
        });
      }
      const rows = [...projects.values()].sort(
        (a, b) => b.usDollarsPerHour - a.usDollarsPerHour,
      );
      const sum = (of: 'unknown' | 'usDollarsPerHour') =>
        rows.reduce((total, one) => total + one[of], 0);
      const { page, ...rest } = pageOf(rows, paging);
      return {
        usDollarsPerHour: round(sum('usDollarsPerHour')),
        unknown: sum('unknown'),
        projects: page.map(one => ({
          ...one,
          usDollarsPerHour: round(one.usDollarsPerHour),
        })),
        ...rest,
      };
    },
  });
}
