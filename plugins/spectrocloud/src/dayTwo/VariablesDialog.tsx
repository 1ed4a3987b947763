import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { Fragment, useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { ChangeDialog } from './ChangeDialog';
import type { DialogProps } from './DialogProps';
import { Refusal } from './Refusal';
import {
  editKey,
  faultOf,
  findingOf,
  toVariableChanges,
  type VariableEdits,
} from './variableEdits';
import { VariableField } from './VariableField';

/** Gives the variables of a cluster's profiles other values. */
export const VariablesDialog = ({ cluster, onClose, onDone }: DialogProps) => {
  const { uid, name } = cluster.metadata;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const [edits, setEdits] = useState<VariableEdits>({});
  const { value: listed, error } = useLoad(
    options =>
      api.listClusterVariables(uid, { ...options, ...scope, fresh: true }),
    uid,
  );
  const profiles = (listed ?? [])
    .map(({ profileUid, variables }) => ({
      profileUid,
      variables: variables.filter(({ hidden }) => !hidden),
    }))
    .filter(({ variables }) => variables.length > 0);
  const changes = toVariableChanges(profiles, edits);
  const hasFault = profiles.some(({ profileUid, variables }) =>
    variables.some(each => faultOf(each, edits[editKey(profileUid, each)])),
  );
  const nameOf = (profileUid: string) =>
    cluster.spec.profiles.find(each => each.uid === profileUid)?.name ??
    profileUid;
  return (
    <ChangeDialog
      title={t('dayTwo.variablesTitle', { name: isolated(name) })}
      confirm={t('dayTwo.apply')}
      ready={changes.length > 0 && !hasFault}
      change={reason => (client, options) =>
        client.changeClusterVariables(
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
          {!listed && !error && <Progress />}
          <Refusal error={error} />
          {listed && profiles.length === 0 && (
            <DialogContentText>{t('dayTwo.noVariables')}</DialogContentText>
          )}
          {profiles.map(({ profileUid, variables }) => (
            <Fragment key={profileUid}>
              <Typography variant="subtitle2" component="h3">
                {nameOf(profileUid)}
              </Typography>
              {variables.map(variable => {
                const key = editKey(profileUid, variable);
                return (
                  <VariableField
                    key={key}
                    variable={variable}
                    edited={edits[key]}
                    refusal={findingOf(findings, variable)}
                    onEdit={value => setEdits({ ...edits, [key]: value })}
                  />
                );
              })}
            </Fragment>
          ))}
        </>
      )}
    </ChangeDialog>
  );
};
