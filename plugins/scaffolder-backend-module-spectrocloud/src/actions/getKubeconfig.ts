import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { describeFailure } from '../task/describeFailure';
import { keepSecret } from '../task/keepSecret';
import type { ActionDeps } from './ActionDeps';
import { clusterUidInput, placeInput, virtualInput } from './inputs';

const ID = 'spectrocloud:cluster:kubeconfig';

/** By which later steps reach it: `${{ secrets.paletteKubeconfig }}`. */
const DEFAULT_SECRET = 'paletteKubeconfig';

const example = `steps:
  - id: kubeconfig
    name: Fetch the kubeconfig
    action: ${ID}
    input:
      projectUid: \${{ steps.create.output.projectUid }}
      clusterUid: \${{ steps.create.output.clusterUid }}
      kind: admin
  - id: use
    name: Use it
    action: acme:deploy
    input:
      kubeconfig: \${{ secrets.${DEFAULT_SECRET} }}`;

/** Fetches a kubeconfig for later steps of the same run, and for nobody else. */
export function createKubeconfigAction(deps: ActionDeps) {
  return createTemplateAction({
    id: ID,
    description: `Fetches the kubeconfig of a SpectroCloud Palette cluster as a secret of the running task: later steps have it as \${{ secrets.${DEFAULT_SECRET} }}. It is in no output, no log, no file and no database.`,
    examples: [{ description: 'For a step that deploys', example }],
    schema: {
      input: {
        ...placeInput,
        clusterUid: clusterUidInput,
        virtual: virtualInput,
        kind: z =>
          z
            .enum(['oidc', 'admin'])
            .optional()
            .describe(
              '`oidc` (by default) asks whoever uses it to sign in; `admin` makes whoever holds it administrator of the cluster, and needs a permission of its own',
            ),
        secret: z =>
          z
            .string()
            .optional()
            .describe(`Name of the secret; \`${DEFAULT_SECRET}\` by default`),
      },
      output: {
        secret: z => z.string().describe('Name of the secret'),
        credential: z =>
          z
            .string()
            .optional()
            .describe(
              '`user` when it signs in as whoever uses it, `shared-token` or `shared-certificate` when whoever holds it has the same access',
            ),
      },
    },
    async handler(ctx) {
      const { instance, projectUid, clusterUid, virtual, kind } = ctx.input;
      const secret = ctx.input.secret ?? DEFAULT_SECRET;
      const put = keepSecret(ctx.secrets, secret);
      if (virtual && kind === 'admin') {
        throw new InputError(
          'Palette has no kubeconfig of kind admin for virtual clusters: leave out `kind`',
        );
      }
      const api = deps.users.of(await ctx.getInitiatorCredentials());
      const options = { instance, projectUid, kind, signal: ctx.signal };
      try {
        const { content, credential } = virtual
          ? await api.getVirtualKubeconfig(clusterUid, options)
          : await api.getKubeconfig(clusterUid, options);
        put(await content.text());
        ctx.output('secret', secret);
        if (credential) ctx.output('credential', credential);
      } catch (error) {
        throw describeFailure(error, {
          doing: `Fetching the kubeconfig of the cluster ${clusterUid}`,
          appUrl: deps.appUrl,
          stepName: ctx.step?.name ?? ctx.step?.id ?? ID,
        });
      }
    },
  });
}
