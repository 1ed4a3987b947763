import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { findingsOf } from '@terasky/backstage-plugin-spectrocloud-common';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../translation';
import { Findings } from './Findings';

/** Why a change was not made: what Palette says, field by field, or what else went wrong. */
export const Refusal = ({ error }: { error?: Error }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (!error) return null;
  const findings = findingsOf(error);
  if (findings) return <Findings findings={findings} />;
  const kind = explainError(error);
  // Of what was typed, the back end says best what is wrong with it.
  const why =
    kind === 'invalid' && error.cause instanceof Error
      ? [{ field: '', message: error.cause.message }]
      : [];
  return <Findings sentence={t(`dayTwo.failed.${kind}`)} findings={why} />;
};
