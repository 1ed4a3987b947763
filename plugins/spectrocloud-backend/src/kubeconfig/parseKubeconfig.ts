import { z } from 'zod';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { credentialOf, type KubeconfigCredential } from './credentialOf';
import type { YamlReader } from './YamlReader';

/** A kubeconfig, made sure to be one. */
export interface ParsedKubeconfig {
  /** YAML. */
  text: string;
  credential: KubeconfigCredential;
  /** Name of its first cluster. */
  clusterName?: string;
}

/** One class and no white space: a pattern that could backtrack would stop everybody. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const kubeconfigSchema = z.looseObject({
  kind: z.literal('Config'),
  clusters: z.array(z.looseObject({ name: z.string().optional() })),
  users: z.array(z.looseObject({ user: z.unknown() })).nullish(),
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
  return {
    text,
    clusterName: data.clusters[0]?.name,
    credential: credentialOf((data.users ?? []).map(({ user }) => user)),
  };
}
