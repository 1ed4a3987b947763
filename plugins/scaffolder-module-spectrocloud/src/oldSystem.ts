import { createPlugin } from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { cloudAccountPicker } from './fields/cloudAccountPicker';
import { clusterGroupPicker } from './fields/clusterGroupPicker';
import { profilePicker } from './fields/profilePicker';
import { profileVariables } from './fields/profileVariables';
import { projectPicker } from './fields/projectPicker';
import { regionPicker } from './fields/regionPicker';

/** What the fields belong to in an app of the old front-end system. */
const plugin = createPlugin({ id: 'scaffolder-spectrocloud' });

/**
 * The user's projects, for the old front-end system.
 *
 * @public
 */
export const SpectroCloudProjectPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    ...projectPicker,
    schema: projectPicker.schema.schema,
  }),
);

/**
 * The cloud accounts of a project, for the old front-end system.
 *
 * @public
 */
export const SpectroCloudCloudAccountPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    ...cloudAccountPicker,
    schema: cloudAccountPicker.schema.schema,
  }),
);

/**
 * The regions of a cloud account, for the old front-end system.
 *
 * @public
 */
export const SpectroCloudRegionPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    ...regionPicker,
    schema: regionPicker.schema.schema,
  }),
);

/**
 * The profiles of a project, for the old front-end system.
 *
 * @public
 */
export const SpectroCloudProfilePickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    ...profilePicker,
    schema: profilePicker.schema.schema,
  }),
);

/**
 * What a profile asks for, for the old front-end system.
 *
 * @public
 */
export const SpectroCloudProfileVariablesFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    ...profileVariables,
    schema: profileVariables.schema.schema,
  }),
);

/**
 * The cluster groups of a project, for the old front-end system.
 *
 * @public
 */
export const SpectroCloudClusterGroupPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    ...clusterGroupPicker,
    schema: clusterGroupPicker.schema.schema,
  }),
);
