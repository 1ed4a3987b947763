import type {
  ClusterProfileVariables,
  ProfilesValidation,
  RepaveReason,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { objectsOf } from '../palette/parseJson';
import type {
  V1ClusterVariables,
  V1RepaveValidation,
} from '../palette/v1clusterChanges';

/** Why nodes are replaced; what the packs' values are stays out. */
export function toRepaveReasons(
  reasons: V1RepaveValidation['reasons'],
): RepaveReason[] {
  return objectsOf(reasons).map(({ code, message, pack }) => {
    const { current, target } = pack ?? {};
    return {
      code,
      message,
      pack: pack
        ? {
            name: target?.name ?? current?.name,
            from: current?.version || current?.tag,
            to: target?.version || target?.tag,
          }
        : undefined,
    };
  });
}

export function toRepaveForecast({
  isRepaveRequired,
  reasons,
}: V1RepaveValidation): NonNullable<ProfilesValidation['repave']> {
  return {
    required: isRepaveRequired === true,
    reasons: toRepaveReasons(reasons),
  };
}

/** The values of secrets stay in Palette. */
export function toClusterVariables({
  profileUid,
  variables,
}: V1ClusterVariables): ClusterProfileVariables {
  return {
    profileUid: profileUid ?? '',
    variables: objectsOf(variables).map(variable => {
      const isSensitive = variable.isSensitive === true;
      const { value, defaultValue } = variable;
      return {
        name: variable.name ?? '',
        displayName: variable.displayName,
        description: variable.description,
        format: variable.format,
        inputType: variable.inputType,
        options: variable.options
          ? objectsOf(variable.options).map(option => ({
              value: option.value ?? '',
              label: option.label,
            }))
          : undefined,
        regex: variable.regex,
        required: variable.required === true,
        hidden: variable.hidden === true,
        immutable: variable.immutable === true,
        isSensitive,
        ...(!isSensitive && { value, defaultValue }),
      };
    }),
  };
}
