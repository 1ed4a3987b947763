import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createValidation } from '../picker/createValidation';
import { isSame } from '../picker/useSettled';
import {
  type ChosenProfile,
  chosenOf,
  chosenProfileSchema,
  groupOf,
} from '../profile/chosenProfile';
import {
  profileOffering,
  type ProfileOptions,
  profileOptionsSchema,
} from '../profile/profileOffering';
import { ProfilePicker } from '../profile/ProfilePicker';
import type { PaletteField } from './PaletteField';

/** The profiles that clusters of a project can be made with; the value is one of them, in a version. */
export const profilePicker: PaletteField<ChosenProfile, ProfileOptions> = {
  name: 'SpectroCloudProfilePicker',
  component: ProfilePicker,
  validation: createValidation(profileOffering, (data, groups, { t }) => {
    const read = chosenProfileSchema.safeParse(data);
    if (!read.success) return [t('check.incomplete')];
    const group = groupOf(groups, read.data.uid);
    return group && isSame(chosenOf(group, read.data.uid), data)
      ? []
      : [t('check.gone')];
  }),
  schema: makeFieldSchema({
    output: () => chosenProfileSchema,
    uiOptions: () => profileOptionsSchema,
  }),
};
