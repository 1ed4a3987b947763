import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { AttachedProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import type { ProfileChoice } from './profileChoices';

const useStyles = makeStyles({ remove: { overflowWrap: 'anywhere' } });

/** The version that a profile of a cluster is to have; an add-on can be removed as well. */
export const ProfileField = (props: {
  choice: ProfileChoice;
  value: string;
  /** As it is attached. */
  profile: AttachedProfile | undefined;
  onChoose: (value: string) => void;
  onRemove: (profile: AttachedProfile) => void;
}) => {
  const { choice, value, profile, onChoose, onRemove } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <>
      <DialogField
        select
        label={choice.name}
        value={value}
        disabled={choice.options.length < 2}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={event => onChoose(event.target.value)}
      >
        {choice.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.is === 'newerPacks'
              ? t('dayTwo.newerPacks')
              : [
                  option.version ?? t('dayTwo.unknownVersion'),
                  option.is && t(`dayTwo.version.${option.is}`),
                ]
                  .filter(Boolean)
                  .join(' – ')}
          </option>
        ))}
      </DialogField>
      {profile?.type === 'add-on' && profile.name && (
        <Button
          size="small"
          className={classes.remove}
          onClick={() => onRemove(profile)}
        >
          {t('dayTwo.remove.of', { name: isolated(profile.name) })}
        </Button>
      )}
    </>
  );
};
