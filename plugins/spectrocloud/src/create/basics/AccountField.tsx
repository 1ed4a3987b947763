import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  ChoiceField,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { ErrorState } from '../../components/ErrorState';
import { spectroCloudTranslationRef } from '../../translation';
import { target } from '../creation/Problem';
import { textOf } from '../fields/Field';
import type { Draft } from '../model/Draft';
import { elementIdOf, useProblem } from '../ProblemsContext';

/** The cloud accounts of the kind that the project can use. */
export const AccountField = (props: {
  draft: Draft;
  onChange: (uid: string) => void;
}) => {
  const { draft, onChange } = props;
  const { kind, instance, projectUid, values } = draft;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const at = target.cluster('account');
  const problem = useProblem(at);
  const { value, error, reload } = useLoad(async options =>
    projectUid
      ? api.listCloudAccounts(kind, { ...options, instance, projectUid })
      : [],
  );
  if (error && !value) return <ErrorState error={error} onRetry={reload} />;
  const help =
    (!projectUid && t('create.projectFirst')) ||
    (!value && t('create.offerLoading')) ||
    (value?.length === 0 && t('create.noAccount')) ||
    undefined;
  return (
    <ChoiceField
      id={elementIdOf(at)}
      label={t('create.field.account')}
      required
      disabled={!projectUid || !value}
      value={value ? textOf(values.account) : ''}
      help={problem ?? help}
      wrong={problem !== undefined}
      options={(value ?? []).map(({ metadata }) => ({
        value: metadata.uid,
        label: metadata.name,
      }))}
      onChange={onChange}
    />
  );
};
