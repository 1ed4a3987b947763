import { CustomErrorBase } from '@backstage/errors';
import type { ClusterFinding } from '@terasky/backstage-plugin-spectrocloud-common';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';

const MAX_FINDINGS = 100;

function text(value: unknown, secrets: string[]): string | undefined {
  return typeof value === 'string' && value
    ? redactText(value, { secrets })
    : undefined;
}

/** Walks Palette's `details`, which may be any JSON, for messages and where they belong. */
function collect(
  value: unknown,
  field: string,
  secrets: string[],
  into: ClusterFinding[],
): void {
  if (into.length >= MAX_FINDINGS || value === null || value === undefined) {
    return;
  }
  if (typeof value === 'string') {
    into.push({ field, message: redactText(value, { secrets }) });
  } else if (Array.isArray(value)) {
    value.forEach(item => collect(item, field, secrets, into));
  } else if (typeof value === 'object') {
    const entry = value as Record<string, unknown>;
    const message = text(entry.message, secrets);
    // A field says where by itself; a name only inside of what holds it.
    const name = text(entry.name, secrets);
    const at =
      text(entry.field, secrets) ?? [field, name].filter(Boolean).join('.');
    if (message) {
      into.push({ field: at, code: text(entry.code, secrets), message });
      return;
    }
    for (const [key, nested] of Object.entries(entry)) {
      if (key !== 'name' && key !== 'field' && key !== 'code') {
        collect(
          nested,
          [at, redactText(key)].filter(Boolean).join('.'),
          secrets,
          into,
        );
      }
    }
  }
}

/** Palette found faults in a cluster to be created or changed; `findings` says where. */
export class UnprocessableClusterError extends CustomErrorBase {
  name = 'UnprocessableClusterError' as const;
  readonly statusCode = 422;

  constructor(
    readonly findings: ClusterFinding[],
    refused: 'cluster' | 'change' = 'cluster',
  ) {
    super(`Palette does not accept the ${refused}`);
  }

  static fromPalette(
    error: { code?: string; message?: unknown; details?: unknown },
    secrets: string[],
    refused?: 'cluster' | 'change',
  ): UnprocessableClusterError {
    const findings: ClusterFinding[] = [];
    collect(error.details, '', secrets, findings);
    if (findings.length === 0) {
      findings.push({
        field: '',
        code: error.code || undefined,
        message: text(error.message, secrets) ?? 'No reason given',
      });
    }
    return new UnprocessableClusterError(findings, refused);
  }
}
