import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterFinding,
  NodePool,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import { SIZES, sizeFault, sizesOf } from './poolSizes';

/** The sizes of a pool, each with what is wrong with it, or what Palette says. */
export const PoolSizeFields = (props: {
  pool: NodePool;
  edits: Record<string, string>;
  findings: ClusterFinding[];
  onEdit: (edits: Record<string, string>) => void;
}) => {
  const { pool, edits, findings, onEdit } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const shown = SIZES.filter(
    size => size === 'size' || pool[size] !== undefined,
  );
  return (
    <>
      {shown.map(size => {
        const fault = sizeFault(pool, edits, size);
        // Palette names a size by its place in what it was sent.
        const said = findings.find(({ field }) => field.endsWith(`.${size}`));
        return (
          <DialogField
            key={size}
            type="number"
            label={t(`dayTwo.sizes.${size}`)}
            value={edits[size] ?? sizesOf(pool)[size] ?? ''}
            error={Boolean(fault ?? said)}
            helperText={fault ? t(`dayTwo.sizes.${fault}`) : said?.message}
            inputProps={{ min: 0, step: 1 }}
            onChange={event => onEdit({ ...edits, [size]: event.target.value })}
          />
        );
      })}
    </>
  );
};
