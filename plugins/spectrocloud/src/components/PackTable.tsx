import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
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

const useStyles = makeStyles({
  // Backstage's tables break words where they like, versions too.
  table: { '& th, & td': { wordBreak: 'normal' } },
  name: { overflowWrap: 'anywhere', minWidth: 120 },
  version: { whiteSpace: 'nowrap' },
});

/** Packs as Palette stacks them, from the top. */
export const PackTable = (props: { label: string; packs: PackRow[] }) => {
  const { label, packs } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const layerWordOf = useLayerWord();
  const classes = useStyles();
  return (
    <MuiTable size="small" aria-label={label} className={classes.table}>
      <TableHead>
        <TableRow>
          <TableCell>{t('cluster.pack')}</TableCell>
          <TableCell>{t('cluster.layer')}</TableCell>
          <TableCell>{t('cluster.version')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {packsInLayerOrder(packs).map(
          ({ name, displayName, layer, version }, index) => (
            <TableRow key={index}>
              <TableCell
                className={classes.name}
                component="th"
                scope="row"
                role="rowheader"
              >
                {displayName || name}
              </TableCell>
              <TableCell>{layerWordOf(layer)}</TableCell>
              <TableCell className={classes.version}>
                {version ?? none}
              </TableCell>
            </TableRow>
          ),
        )}
      </TableBody>
    </MuiTable>
  );
};
