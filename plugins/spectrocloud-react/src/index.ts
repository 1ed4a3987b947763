/**
 * Form fields and hooks shared by the front-end packages of SpectroCloud Palette.
 *
 * @packageDocumentation
 */

export { type ErrorKind, explainError } from './errors/explainError';
export { ChoiceField } from './fields/ChoiceField';
export type { FieldProps } from './fields/FieldProps';
export { FlagField } from './fields/FlagField';
export type { Option } from './fields/Option';
export { SuggestField } from './fields/SuggestField';
export { MAX_TYPED_LENGTH } from './fields/typedLength';
export { type Load, useLoad } from './load/useLoad';
export {
  choosable,
  isInfrastructure,
  profileCloudOf,
} from './profiles/choosable';
export {
  groupProfiles,
  type ProfileGroup,
  type ProfileVersion,
} from './profiles/groupProfiles';
export { loadProjects, mayCreate } from './projects/loadProjects';
export { spectroCloudReactTranslationRef } from './translation';
export {
  checkVariable,
  isVariableProblem,
  type VariableFormat,
  type VariableProblem,
} from './variables/checkVariable';
export { useVariableProblem } from './variables/useVariableProblem';
export { askedFor, shownValue } from './variables/variableInput';
export { VariableInput } from './variables/VariableInput';
