import { z } from 'zod';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { credentialOf, type KubeconfigCredential } from './credentialOf';
import { oidcClientOf } from './oidcClientOf';
import type { YamlReader } from './YamlReader';

/** A kubeconfig, made sure to be one. */
export interface ParsedKubeconfig {
  /** YAML. */
  text: string;
  credential: KubeconfigCredential;
  /** Name of the cluster of its current context, or of its first one. */
  clusterName?: string;
  /** That cluster. */
  cluster?: { server?: string; caData?: string };
  /** The client that kubelogin signs in for there, where it does. */
  oidc?: { issuerUrl: string; clientId: string };
}

/** One class and no white space: a pattern that could backtrack would stop everybody. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const clusterSchema = z
  .object({
    server: z.string().optional().catch(undefined),
    'certificate-authority-data': z.string().optional().catch(undefined),
  })
  .optional()
  .catch(undefined);

const kubeconfigSchema = z.looseObject({
  kind: z.literal('Config'),
  clusters: z.array(
    z.looseObject({ name: z.string().optional(), cluster: clusterSchema }),
  ),
  users: z
    .array(z.looseObject({ name: z.unknown().optional(), user: z.unknown() }))
    .nullish(),
  contexts: z
    .array(
      z.looseObject({
        name: z.unknown().optional(),
        context: z
          .looseObject({
            cluster: z.unknown().optional(),
            user: z.unknown().optional(),
          })
          .optional()
          .catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
  'current-context': z.unknown().optional(),
});

/**
 * Reads what Palette sent: YAML, or YAML in base64.
 *
 * @throws `PaletteFailedError` when it is no kubeconfig, or not a whole one.
 */
export async function parseKubeconfig(
  sent: string,
  yaml: YamlReader,
): Promise<ParsedKubeconfig> {
  const packed = sent.replace(/\s+/g, '');
  // Every kubeconfig has a colon, which base64 has not.
  const text = BASE64.test(packed)
    ? Buffer.from(packed, 'base64').toString('utf8')
    : sent;
  const { data } = kubeconfigSchema.safeParse(await yaml.read(text));
  if (!data) {
    throw new PaletteFailedError(
      'Palette answered with something that is not a kubeconfig',
    );
  }
  const context = data.contexts?.find(
    ({ name }) => name === data['current-context'],
  )?.context;
  const current =
    data.clusters.find(({ name }) => name && name === context?.cluster) ??
    data.clusters[0];
  const users = data.users ?? [];
  const ofContext = users.filter(({ name }) => name && name === context?.user);
  return {
    text,
    clusterName: current?.name,
    cluster: current?.cluster && {
      server: current.cluster.server,
      caData: current.cluster['certificate-authority-data'],
    },
    // Whatever the context is: the file has all of them.
    credential: credentialOf(users.map(({ user }) => user)),
    oidc: oidcClientOf(
      (ofContext.length > 0 ? ofContext : users).map(({ user }) => user),
    ),
  };
}
