import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  ChoiceField,
  loadProjects,
  mayCreate,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { useEffect } from 'react';
import { ErrorState } from '../../components/ErrorState';
import { spectroCloudTranslationRef } from '../../translation';
import { target } from '../creation/Problem';
import { elementIdOf, useProblem } from '../ProblemsContext';

/** The projects in which the user may create such a cluster. */
export const ProjectField = (props: {
  kind: CreatableCloudType;
  instance?: string;
  value: string;
  onChange: (projectUid: string) => void;
}) => {
  const { kind, instance, value, onChange } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const at = target.cluster('project');
  const problem = useProblem(at);
  const projects = useLoad(
    options => loadProjects(api, { ...options, instance }),
    instance,
  );
  const open = projects.value?.filter(project => mayCreate(project, kind));
  const only = open?.length === 1 ? open[0].uid : undefined;
  useEffect(() => {
    if (only && !value) onChange(only);
  }, [only, value, onChange]);
  if (projects.error && !projects.value) {
    return <ErrorState error={projects.error} onRetry={projects.reload} />;
  }
  const none = open?.length === 0 ? t('create.noProject') : undefined;
  return (
    <ChoiceField
      id={elementIdOf(at)}
      label={t('create.project')}
      required
      disabled={!open}
      value={open ? value : ''}
      help={problem ?? none ?? (open ? undefined : t('create.offerLoading'))}
      wrong={problem !== undefined}
      options={(open ?? []).map(({ uid, name }) => ({
        value: uid,
        label: name ?? uid,
      }))}
      onChange={onChange}
    />
  );
};
