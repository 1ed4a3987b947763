import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  checkVariable,
  useVariableProblem,
  VariableInput,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { FieldNotes } from '../picker/FieldNotes';
import { useField } from '../picker/useField';
import { scaffolderSpectroCloudTranslationRef } from '../translation';
import type { FilledVariables } from './filledVariables';
import { useFilledVariables } from './useFilledVariables';
import { variablesOffering, type VariablesOptions } from './variablesOffering';

const useStyles = makeStyles(theme => ({
  root: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  fields: {
    display: 'grid',
    gap: theme.spacing(2.5),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    alignItems: 'start',
    marginTop: theme.spacing(1.5),
  },
}));

/** What the chosen profile asks for, each as a field of the kind that the profile says. */
export const ProfileVariables = (
  props: FieldExtensionComponentProps<FilledVariables, VariablesOptions>,
) => {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(scaffolderSpectroCloudTranslationRef);
  const problemWords = useVariableProblem();
  const classes = useStyles();
  const field = useField(variablesOffering, props);
  const { id, offers, hint } = field;
  const { valueOf, isTouched, fill, isLeftOut } = useFilledVariables({
    profileUid: field.values.profile ?? '',
    variables: offers,
    filled: formData,
    onChange,
  });
  return (
    <fieldset className={classes.root} aria-describedby={field.describedBy}>
      <Typography component="legend" variant="subtitle1">
        {field.label}
      </Typography>
      {hint && <FormHelperText>{hint}</FormHelperText>}
      {isLeftOut && (
        <FormHelperText role="status">{t('goneVariables')}</FormHelperText>
      )}
      {offers && offers.length > 0 && (
        <div className={classes.fields}>
          {offers.map(variable => {
            const value = valueOf(variable);
            const problem =
              field.wrong || isTouched(variable)
                ? checkVariable(variable, value)
                : undefined;
            return (
              <VariableInput
                key={variable.name}
                id={`${id}-${variable.name}`}
                variable={variable}
                value={value}
                problem={problem && problemWords(problem)}
                onChange={next => fill(variable, next)}
              />
            );
          })}
        </div>
      )}
      <FieldNotes
        id={id}
        description={field.description}
        error={field.error}
        problem={field.problem}
        onRetry={field.reload}
      />
    </fieldset>
  );
};
