import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { RepaveReason } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudTranslationRef } from '../translation';

/** Why nodes are replaced, each with the pack's versions where they are known. */
export const RepaveReasons = ({ reasons }: { reasons: RepaveReason[] }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (reasons.length === 0) return null;
  return (
    <ul aria-label={t('upkeep.reasons')}>
      {reasons.map(({ code, message, pack }, index) => (
        <Typography key={index} component="li" variant="body2">
          {message || code}
          {pack?.from &&
            pack.to &&
            ` (${t('upkeep.packChange', {
              pack: pack.name ?? '',
              from: pack.from,
              to: pack.to,
            })})`}
        </Typography>
      ))}
    </ul>
  );
};
