import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MuiTable from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { packsInLayerOrder } from '../cluster/layers/inLayerOrder';
import { spectroCloudTranslationRef } from '../translation';
import { useLayerWord } from './useLayerWord';

/** A pack, as far as the table shows it. */
export interface PackRow {
  name: string;
  displayName?: string;
  layer?: string;
  version?: string;
}

/** Packs as Palette stacks them, from the top. */
export const PackTable = (props: { label: string; packs: PackRow[] }) => {
  const { label, packs } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const layerWordOf = useLayerWord();
  return (
    <MuiTable size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell>{t('cluster.pack')}</TableCell>
          <TableCell>{t('cluster.layer')}</TableCell>
          <TableCell>{t('cluster.version')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {packsInLayerOrder(packs).map(
          ({ name, displayName, layer, version }) => (
            <TableRow key={`${layer}/${name}`}>
              <TableCell component="th" scope="row" role="rowheader">
                {displayName ?? name}
              </TableCell>
              <TableCell>{layerWordOf(layer)}</TableCell>
              <TableCell>{version ?? none}</TableCell>
            </TableRow>
          ),
        )}
      </TableBody>
    </MuiTable>
  );
};
