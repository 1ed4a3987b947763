import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  shownValue,
  VariableInput,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { target } from '../creation/Problem';
import { elementIdOf, useProblem } from '../ProblemsContext';

/** A variable of a chosen profile, with what is wrong with it. */
export const ProfileVariableInput = (props: {
  profile: string;
  variable: ProfileVariable;
  typed: Record<string, string> | undefined;
  onChange: (value: string) => void;
}) => {
  const { profile, variable, typed, onChange } = props;
  const at = target.variable(profile, variable.name);
  return (
    <VariableInput
      id={elementIdOf(at)}
      variable={variable}
      value={shownValue(variable, typed)}
      problem={useProblem(at)}
      onChange={onChange}
    />
  );
};
