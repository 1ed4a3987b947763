import { InputError, NotFoundError } from '@backstage/errors';
import {
  type ClusterRoleBinding,
  spectroCloudClusterViewInfoPermission,
  spectroCloudPeopleViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { listRoleBindings } from '../queries/clusterAccess';
import { getCluster } from '../queries/getCluster';
import { getMe } from '../queries/getMe';
import { listProjects } from '../queries/listProjects';
import { listTeams, listUsers } from '../queries/people';
import type { PaletteReader } from '../reads/PaletteReader';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { projectInput, uidInput } from './inputs';
import { registerRead } from './readAction';

const MAX_BINDINGS = 100;
const MAX_SUBJECTS = 50;
const MAX_TEAMS = 50;
const MAX_MEMBERS = 50;
const MAX_PERMISSIONS = 300;

const output = z.object({
  projectUid: z.string(),
  project: z.string().optional(),
  mine: z.object({
    inTenant: z
      .array(z.string())
      .describe(`The caller's own permissions at Palette in the whole tenant`),
    inProject: z.array(z.string()).describe('The same in this project'),
  }),
  teams: z
    .array(
      z.object({
        uid: z.string(),
        name: z.string().optional(),
        members: z
          .array(z.string())
          .optional()
          .describe('Only for those who may see people'),
      }),
    )
    .describe('Those that work in the project'),
  bindings: z
    .array(
      z.object({
        namespace: z.string().optional().describe('None: in all namespaces'),
        role: z.string().optional(),
        roleKind: z.string().optional(),
        subjects: z.array(
          z.object({
            kind: z.string().optional(),
            name: z.string().optional(),
          }),
        ),
      }),
    )
    .optional()
    .describe(
      'Roles in the cluster itself, as Palette sets them up; absent where it does not tell',
    ),
});
type Access = z.infer<typeof output>;

const toBinding = ({
  namespace,
  role,
  roleKind,
  subjects,
}: ClusterRoleBinding): NonNullable<Access['bindings']>[number] => ({
  namespace,
  role,
  roleKind,
  subjects: subjects
    .slice(0, MAX_SUBJECTS)
    .map(({ kind, name }) => ({ kind, name })),
});

/** Names and e-mail addresses, which only those get who may see people. */
async function readMembers(
  reader: PaletteReader,
): Promise<Map<string, string[]>> {
  const [teams, users] = await Promise.all([
    listTeams(reader),
    listUsers(reader),
  ]);
  const names = new Map(
    users.map(user => [
      user.metadata.uid,
      user.spec.email ?? user.metadata.name,
    ]),
  );
  return new Map(
    teams.map(({ metadata, spec }) => [
      metadata.uid,
      spec.userUids.flatMap(uid => names.get(uid) ?? []),
    ]),
  );
}

async function homeOf(
  reader: PaletteReader,
  clusterUid: string | undefined,
  given: string | undefined,
): Promise<string> {
  if (given) return given;
  if (!clusterUid) {
    throw new InputError('Give clusterUid or projectUid');
  }
  const { spec } = await getCluster(reader, clusterUid);
  if (!spec.projectUid) {
    throw new NotFoundError('Palette does not say which project it is in');
  }
  return spec.projectUid;
}

/** Who can do what in a project, and in a cluster of it. */
export function registerListAccess(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'list-palette-access',
    title: 'Who can access a Palette project or cluster',
    description:
      'Says who can access a SpectroCloud Palette project or one of its clusters: the permissions of the caller, the teams of the project, and the roles that Palette sets up in the cluster. Other people are named only to those who may see them.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({
      clusterUid: uidInput(zod, 'Uid of a cluster').optional(),
      projectUid: projectInput(zod),
    }),
    output,
    async answer({ reader, allows }, { clusterUid, projectUid: given }) {
      const projectUid = await homeOf(reader, clusterUid, given);
      const seesPeople = await allows(spectroCloudPeopleViewInfoPermission);
      const [me, projects, members, bindings] = await Promise.all([
        getMe(reader),
        listProjects(reader),
        seesPeople ? readMembers(reader).catch(noneIfUntold) : undefined,
        clusterUid
          ? listRoleBindings(reader, clusterUid, {
              seesPeople,
              projectUid,
            }).catch(noneIfUntold)
          : undefined,
      ]);
      const project = projects.find(
        ({ metadata }) => metadata.uid === projectUid,
      );
      return {
        projectUid,
        project: project?.metadata.name,
        mine: {
          inTenant: (me.tenantPermissions ?? []).slice(0, MAX_PERMISSIONS),
          inProject: (me.projectPermissions[projectUid] ?? []).slice(
            0,
            MAX_PERMISSIONS,
          ),
        },
        teams: (project?.spec?.teams ?? [])
          .slice(0, MAX_TEAMS)
          .map(({ uid, name }) => ({
            uid,
            name,
            members: members?.get(uid)?.slice(0, MAX_MEMBERS),
          })),
        bindings: bindings?.slice(0, MAX_BINDINGS).map(toBinding),
      };
    },
  });
}

/** What Backstage lets somebody see, Palette may refuse, and not every Palette tells. */
function noneIfUntold(error: Error): undefined {
  if (error.name === 'NotAllowedError' || error.name === 'NotFoundError') {
    return undefined;
  }
  throw error;
}
