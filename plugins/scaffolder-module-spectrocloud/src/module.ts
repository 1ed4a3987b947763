import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

const projectPicker = FormFieldBlueprint.make({
  name: 'spectrocloud-project-picker',
  params: {
    field: () =>
      import('./fields/projectPicker').then(m =>
        createFormField(m.projectPicker),
      ),
  },
});

const cloudAccountPicker = FormFieldBlueprint.make({
  name: 'spectrocloud-cloud-account-picker',
  params: {
    field: () =>
      import('./fields/cloudAccountPicker').then(m =>
        createFormField(m.cloudAccountPicker),
      ),
  },
});

const profilePicker = FormFieldBlueprint.make({
  name: 'spectrocloud-profile-picker',
  params: {
    field: () =>
      import('./fields/profilePicker').then(m =>
        createFormField(m.profilePicker),
      ),
  },
});

const profileVariables = FormFieldBlueprint.make({
  name: 'spectrocloud-profile-variables',
  params: {
    field: () =>
      import('./fields/profileVariables').then(m =>
        createFormField(m.profileVariables),
      ),
  },
});

const regionPicker = FormFieldBlueprint.make({
  name: 'spectrocloud-region-picker',
  params: {
    field: () =>
      import('./fields/regionPicker').then(m =>
        createFormField(m.regionPicker),
      ),
  },
});

const clusterGroupPicker = FormFieldBlueprint.make({
  name: 'spectrocloud-cluster-group-picker',
  params: {
    field: () =>
      import('./fields/clusterGroupPicker').then(m =>
        createFormField(m.clusterGroupPicker),
      ),
  },
});

/**
 * Adds the fields of SpectroCloud Palette to the scaffolder's forms.
 *
 * @public
 */
export const scaffolderSpectroCloudModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    projectPicker,
    cloudAccountPicker,
    regionPicker,
    profilePicker,
    profileVariables,
    clusterGroupPicker,
  ],
});
