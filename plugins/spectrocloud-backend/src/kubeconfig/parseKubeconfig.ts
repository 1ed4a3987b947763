import { parse } from 'yaml';
import { z } from 'zod';
import { PaletteFailedError } from '../palette/PaletteErrors';

/** How a kubeconfig signs in: as its user, or with something that everybody who holds it shares. */
export type KubeconfigCredential =
  'user' | 'shared-token' | 'shared-certificate';

/** A kubeconfig, made sure to be one. */
export interface ParsedKubeconfig {
  /** YAML. */
  text: string;
  credential: KubeconfigCredential;
  /** Name of its first cluster. */
  clusterName?: string;
}

const YAML_OPTIONS = {
  // Takes quadratic time.
  uniqueKeys: false,
  // Aliases can multiply.
  maxAliasCount: 10,
  // Excerpts of the text in errors and warnings would print tokens, and take most of the time.
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** One class and no white space: a pattern that could backtrack would stop everybody. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const kubeconfigSchema = z.looseObject({
  kind: z.literal('Config'),
  clusters: z.array(z.looseObject({ name: z.string().optional() })),
  users: z
    .array(
      z.looseObject({
        user: z
          .looseObject({
            token: z.string().optional(),
            tokenFile: z.string().optional(),
            password: z.string().optional(),
            'client-certificate-data': z.string().optional(),
            'client-certificate': z.string().optional(),
            exec: z.unknown().optional(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

function readYaml(text: string) {
  try {
    const value = parse(text, YAML_OPTIONS);
    return kubeconfigSchema.safeParse(value).data;
  } catch {
    return undefined;
  }
}

/**
 * Reads what Palette sent: YAML, or YAML in base64.
 *
 * @throws `PaletteFailedError` when it is no kubeconfig.
 */
export function parseKubeconfig(sent: string): ParsedKubeconfig {
  const packed = sent.replace(/\s+/g, '');
  const candidates = BASE64.test(packed)
    ? [Buffer.from(packed, 'base64').toString('utf8'), sent]
    : [sent];
  for (const text of candidates) {
    const config = readYaml(text);
    if (config) {
      const users = (config.users ?? []).map(({ user }) => user ?? {});
      return {
        text,
        clusterName: config.clusters[0]?.name,
        credential: credentialOf(users),
      };
    }
  }
  throw new PaletteFailedError(
    'Palette answered with something that is no kubeconfig',
  );
}

function credentialOf(
  users: Array<Record<string, unknown>>,
): KubeconfigCredential {
  // For imported, EKS and AKS clusters Palette's proxy puts a service account's token in.
  if (
    users.some(
      ({ token, tokenFile, password }) => token || tokenFile || password,
    )
  ) {
    return 'shared-token';
  }
  return users.some(
    user => user['client-certificate-data'] || user['client-certificate'],
  )
    ? 'shared-certificate'
    : 'user';
}

const UNSAFE = /[^A-Za-z0-9._-]+|\.{2,}/g;
const MAX_NAME_LENGTH = 80;

/** A name for the file that can't leave the downloads folder or break a header. */
export function kubeconfigFileName(
  uid: string,
  kind: 'oidc' | 'admin',
  clusterName?: string,
): string {
  const name = (clusterName ?? '')
    .replace(UNSAFE, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^[.-]+|[.-]+$/g, '');
  return `${kind === 'admin' ? 'admin-' : ''}${name || uid}.kubeconfig.yaml`;
}
