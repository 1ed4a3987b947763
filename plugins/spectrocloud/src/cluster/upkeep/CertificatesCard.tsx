import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { CardTable } from '../../components/CardTable';
import { RelativeTime } from '../../components/RelativeTime';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { expiryState } from './expiryState';

const LOOKS = {
  valid: 'Healthy',
  soon: 'Warning',
  lapsed: 'Error',
  untold: 'Unknown',
};

/** The certificates of the control plane, the first to lapse at the top. */
export const CertificatesCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  return (
    <PartCard
      title={t('upkeep.certificates')}
      loadKey={uid}
      load={(api, options) => api.listClusterCertificates(uid, options)}
    >
      {(certificates, headingId) =>
        certificates.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('upkeep.noCertificates')}
          </Typography>
        ) : (
          <CardTable
            labelId={headingId}
            columns={[
              {
                id: 'name',
                label: t('upkeep.certificate'),
                render: ({ authority, name }) =>
                  [authority, name].filter(Boolean).join(' / ') || none,
              },
              {
                id: 'state',
                label: t('clusters.state'),
                render: ({ expires }) => {
                  const state = expiryState(expires, Date.now());
                  return (
                    <StateLabel
                      state={LOOKS[state]}
                      text={t(`upkeep.${state}`)}
                    />
                  );
                },
              },
              {
                id: 'expires',
                label: t('upkeep.expires'),
                render: ({ expires }) => <RelativeTime iso={expires} />,
              },
              {
                id: 'machine',
                label: t('nodes.machine'),
                render: ({ machine }) => machine ?? none,
              },
            ]}
            rows={[...certificates].sort((a, b) =>
              (a.expires ?? '').localeCompare(b.expires ?? ''),
            )}
            keyOf={({ machine, authority, name }) =>
              `${machine}/${authority}/${name}`
            }
          />
        )
      }
    </PartCard>
  );
};
