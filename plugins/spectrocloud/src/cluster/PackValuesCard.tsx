import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useState } from 'react';
import { ErrorState } from '../components/ErrorState';
import { FilterSelect } from '../components/FilterSelect';
import { LazyYamlViewer } from '../components/LazyYamlViewer';
import { usePaletteScope } from '../components/PaletteScope';
import { spectroCloudTranslationRef } from '../translation';
import { packDocuments, type PackDocument } from './packDocuments';

const useStyles = makeStyles(theme => ({
  choice: {
    display: 'flex',
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 auto', maxWidth: 560 },
  },
}));

/** A manifest, which Palette tells by itself only. */
const Manifest = (props: { clusterUid: string; document: PackDocument }) => {
  const { clusterUid, document } = props;
  const { manifestUid = '', id } = document;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const { value, error, loading, reload } = useLoad(
    options =>
      api.getPackManifest(clusterUid, manifestUid, { ...options, ...scope }),
    manifestUid,
  );
  if (error) return <ErrorState error={error} onRetry={reload} />;
  if (!value || loading) return <Progress />;
  const text = value.spec?.published?.content;
  return text ? (
    <LazyYamlViewer text={text} label={id} />
  ) : (
    <Typography variant="body2">{t('packValues.empty')}</Typography>
  );
};

/** The values and manifests of a cluster's packs, to read; Backstage's permissions decide which there are. */
export const PackValuesCard = ({ uid }: { uid: string }) => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const scope = usePaletteScope();
  const [chosen, setChosen] = useState('');
  const { value, error, reload } = useLoad(
    options => api.listClusterProfiles(uid, { ...options, ...scope }),
    uid,
  );
  const documents = packDocuments(value ?? []);
  const document = documents.find(({ id }) => id === chosen) ?? documents[0];
  return (
    <InfoCard title={t('packValues.title')}>
      {error && <ErrorState error={error} onRetry={reload} />}
      {!value && !error && <Progress />}
      {value && !document && (
        <Typography variant="body2" color="textSecondary">
          {t('packValues.none')}
        </Typography>
      )}
      {document && (
        <>
          <div className={classes.choice}>
            <FilterSelect
              label={t('packValues.choose')}
              value={document.id}
              options={documents.map(({ id }) => id)}
              required
              onChange={setChosen}
            />
          </div>
          {document.manifestUid ? (
            <Manifest clusterUid={uid} document={document} />
          ) : (
            <LazyYamlViewer text={document.text ?? ''} label={document.id} />
          )}
        </>
      )}
    </InfoCard>
  );
};
