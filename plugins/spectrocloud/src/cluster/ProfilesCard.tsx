import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type {
  AttachedProfile,
  Cluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useId } from 'react';
import { StateLabel } from '../components/StateLabel';
import { isInTransition } from '../components/stateOf';
import { usePageLinks } from '../routing/usePageLinks';
import { ScrollHint } from '../table/ScrollHint';
import { spectroCloudTranslationRef } from '../translation';
import { inLayerOrder } from './inLayerOrder';
import { layerRows } from './layerRows';

const useStyles = makeStyles(theme => ({
  profile: { '& + &': { marginTop: theme.spacing(3) } },
  table: { minWidth: 560 },
}));

const ProfileLayers = (props: {
  profile: AttachedProfile;
  cluster: Cluster;
}) => {
  const { profile, cluster } = props;
  const { uid, name = uid, type, version } = profile;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const headingId = useId();
  const page = usePageLinks().profile(uid, cluster.spec.projectUid);
  const none = t('common.none');
  const isAtWork = isInTransition(cluster.status.state);
  const description = [
    type,
    version !== undefined && t('cluster.profileVersion', { version }),
  ].filter(Boolean);
  return (
    <section className={classes.profile}>
      <Typography id={headingId} variant="subtitle2" component="h3">
        {page ? <Link href={page}>{name}</Link> : name}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {description.join(', ')}
      </Typography>
      <ScrollHint labelId={headingId}>
        <Table
          size="small"
          aria-labelledby={headingId}
          className={classes.table}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('cluster.layer')}</TableCell>
              <TableCell>{t('cluster.pack')}</TableCell>
              <TableCell>{t('cluster.versionWanted')}</TableCell>
              <TableCell>{t('cluster.versionRunning')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {layerRows(profile, cluster).map(row => (
              <TableRow key={`${row.layer}/${row.name}`}>
                <TableCell>{row.layer ?? none}</TableCell>
                <TableCell component="th" scope="row" role="rowheader">
                  {row.name}
                </TableCell>
                <TableCell>{row.wanted ?? none}</TableCell>
                <TableCell>
                  {row.problem ? (
                    <StateLabel
                      state={isAtWork ? 'Provisioning' : 'Warning'}
                      text={[row.running, row.problem]
                        .filter(Boolean)
                        .join(': ')}
                      wraps
                    />
                  ) : (
                    (row.running ?? none)
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </ScrollHint>
    </section>
  );
};

/** The profiles as Palette stacks them, with what of each layer runs. */
export const ProfilesCard = ({ cluster }: { cluster: Cluster }) => {
  const profiles = inLayerOrder(cluster.spec.profiles);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <InfoCard title={t('cluster.profilesTitle')}>
      {profiles.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('cluster.noProfiles')}
        </Typography>
      )}
      {profiles.map(profile => (
        <ProfileLayers key={profile.uid} profile={profile} cluster={cluster} />
      ))}
    </InfoCard>
  );
};
