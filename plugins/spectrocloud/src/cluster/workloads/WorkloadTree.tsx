import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { MoreOf } from '../../components/MoreOf';
import { spectroCloudTranslationRef } from '../../translation';
import { groupWorkloads } from './groupWorkloads';
import { WorkloadState } from './WorkloadState';

/** Of one kind in one namespace. */
const STEP = 50;

const useStyles = makeStyles(theme => ({
  branch: {
    ...theme.typography.body2,
    '& > summary': { cursor: 'pointer', padding: theme.spacing(0.5, 0) },
    '& > *:not(summary)': { marginLeft: theme.spacing(2.5) },
  },
  leaves: { padding: 0, listStyle: 'none' },
  leaf: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0.25, 0),
  },
}));

/** Workloads below their kinds and namespaces, which open and close. */
export const WorkloadTree = (props: { workloads: ClusterWorkload[] }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const titleOf = (name: string, count: number) => `${name} (${count})`;
  return (
    <>
      {groupWorkloads(props.workloads).map(({ namespace, count, kinds }) => (
        <details key={namespace} className={classes.branch} open>
          <summary>{titleOf(namespace || t('common.none'), count)}</summary>
          {kinds.map(({ kind, workloads }) => (
            <details key={kind} className={classes.branch} open>
              <summary>{titleOf(kind, workloads.length)}</summary>
              <MoreOf all={workloads} step={STEP}>
                {shown => (
                  <ul className={classes.leaves}>
                    {shown.map((workload, index) => (
                      <li key={index} className={classes.leaf}>
                        {workload.name || t('common.none')}
                        <WorkloadState workload={workload} />
                      </li>
                    ))}
                  </ul>
                )}
              </MoreOf>
            </details>
          ))}
        </details>
      ))}
    </>
  );
};
