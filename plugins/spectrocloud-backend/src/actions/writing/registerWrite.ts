import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { clusterFindingSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import type { z as registryZod } from 'zod/v3';
import { UnprocessableClusterError } from '../../palette/UnprocessableClusterError';
import type { PaletteReader } from '../../reads/PaletteReader';
import { parse } from '../../router/readRequest';
import type { ActionRunner } from '../ActionRunner';
import type { Registry } from '../guardActions';
import { instanceInput } from '../inputs';
import { READ_ONLY } from '../readOnly';
import { toActionSchema } from '../toActionSchema';
import type { Verdict, WriteAction, WritingDeps } from './WriteAction';

/** What a model can mend at a time. */
const MAX_FINDINGS = 30;

const verdict = z.object({
  accepted: z
    .boolean()
    .describe('Whether it can be done; nothing was changed in any case'),
  findings: z
    .array(clusterFindingSchema)
    .describe('What speaks against it, as Palette says it'),
  dryRunToken: z
    .string()
    .optional()
    .describe(
      'Lets the same caller do exactly this, once; absent when it can’t be done',
    ),
  expiresAt: z
    .string()
    .optional()
    .describe('Until when the token is good, in ISO 8601'),
});
const outcome = z.object({ uid: z.string().describe('Uid of the cluster') });

/** Registers a change and its dry run, where the configuration allows it. */
export function registerWrite<TRequest extends object, TPlan extends object>(
  registry: Registry,
  runner: ActionRunner,
  action: WriteAction<TRequest, TPlan>,
  { operations, tokens, ...deps }: WritingDeps,
): void {
  const { operation, permission } = action;
  if (!operations.has(operation)) return;
  // The registry's types can't follow those of the actions; its schemas check both ways.
  const planned: z.ZodObject = z.object({
    ...verdict.shape,
    ...action.plan.shape,
  });
  const inputOf = (zod: typeof registryZod) => ({
    instance: instanceInput(zod),
    ...action.input(zod),
  });
  const open = async (
    input: object,
    name: string,
    credentials: BackstageCredentials,
  ) => {
    const { instance, dryRunToken, ...rest } = input as {
      instance?: string;
      dryRunToken?: string;
    };
    const request = parse(action.request, rest, 'input');
    const { reader, userEntityRef } = await runner.openForUser({
      credentials,
      instance,
      operation: `action:${name}`,
      permission,
    });
    const { caller } = reader;
    const dryRun = { operation, userEntityRef, caller, request };
    return { reader, request, dryRun, dryRunToken: dryRunToken ?? '' };
  };

  registry.register({
    ...action.dryRun,
    visibilityPermission: runner.visibleWith(permission),
    attributes: READ_ONLY,
    schema: {
      input: zod => zod.object(inputOf(zod)).strict(),
      output: zod => toActionSchema(zod, planned),
    },
    async action({ input, credentials }) {
      const { reader, request, dryRun } = await open(
        input,
        action.dryRun.name,
        credentials,
      );
      const { accepted, findings, plan } = await checkOf(
        action,
        reader,
        request,
      );
      const output: object = {
        accepted,
        findings: findings.slice(0, MAX_FINDINGS),
        ...plan,
        ...(accepted && tokens.issue(dryRun, plan)),
      };
      return { output: output as Record<string, unknown> };
    },
  });

  registry.register({
    ...action.change,
    visibilityPermission: runner.visibleWith(permission),
    attributes: {
      readOnly: false,
      destructive: action.destructive,
      idempotent: false,
    },
    schema: {
      input: zod =>
        zod
          .object({
            ...inputOf(zod),
            dryRunToken: zod
              .string()
              .min(1)
              .max(1_000)
              .describe(
                `Of ${action.dryRun.name}, called with otherwise the same input within the last ten minutes`,
              ),
          })
          .strict(),
      output: zod => toActionSchema(zod, outcome),
    },
    async action({ input, credentials }) {
      const { reader, request, dryRun, dryRunToken } = await open(
        input,
        action.change.name,
        credentials,
      );
      const opened = await tokens.redeem(dryRunToken, dryRun);
      const { accepted, plan } = await action.check(reader, request);
      tokens.checkOutcome(opened, plan);
      if (!accepted) {
        throw new ConflictError(
          'This can’t be done any more. Nothing was changed; a new dry run says why',
        );
      }
      const { uid } = await action.perform(
        { ...deps, reader, credentials, actor: dryRun.userEntityRef },
        request,
      );
      return { output: { uid } };
    },
  });
}

/** What would happen, and what Palette does not accept as findings. */
async function checkOf<TRequest extends object, TPlan extends object>(
  action: WriteAction<TRequest, TPlan>,
  reader: PaletteReader,
  request: TRequest,
): Promise<Omit<Verdict<TPlan>, 'plan'> & { plan: Partial<TPlan> }> {
  try {
    return await action.check(reader, request);
  } catch (error) {
    if (!(error instanceof UnprocessableClusterError)) throw error;
    return { accepted: false, findings: error.findings, plan: {} };
  }
}
