import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { QuotaBar } from '../../clusterGroups/QuotaBar';
import { spectroCloudTranslationRef } from '../../translation';
import { target } from '../creation/Problem';
import { FieldGrid } from '../fields/FieldGrid';
import { KINDS } from '../kinds';
import type { Wizard } from '../useWizard';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(3) },
  quota: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    marginTop: theme.spacing(2),
  },
}));

/** The group whose hosts a virtual cluster runs on, and how full they are. */
export const VirtualHost = ({ wizard }: { wizard: Wizard }) => {
  const { draft, change } = wizard;
  const { instance, projectUid, values } = draft;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  // Without the figures the group can be chosen all the same.
  const { value = [] } = useLoad(
    async options =>
      projectUid
        ? api
            .listClusterGroups({ ...options, instance, projectUid })
            .catch(() => [])
        : [],
    `${instance} ${projectUid}`,
  );
  const group = value.find(
    ({ metadata }) => metadata.uid === values.clusterGroup,
  );
  return (
    <div className={classes.root}>
      <FieldGrid
        fields={KINDS.virtual.placement}
        values={values}
        targetOf={target.cluster}
        onChange={(id, next) => change({ do: 'set', id, value: next })}
      />
      {group && (
        <div className={classes.quota}>
          <Typography variant="body2">
            {t('create.groupHosts', {
              count:
                group.spec.hostClustersCount ?? group.spec.hostClusters.length,
            })}
          </Typography>
          <QuotaBar share={group.spec.cpu} unit="cores" />
          <QuotaBar share={group.spec.memory} unit="gib" />
        </div>
      )}
    </div>
  );
};
