import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import { profileCloudOf } from '@terasky/backstage-plugin-spectrocloud-react';
import { cloudLabel } from '../../components/cloudLabel';
import { spectroCloudTranslationRef } from '../../translation';
import { KINDS } from '../kinds';

const useStyles = makeStyles(theme => ({
  group: {
    display: 'grid',
    gap: theme.spacing(0, 2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 150px), 1fr))',
  },
  root: { width: '100%' },
}));

/** The kinds of cluster, all of them in sight. */
export const KindChoice = (props: {
  value: CreatableCloudType;
  onChange: (kind: CreatableCloudType) => void;
}) => {
  const { value, onChange } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <FormControl component="fieldset" className={classes.root}>
      <FormLabel component="legend">{t('create.kind')}</FormLabel>
      <RadioGroup
        name="create-kind"
        className={classes.group}
        value={value}
        onChange={(_event, kind) => onChange(kind as CreatableCloudType)}
      >
        {Object.values(KINDS).map(({ type }) => (
          <FormControlLabel
            key={type}
            value={type}
            label={cloudLabel(profileCloudOf(type))}
            control={<Radio color="primary" />}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
};
