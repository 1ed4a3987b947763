import { cloudAccountPicker } from '../fields/cloudAccountPicker';
import { clusterGroupPicker } from '../fields/clusterGroupPicker';
import { profilePicker } from '../fields/profilePicker';
import { profileVariables } from '../fields/profileVariables';
import { projectPicker } from '../fields/projectPicker';
import { regionPicker } from '../fields/regionPicker';

/** All fields, as a form of the scaffolder takes them. */
export const FIELDS = [
  projectPicker,
  cloudAccountPicker,
  regionPicker,
  profilePicker,
  profileVariables,
  clusterGroupPicker,
].map(({ name, component, validation, schema }) => ({
  name,
  component,
  validation,
  schema: schema.schema,
}));
