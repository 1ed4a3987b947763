import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import MenuList from '@material-ui/core/MenuList';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteScope } from '../components/PaletteScope';
import { spectroCloudTranslationRef } from '../translation';
import { kubeconfigChoices, type KubeconfigVariant } from './kubeconfigChoices';
import { KubeconfigStatus } from './KubeconfigStatus';

/** The kubeconfigs that there are when the menu opens: only a cluster by itself tells. */
export const KubeconfigMenuList = (props: {
  uid: string;
  allowed: { own: boolean; admin: boolean };
  onChoose: (kind: KubeconfigVariant) => void;
}) => {
  const { uid, allowed, onChoose } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const { value, error } = useLoad(
    options => api.getCluster(uid, { ...options, ...scope, fresh: true }),
    uid,
  );
  if (!value) {
    return (
      <Box p={2}>
        {error ? (
          <KubeconfigStatus download={{ step: 'failed', error }} />
        ) : (
          <Typography variant="body2" role="status">
            {t('common.loading')}
          </Typography>
        )}
      </Box>
    );
  }
  return (
    <MenuList
      autoFocusItem
      disabledItemsFocusable
      aria-label={t('kubeconfig.download')}
    >
      {kubeconfigChoices(value, allowed).map(({ kind, hint, disabled }) => (
        <MenuItem key={kind} disabled={disabled} onClick={() => onChoose(kind)}>
          <ListItemText
            primary={t(
              kind === 'direct' ? 'kubeconfig.directly' : `kubeconfig.${kind}`,
            )}
            secondary={t(`kubeconfig.${hint}`)}
          />
        </MenuItem>
      ))}
    </MenuList>
  );
};
