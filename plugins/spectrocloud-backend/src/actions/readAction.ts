import type { BasicPermission } from '@backstage/plugin-permission-common';
import { z } from 'zod';
import type { z as registryZod } from 'zod/v3';
import type { PaletteReader } from '../reads/PaletteReader';
import type { ActionRunner } from './ActionRunner';
import type { Registry } from './guardActions';
import { instanceInput } from './inputs';
import { READ_ONLY } from './readOnly';
import { toActionSchema } from './toActionSchema';

type Zod = typeof registryZod;

/** An action that only reads. */
export interface ReadAction<
  TInput extends registryZod.ZodRawShape,
  TOutput extends object,
> {
  name: string;
  title: string;
  description: string;
  /** What the invoker needs, and without which the action doesn't show. */
  permission: BasicPermission;
  /** What it takes beside the instance. */
  input: (zod: Zod) => TInput;
  output: z.ZodObject & z.ZodType<TOutput>;
  answer: (
    context: {
      reader: PaletteReader;
      /** Whether the invoker has a further permission. */
      allows: (permission: BasicPermission) => Promise<boolean>;
    },
    input: registryZod.output<registryZod.ZodObject<TInput>>,
  ) => Promise<TOutput>;
}

/** Registers an action that reads Palette as whoever invokes it. */
export function registerRead<
  TInput extends registryZod.ZodRawShape,
  TOutput extends object,
>(
  registry: Registry,
  runner: ActionRunner,
  action: ReadAction<TInput, TOutput>,
): void {
  const { name, title, description, permission } = action;
  // The registry's types can't follow those of the actions; its schemas check both ways.
  const outputSchema: z.ZodObject = action.output;
  registry.register({
    name,
    title,
    description,
    visibilityPermission: runner.visibleWith(permission),
    attributes: READ_ONLY,
    schema: {
      input: zod =>
        zod.object({ instance: instanceInput(zod), ...action.input(zod) }),
      output: zod => toActionSchema(zod, outputSchema),
    },
    async action({ input, credentials }) {
      const { instance } = input as { instance?: string };
      const reader = await runner.open({
        credentials,
        instance,
        operation: `action:${name}`,
        permission,
      });
      const allows = (further: BasicPermission) =>
        runner.allows(credentials, further);
      const output: object = await action.answer(
        { reader, allows },
        input as unknown as registryZod.output<registryZod.ZodObject<TInput>>,
      );
      return { output: output as Record<string, unknown> };
    },
  });
}
