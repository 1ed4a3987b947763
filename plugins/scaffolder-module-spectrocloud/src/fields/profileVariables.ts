import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createValidation } from '../picker/createValidation';
import {
  belongTo,
  checkFilledVariables,
} from '../variables/checkFilledVariables';
import {
  type FilledVariables,
  filledVariablesSchema,
} from '../variables/filledVariables';
import { ProfileVariables } from '../variables/ProfileVariables';
import {
  variablesOffering,
  type VariablesOptions,
  variablesOptionsSchema,
} from '../variables/variablesOffering';
import type { PaletteField } from './PaletteField';

/** What a profile asks for at the creation of a cluster; the value is what was filled in. */
export const profileVariables: PaletteField<FilledVariables, VariablesOptions> =
  {
    name: 'SpectroCloudProfileVariables',
    component: ProfileVariables,
    validation: createValidation(
      variablesOffering,
      (data, variables, { t, problemWords }) => {
        const read = filledVariablesSchema.safeParse(data);
        if (!read.success || !belongTo(variables, read.data)) {
          return [t('check.gone')];
        }
        return checkFilledVariables(variables, read.data).map(
          ({ variable: { name, displayName }, problem }) =>
            t('check.variable', {
              name: displayName || name,
              problem: problemWords(problem),
            }),
        );
      },
    ),
    schema: makeFieldSchema({
      output: () => filledVariablesSchema,
      uiOptions: () => variablesOptionsSchema,
    }),
  };
