import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { useId, useState } from 'react';
import { CardTable } from '../components/CardTable';
import { ErrorState } from '../components/ErrorState';
import { FilterSelect } from '../components/FilterSelect';
import { useLayerWord } from '../components/useLayerWord';
import { spectroCloudTranslationRef } from '../translation';
import { comparePacks } from './comparePacks';
import { useOtherVersion } from './useOtherVersion';

const useStyles = makeStyles(theme => ({
  choice: { display: 'flex', maxWidth: 280, marginBottom: theme.spacing(2) },
}));

const Differences = (props: {
  profile: ClusterProfile;
  other: ClusterProfile;
  headingId: string;
}) => {
  const { profile, other, headingId } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const layerWordOf = useLayerWord();
  const differences = comparePacks(other.spec.packs, profile.spec.packs);
  if (differences.length === 0) {
    return <Typography variant="body2">{t('profiles.same')}</Typography>;
  }
  return (
    <CardTable
      labelId={headingId}
      columns={[
        { id: 'pack', label: t('cluster.pack'), render: ({ name }) => name },
        {
          id: 'layer',
          label: t('cluster.layer'),
          render: ({ layer }) => layerWordOf(layer),
        },
        {
          id: 'before',
          label: other.spec.version ?? none,
          render: ({ before }) => before ?? none,
        },
        {
          id: 'after',
          label: profile.spec.version ?? none,
          render: ({ after, hasOtherValues }) =>
            [after ?? none, hasOtherValues && t('profiles.otherValues')]
              .filter(Boolean)
              .join(', '),
        },
      ]}
      rows={differences}
      keyOf={({ name }) => name}
    />
  );
};

/** What differs between this version and another that is chosen; not shown where there is only one. */
export const CompareCard = ({ profile }: { profile: ClusterProfile }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const headingId = useId();
  const [chosen, setChosen] = useState('');
  const others = profile.spec.versions.filter(
    ({ uid }) => uid !== profile.metadata.uid,
  );
  const { value, error, reload } = useOtherVersion(chosen, profile);
  if (others.length === 0) return null;
  return (
    <InfoCard title={<span id={headingId}>{t('profiles.compare')}</span>}>
      <div className={classes.choice}>
        <FilterSelect
          label={t('profiles.compareWith')}
          value={chosen}
          options={['', ...others.map(({ uid }) => uid)]}
          required
          labelOf={uid =>
            others.find(each => each.uid === uid)?.version ??
            t('profiles.choose')
          }
          onChange={setChosen}
        />
      </div>
      {chosen && error && <ErrorState error={error} onRetry={reload} />}
      {chosen && value?.metadata.uid === chosen && (
        <Differences profile={profile} other={value} headingId={headingId} />
      )}
    </InfoCard>
  );
};
