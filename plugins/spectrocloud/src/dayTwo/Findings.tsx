import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterFinding } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    borderLeft: `4px solid ${theme.palette.error.main}`,
    margin: theme.spacing(2, 0),
    paddingLeft: theme.spacing(2),
    overflowWrap: 'anywhere',
  },
  findings: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Why a change was not made, or can't be: a sentence, and what Palette says, field by field. */
export const Findings = (props: {
  sentence?: string;
  findings?: ClusterFinding[];
}) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { sentence = t('dayTwo.refused'), findings = [] } = props;
  return (
    <div className={classes.root} role="alert">
      <Typography variant="body2" color="error">
        {sentence}
      </Typography>
      {findings.length > 0 && (
        <ul className={classes.findings}>
          {findings.map(({ field, message }, index) => (
            <Typography key={index} component="li" variant="body2">
              {field ? t('dayTwo.finding', { field, message }) : message}
            </Typography>
          ))}
        </ul>
      )}
    </div>
  );
};
