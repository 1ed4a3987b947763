import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import MenuList from '@material-ui/core/MenuList';
import GetAppIcon from '@material-ui/icons/GetApp';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  type ClusterProfile,
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudClusterViewPackValuesPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { usePaletteScope } from '../components/PaletteScope';
import { PopoverButton } from '../components/PopoverButton';
import { saveFile } from '../components/saveFile';
import { usePalettePermission } from '../components/usePalettePermission';
import { ActionError } from '../session/ActionError';
import { useAction } from '../session/useAction';
import { spectroCloudTranslationRef } from '../translation';
import { exportFileName } from './exportFileName';

const FORMATS = ['json', 'yaml', 'terraform'] as const;

/** Saves a profile as a file; only for those who may see all that is in it. */
export const ExportButton = ({ profile }: { profile: ClusterProfile }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const api = useApi(spectroCloudApiRef);
  const scope = usePaletteScope();
  const { busy, error, run } = useAction();
  const values = usePalettePermission(
    spectroCloudClusterViewPackValuesPermission,
  );
  const manifests = usePalettePermission(
    spectroCloudClusterViewPackManifestsPermission,
  );
  if (!values.allowed || !manifests.allowed) {
    return null;
  }
  const save = (format: (typeof FORMATS)[number]) =>
    run(async () => {
      const { uid } = profile.metadata;
      const file = await api.exportProfile(uid, { ...scope, format });
      saveFile(exportFileName(profile, file.fileName), file.content);
    });
  return (
    <>
      <ActionError error={error} />
      <PopoverButton title={t('profileExport.title')} icon={<GetAppIcon />}>
        {close => (
          <MenuList autoFocusItem aria-label={t('profileExport.title')}>
            {FORMATS.map(format => (
              <MenuItem
                key={format}
                disabled={busy}
                onClick={() => {
                  close();
                  save(format);
                }}
              >
                <ListItemText
                  primary={t(`profileExport.${format}`)}
                  secondary={t('profileExport.hint')}
                />
              </MenuItem>
            ))}
          </MenuList>
        )}
      </PopoverButton>
    </>
  );
};
