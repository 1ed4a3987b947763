import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { CardTable } from '../../components/CardTable';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { Problems } from './Problems';
import { roleRows } from './roleRows';

const KINDS = ['User', 'Group', 'ServiceAccount'] as const;

/** Who may do what in which namespace, as Palette sets it up. */
export const RoleBindingsCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const kindOf = (kind: string) => {
    const known = KINDS.find(each => each === kind);
    return known ? t(`access.kind.${known}`) : kind;
  };
  return (
    <PartCard
      title={t('access.roles')}
      loadKey={uid}
      load={(api, options) => api.listClusterRoleBindings(uid, options)}
      missing={t('access.noRoles')}
    >
      {(bindings, headingId) => {
        const rows = roleRows(bindings);
        return rows.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('access.noRoles')}
          </Typography>
        ) : (
          <CardTable
            labelId={headingId}
            columns={[
              {
                id: 'who',
                label: t('access.who'),
                render: ({ name }) => name ?? t('access.hidden'),
              },
              {
                id: 'kind',
                label: t('clusters.kind'),
                render: ({ kind }) => kindOf(kind),
              },
              {
                id: 'role',
                label: t('access.role'),
                render: ({ role }) => role || t('common.none'),
              },
              {
                id: 'namespace',
                label: t('workloads.namespace'),
                render: ({ namespace }) =>
                  namespace ?? t('access.allNamespaces'),
              },
              ...(rows.some(({ problems }) => problems.length > 0)
                ? [
                    {
                      id: 'problems',
                      label: t('access.problems'),
                      render: ({ problems }: { problems: string[] }) => (
                        <Problems problems={problems} />
                      ),
                    },
                  ]
                : []),
            ]}
            rows={rows}
            keyOf={({ key }) => key}
          />
        );
      }}
    </PartCard>
  );
};
