import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ClusterFinding,
  ProfileChange,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { spectroCloudTranslationRef } from '../translation';
import { attachableProfiles, toClusterVariable } from './attachableProfiles';
import { DialogField } from './DialogField';
import type { DialogProps } from './DialogProps';
import { Refusal } from './Refusal';
import { findingOf } from './variableEdits';
import { VariableField } from './VariableField';

/** Values that Palette has to be told, or may be. */
const NewVariables = (props: {
  profileUid: string;
  values: Record<string, string>;
  findings: ClusterFinding[];
  onEdit: (values: Record<string, string>) => void;
}) => {
  const { profileUid, values, findings, onEdit } = props;
  const api = useApi(spectroCloudApiRef);
  const scope = usePaletteScope();
  const { value: variables, error } = useLoad(
    options => api.listProfileVariables(profileUid, { ...options, ...scope }),
    profileUid,
  );
  if (error) return <Refusal error={error} />;
  if (!variables) return <Progress />;
  return (
    <>
      {variables
        .filter(({ hidden }) => !hidden)
        .map(toClusterVariable)
        .map(variable => (
          <VariableField
            key={variable.name}
            variable={variable}
            edited={values[variable.name]}
            refusal={findingOf(findings, variable)}
            onEdit={value => onEdit({ ...values, [variable.name]: value })}
          />
        ))}
    </>
  );
};

/** A further profile for a cluster, with its variables. */
export const AttachProfile = (props: {
  cluster: DialogProps['cluster'];
  attached: ProfileChange | undefined;
  findings: ClusterFinding[];
  onAttach: (change: ProfileChange | undefined) => void;
}) => {
  const { cluster, attached, findings, onAttach } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  // Who has looked at another dialog meanwhile finds what was typed before.
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      (attached?.variables ?? []).map(({ name, value }) => [name, value]),
    ),
  );
  // Profiles of another project can't be attached.
  const projectUid = scope.projectUid ?? cluster.spec.projectUid;
  const { value: profiles, error } = useLoad(options =>
    api.searchProfiles(
      { types: ['add-on'] },
      { ...options, ...scope, projectUid },
    ),
  );
  if (error) return <Refusal error={error} />;
  if (!profiles) return <Progress />;
  const choices = attachableProfiles(profiles, cluster);
  if (choices.length === 0) {
    return <DialogContentText>{t('dayTwo.attach.none')}</DialogContentText>;
  }
  const tell = (uid: string, typed: Record<string, string>) => {
    setValues(typed);
    const variables = Object.entries(typed)
      // What is left empty gets the profile's default.
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({ name, value }));
    onAttach({ uid, ...(variables.length > 0 && { variables }) });
  };
  return (
    <>
      <DialogField
        select
        label={t('dayTwo.attach.profile')}
        value={attached?.uid ?? ''}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={({ target }) => {
          if (target.value) tell(target.value, {});
          else onAttach(undefined);
        }}
      >
        <option value="">{t('dayTwo.attach.choose')}</option>
        {choices.map(({ uid, name, version }) => (
          <option key={uid} value={uid}>
            {version ? `${name} ${version}` : name}
          </option>
        ))}
      </DialogField>
      {attached && (
        <NewVariables
          key={attached.uid}
          profileUid={attached.uid}
          values={values}
          findings={findings}
          onEdit={typed => tell(attached.uid, typed)}
        />
      )}
    </>
  );
};
