import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import { ChangeDialog } from './ChangeDialog';
import type { DialogProps } from './DialogProps';
import { toLabels, toTags } from './tags';

/** Renames a cluster, or gives it other tags. */
export const MetadataDialog = ({ cluster, onClose, onDone }: DialogProps) => {
  const { uid, name, labels } = cluster.metadata;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const before = toTags(labels);
  const [newName, setNewName] = useState(name);
  const [tags, setTags] = useState(before);
  const renamed = newName.trim() !== name;
  const retagged = tags !== before;
  return (
    <ChangeDialog
      title={t('dayTwo.metadataTitle', { name: isolated(name) })}
      confirm={t('dayTwo.save')}
      ready={newName.trim() !== '' && (renamed || retagged)}
      change={reason => (api, options) =>
        api.changeClusterMetadata(
          uid,
          {
            ...(renamed && { name: newName.trim() }),
            ...(retagged && { labels: toLabels(tags) }),
            reason,
          },
          options,
        )
      }
      onClose={onClose}
      onDone={onDone}
    >
      <DialogField
        label={t('dayTwo.name')}
        helperText={t('dayTwo.nameHint')}
        value={newName}
        inputProps={{ maxLength: 63, spellCheck: false }}
        onChange={event => setNewName(event.target.value)}
      />
      <DialogField
        multiline
        minRows={4}
        label={t('dayTwo.tags')}
        helperText={t('dayTwo.tagsHint')}
        value={tags}
        inputProps={{ spellCheck: false }}
        onChange={event => setTags(event.target.value)}
      />
    </ChangeDialog>
  );
};
