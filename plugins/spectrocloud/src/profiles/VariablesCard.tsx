import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { PartCard } from '../cluster/PartCard';
import { CardTable } from '../components/CardTable';
import { spectroCloudTranslationRef } from '../translation';

const MARKS = ['required', 'immutable', 'hidden', 'isSensitive'] as const;

/** What the profile asks for when a cluster is made. */
export const VariablesCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const marksOf = (variable: ProfileVariable) =>
    MARKS.filter(mark => variable[mark])
      .map(mark => t(`profiles.mark.${mark}`))
      .join(', ');
  return (
    <PartCard
      title={t('profiles.variables')}
      loadKey={uid}
      load={(api, options) => api.listProfileVariables(uid, options)}
    >
      {(variables, headingId) =>
        variables.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('profiles.noVariables')}
          </Typography>
        ) : (
          <CardTable
            labelId={headingId}
            columns={[
              {
                id: 'name',
                label: t('clusters.name'),
                render: ({ name, displayName }) => displayName || name,
              },
              {
                id: 'format',
                label: t('profiles.format'),
                render: ({ format, options = [] }) =>
                  options.length > 0
                    ? options
                        .map(({ label, value }) => label || value)
                        .join(', ')
                    : (format ?? none),
              },
              {
                id: 'default',
                label: t('profiles.default'),
                render: ({ defaultValue }) => defaultValue || none,
              },
              {
                id: 'marks',
                label: t('profiles.marks'),
                render: variable => marksOf(variable) || none,
              },
              {
                id: 'description',
                label: t('entity.description'),
                render: ({ description }) => description || none,
              },
            ]}
            rows={variables}
            keyOf={({ name }) => name}
          />
        )
      }
    </PartCard>
  );
};
