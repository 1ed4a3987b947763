import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { type ReactNode, useId } from 'react';
import { StateLabel } from '../components/StateLabel';
import { ScrollHint } from '../table/ScrollHint';
import { spectroCloudTranslationRef } from '../translation';
import { stateShown } from './clusterRow';

/** A row; without a cluster it says that there is none to see. */
export interface ClusterTableRow {
  id: string;
  name: ReactNode;
  cluster?: VirtualClusterSummary;
}

const useStyles = makeStyles({ table: { minWidth: 640 } });

/** A few clusters, without the search and the filters of the whole list. */
export const ClusterRows = (props: {
  label: string;
  rows: ClusterTableRow[];
}) => {
  const { label, rows } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const none = t('common.none');
  const labelId = useId();
  return (
    <ScrollHint labelId={labelId}>
      <span id={labelId} hidden>
        {label}
      </span>
      <Table size="small" aria-labelledby={labelId} className={classes.table}>
        <TableHead>
          <TableRow>
            <TableCell>{t('clusters.name')}</TableCell>
            <TableCell>{t('clusters.state')}</TableCell>
            <TableCell>{t('clusters.project')}</TableCell>
            <TableCell>{t('clusters.kubernetes')}</TableCell>
            <TableCell align="right">{t('clusters.nodes')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ id, name, cluster }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row" role="rowheader">
                {name}
              </TableCell>
              {cluster ? (
                <>
                  <TableCell>
                    <StateLabel state={stateShown(cluster)} />
                  </TableCell>
                  <TableCell>{cluster.spec.projectName ?? none}</TableCell>
                  <TableCell>
                    {cluster.spec.kubernetesVersion ?? none}
                  </TableCell>
                  <TableCell align="right">
                    {cluster.spec.nodes?.size ?? none}
                  </TableCell>
                </>
              ) : (
                <TableCell colSpan={4}>{t('entity.notVisible')}</TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollHint>
  );
};
