import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import DialogContentText from '@material-ui/core/DialogContentText';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  AttachedProfile,
  ProfileChange,
  ProfileUpdate,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  explainError,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { AttachProfile } from './AttachProfile';
import { ChangeDialog } from './ChangeDialog';
import type { DialogProps } from './DialogProps';
import { formerVersions } from './formerVersions';
import { profileChoices, toProfileChanges, toTakeBack } from './profileChoices';
import { ProfileField } from './ProfileField';
import { ProfilesForecast } from './ProfilesForecast';
import { Refusal } from './Refusal';
import { RemoveProfileDialog } from './RemoveProfileDialog';
import { useSettled } from './useSettled';

/** Who may not see the updates can choose a version all the same. */
function withoutUpdates(error: Error): ProfileUpdate[] {
  if (['forbidden', 'notFound'].includes(explainError(error))) return [];
  throw error;
}

/** Applies the updates that Palette has, or other versions of a cluster's profiles; attaches and removes some. */
export const ProfilesDialog = (props: DialogProps) => {
  const { cluster, onClose, onDone, takesBack = false } = props;
  const { uid, name } = cluster.metadata;
  const { profiles } = cluster.spec;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [isAttaching, setAttaching] = useState(false);
  const [further, setFurther] = useState<ProfileChange>();
  const [removed, setRemoved] = useState<AttachedProfile>();
  const [isAccepted, setAccepted] = useState(true);
  const { value: choices, error } = useLoad(async given => {
    const options = { ...given, ...scope };
    const [updates, repave, known] = await Promise.all([
      api
        .listProfileUpdates(uid, { ...options, fresh: true })
        .catch(withoutUpdates),
      takesBack && api.getClusterRepave(uid, { ...options, fresh: true }),
      Promise.all(
        profiles.map(each =>
          // Without its versions, there is still the update.
          api.getProfile(each.uid, options).catch(() => undefined),
        ),
      ),
    ]);
    const all = profileChoices(profiles, updates, known);
    if (!repave) return all;
    const former = await formerVersions({
      attached: profiles,
      reasons: repave.reasons,
      known,
      read: each => api.getProfile(each, options),
    });
    return toTakeBack(all, former);
  }, uid);
  const changes = [
    ...toProfileChanges(choices ?? [], chosen),
    ...(further ? [further] : []),
  ];
  const settled = useSettled(changes);
  if (removed) {
    return (
      <RemoveProfileDialog
        cluster={cluster}
        profile={removed}
        onClose={() => setRemoved(undefined)}
        onDone={onDone}
      />
    );
  }
  return (
    <ChangeDialog
      title={t('dayTwo.profilesTitle', { name: isolated(name) })}
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
      {findings => (
        <>
          <DialogContentText>
            {t(takesBack ? 'dayTwo.takeBackText' : 'dayTwo.profilesText')}
          </DialogContentText>
          {!choices && !error && <Progress />}
          <Refusal error={error} />
          {choices?.map(choice => (
            <ProfileField
              key={choice.uid}
              choice={choice}
              value={chosen[choice.uid] ?? choice.proposed}
              profile={profiles.find(each => each.uid === choice.uid)}
              onChoose={value => setChosen({ ...chosen, [choice.uid]: value })}
              onRemove={setRemoved}
            />
          ))}
          {choices && !takesBack && !isAttaching && (
            <Button size="small" onClick={() => setAttaching(true)}>
              {t('dayTwo.attach.title')}
            </Button>
          )}
          {isAttaching && (
            <AttachProfile
              cluster={cluster}
              attached={further}
              findings={findings}
              onAttach={setFurther}
            />
          )}
          {choices && changes.length === 0 && (
            <DialogContentText>
              {t(takesBack ? 'dayTwo.noFormer' : 'dayTwo.noChange')}
            </DialogContentText>
          )}
          {changes.length > 0 && settled.length > 0 && (
            <ProfilesForecast
              key={JSON.stringify(settled)}
              uid={uid}
              changes={settled}
              onKnown={setAccepted}
            />
          )}
        </>
      )}
    </ChangeDialog>
  );
};
