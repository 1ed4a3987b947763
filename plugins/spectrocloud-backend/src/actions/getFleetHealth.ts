import {
  type ClusterSummary,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { listClusters } from '../queries/listClusters';
import type { ActionRunner } from './ActionRunner';
import { type Problem, problemOf, PROBLEMS } from './fleetProblems';
import type { Registry } from './guardActions';
import { fittingPageOf, pageFields, pageInput, projectInput } from './inputs';
import { registerRead } from './readAction';

/** MCP sends two copies, in one of which each quote is escaped. */
const MAX_BYTES = 3_400;
const MAX_PROJECTS = 10;
/** Palette has ten; what it adds, or makes up, must not fill the answer. */
const MAX_STATES = 12;
/** Longer names of projects and states are cut, so that there is room for the rows. */
const MAX_NAME = 32;

const output = z.object({
  clusters: z.number().describe('How many there are, virtual ones among them'),
  inTrouble: z.number().describe('How many of them have a problem'),
  byState: z.record(z.string(), z.number()),
  byProblem: z
    .record(z.string(), z.number())
    .describe('A cluster may have several'),
  worstProjects: z
    .array(z.object({ project: z.string(), inTrouble: z.number() }))
    .describe(`The ${MAX_PROJECTS} with most clusters in trouble`),
  updatesAvailable: z
    .number()
    .describe('Clusters whose profiles have newer versions; no problem'),
  troubled: z
    .array(
      z.object({
        uid: z.string(),
        name: z.string(),
        project: z.string().optional(),
        state: z.string().optional(),
        problems: z.array(z.enum(PROBLEMS)),
        lastHeardAt: z
          .string()
          .optional()
          .describe('When its agent reported last, ISO 8601'),
        reasons: z.array(z.string()).describe(`In Palette's words`),
      }),
    )
    .describe('The worst first; a page holds as many as fit'),
  ...pageFields,
});

interface Troubled {
  cluster: ClusterSummary;
  problem: Problem;
}

/** The worst kind first, then who has been silent longest. */
function byGravity(a: Troubled, b: Troubled): number {
  const rank = ({ problem }: Troubled) => PROBLEMS.indexOf(problem.kinds[0]);
  return (
    rank(a) - rank(b) ||
    (a.problem.heardAt ?? '').localeCompare(b.problem.heardAt ?? '')
  );
}

/** How many there are of each, most first; not an object, which would put numbers before names. */
function count(values: string[]): Array<[value: string, count: number]> {
  const counts = new Map<string, number>();
  for (const value of values) {
    const name = value.slice(0, MAX_NAME);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** What is wrong in a fleet, since when, and why: of one list, however large the fleet is. */
export function registerGetFleetHealth(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'get-palette-fleet-health',
    title: 'Health of all Palette clusters',
    description:
      'Says which of the SpectroCloud Palette clusters that the caller may see have problems, which, since when and why, the worst first, with counts of the whole fleet. Ask about a single one with diagnose-palette-cluster.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({ projectUid: projectInput(zod), ...pageInput(zod) }),
    output,
    async answer({ reader }, input) {
      const list = await listClusters(reader, { projectUid: input.projectUid });
      const clusters = [...list.of('host'), ...list.of('virtual')];
      const troubled = clusters
        .flatMap(cluster => {
          const problem = problemOf(cluster, list.readAt.getTime());
          return problem ? [{ cluster, problem }] : [];
        })
        .sort(byGravity);
      const rows = troubled.map(({ cluster, problem }) => ({
        uid: cluster.metadata.uid,
        name: cluster.metadata.name,
        project: cluster.spec.projectName,
        state: cluster.status.state,
        problems: problem.kinds,
        lastHeardAt: problem.heardAt,
        reasons: problem.reasons,
      }));
      const projects = count(
        troubled.map(({ cluster }) => cluster.spec.projectName ?? ''),
      );
      const counts = {
        clusters: clusters.length,
        inTrouble: troubled.length,
        byState: Object.fromEntries(
          count(clusters.map(({ status }) => status.state || 'Unknown')).slice(
            0,
            MAX_STATES,
          ),
        ),
        byProblem: Object.fromEntries(
          count(troubled.flatMap(({ problem }) => problem.kinds)),
        ),
        worstProjects: projects
          .slice(0, MAX_PROJECTS)
          .map(([project, inTrouble]) => ({ project, inTrouble })),
        updatesAvailable: clusters.filter(
          ({ status }) => status.updateAvailable,
        ).length,
      };
      const room = MAX_BYTES - Buffer.byteLength(JSON.stringify(counts));
      const { page, ...rest } = fittingPageOf(rows, input, room);
      return { ...counts, troubled: page, ...rest };
    },
  });
}
