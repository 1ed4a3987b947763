import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { ChangeDialog } from './ChangeDialog';
import { DialogField } from './DialogField';
import type { DialogProps } from './DialogProps';
import { PoolSizeFields } from './PoolSizeFields';
import { Refusal } from './Refusal';
import { toResize } from './poolSizes';

/** Gives a node pool another size, or other bounds to scale it in. */
export const ScaleDialog = ({ cluster, onClose, onDone }: DialogProps) => {
  const { uid, name } = cluster.metadata;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const [chosen, setChosen] = useState('');
  const [edits, setEdits] = useState<Record<string, string>>({});
  const { value: all, error } = useLoad(
    options =>
      api.listClusterNodePools(uid, { ...options, ...scope, fresh: true }),
    uid,
  );
  // A hybrid pool is a cluster of its own.
  const pools = all?.filter(({ hybrid }) => !hybrid);
  const pool =
    pools?.find(each => each.name === chosen) ??
    pools?.find(each => !each.isControlPlane) ??
    pools?.[0];
  const resize = pool && toResize(pool, edits);
  return (
    <ChangeDialog
      title={t('dayTwo.scaleTitle', { name: isolated(name) })}
      confirm={t('dayTwo.apply')}
      ready={resize !== undefined}
      change={reason => async (client, options) =>
        client.resizeNodePool(uid, { ...resize!, reason }, options)
      }
      onClose={onClose}
      onDone={onDone}
    >
      {findings => (
        <>
          {!pools && !error && <Progress />}
          <Refusal error={error} />
          {pools && !pool && (
            <DialogContentText>{t('dayTwo.noPools')}</DialogContentText>
          )}
          {pools && pool && (
            <>
              <DialogField
                select
                label={t('dayTwo.pool')}
                value={pool.name}
                SelectProps={{ native: true }}
                InputLabelProps={{ shrink: true }}
                onChange={event => {
                  setChosen(event.target.value);
                  setEdits({});
                }}
              >
                {pools.map(each => (
                  <option key={each.name} value={each.name}>
                    {each.name}
                  </option>
                ))}
              </DialogField>
              <PoolSizeFields
                pool={pool}
                edits={edits}
                findings={findings}
                onEdit={setEdits}
              />
            </>
          )}
        </>
      )}
    </ChangeDialog>
  );
};
