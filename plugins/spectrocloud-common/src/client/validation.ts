import { isError } from '@backstage/errors';
import type { ClusterFinding, ClusterValidation } from '../wire';

/** Name of the backend's error for clusters that Palette does not accept. */
const UNPROCESSABLE = 'UnprocessableClusterError';

/** Palette's findings, where an error of `createCluster` or of a cluster's change holds them. @public */
export function findingsOf(error: unknown): ClusterFinding[] | undefined {
  if (!isError(error)) return undefined;
  // A ResponseError holds the backend's error in its body.
  const { body } = error as { body?: { error?: unknown } };
  const inner = (body?.error ?? error) as {
    name?: string;
    findings?: ClusterFinding[];
  };
  return inner.name === UNPROCESSABLE && Array.isArray(inner.findings)
    ? inner.findings
    : undefined;
}

/** Turns a refused validation into its findings. */
export async function toValidation<T extends ClusterValidation>(
  validation: Promise<T>,
): Promise<T | ClusterValidation> {
  try {
    return await validation;
  } catch (error) {
    const findings = findingsOf(error);
    if (findings) return { valid: false, findings };
    throw error;
  }
}
