import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import VisibilityIcon from '@material-ui/icons/Visibility';
import { spectroCloudTranslationRef } from '../translation';

const IMPORTED = ['AlloyMonitor', 'AlloyAssist', 'AlloyExtend'] as const;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** What an imported cluster is to Palette; one that it manages needs no saying. */
export const ClusterTypeLabel = ({ type }: { type: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const known = IMPORTED.find(each => each === type);
  return (
    <span className={classes.root}>
      {known && <VisibilityIcon fontSize="small" aria-hidden="true" />}
      {known ? t(`clusterType.${known}`) : type}
    </span>
  );
};
