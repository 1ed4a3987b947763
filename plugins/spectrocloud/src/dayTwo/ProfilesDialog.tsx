import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { useLoad } from '../components/useLoad';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import { ChangeDialog } from './ChangeDialog';
import type { DialogProps } from './DialogProps';
import { profileChoices, toProfileChanges } from './profileChoices';
import { ProfilesForecast } from './ProfilesForecast';
import { Refusal } from './Refusal';

/** Applies the updates that Palette has, or other versions of a cluster's profiles. */
export const ProfilesDialog = ({ cluster, onClose, onDone }: DialogProps) => {
  const { uid, name } = cluster.metadata;
  const { profiles } = cluster.spec;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [isAccepted, setAccepted] = useState(true);
  const { value: choices, error } = useLoad(async given => {
    const options = { ...given, ...scope };
    const [updates, known] = await Promise.all([
      api.listProfileUpdates(uid, { ...options, fresh: true }),
      Promise.all(
        profiles.map(each =>
          // Without its versions, there is still the update.
          api.getProfile(each.uid, options).catch(() => undefined),
        ),
      ),
    ]);
    return profileChoices(profiles, updates, known);
  }, uid);
  const changes = toProfileChanges(choices ?? [], chosen);
  return (
    <ChangeDialog
      title={t('dayTwo.profilesTitle', { name })}
      confirm={t('dayTwo.apply')}
      wide
      ready={changes.length > 0 && isAccepted}
      change={reason => (client, options) =>
        client.changeClusterProfiles(
          uid,
          { profiles: changes, reason },
          options,
        )
      }
      onClose={onClose}
      onDone={onDone}
    >
      <DialogContentText>{t('dayTwo.profilesText')}</DialogContentText>
      {!choices && !error && <Progress />}
      <Refusal error={error} />
      {choices?.map(choice => (
        <DialogField
          key={choice.uid}
          select
          label={choice.name}
          value={chosen[choice.uid] ?? choice.proposed}
          disabled={choice.options.length < 2}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          onChange={event =>
            setChosen({ ...chosen, [choice.uid]: event.target.value })
          }
        >
          {choice.options.map(({ value, version, is }) => (
            <option key={value} value={value}>
              {is === 'newerPacks'
                ? t('dayTwo.newerPacks')
                : [
                    version ?? t('dayTwo.unknownVersion'),
                    is && t(`dayTwo.version.${is}`),
                  ]
                    .filter(Boolean)
                    .join(' – ')}
            </option>
          ))}
        </DialogField>
      ))}
      {choices && changes.length === 0 && (
        <DialogContentText>{t('dayTwo.noChange')}</DialogContentText>
      )}
      {changes.length > 0 && (
        <ProfilesForecast
          key={JSON.stringify(changes)}
          uid={uid}
          changes={changes}
          onKnown={setAccepted}
        />
      )}
    </ChangeDialog>
  );
};
