import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { useMemo } from 'react';
import { spectroCloudTranslationRef } from '../../translation';
import { workloadGraph, type WorkloadNode } from './workloadGraph';

/** More can't be told apart. */
const MOST = 60;
const WIDTH = 220;
const HEIGHT = 52;
const MOST_LETTERS = 26;

const useStyles = makeStyles(theme => ({
  frame: {
    height: 520,
    padding: theme.spacing(1),
    '& text': { fontFamily: theme.typography.fontFamily },
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  box: {
    fill: theme.palette.background.default,
    stroke: theme.palette.text.secondary,
  },
  // Not by its colour alone.
  unready: {
    stroke: theme.palette.error.main,
    strokeWidth: 3,
    strokeDasharray: '6 3',
  },
  kind: { fill: theme.palette.text.secondary, fontSize: 12 },
  name: { fill: theme.palette.text.primary, fontSize: 14 },
}));

const shorten = (text: string) =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;

const Node = ({ node }: { node: WorkloadNode }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { kind, name, isHealthy } = node;
  const title = isHealthy
    ? `${kind} ${name}`
    : t('workloads.notReady', { name: `${kind} ${name}` });
  return (
    <g>
      <title>{title}</title>
      <rect
        className={`${classes.box} ${isHealthy ? '' : classes.unready}`}
        width={WIDTH}
        height={HEIGHT}
        rx={6}
      />
      <text className={classes.kind} x={12} y={20}>
        {kind}
      </text>
      <text className={classes.name} x={12} y={40}>
        {shorten(name)}
      </text>
    </g>
  );
};

/** Workloads below their namespaces and the cluster, as boxes with lines; the list has the same in words. */
export const WorkloadGraph = (props: {
  workloads: ClusterWorkload[];
  cluster: { kind: string; name: string };
}) => {
  const { workloads } = props;
  const { kind, name } = props.cluster;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { nodes, edges } = useMemo(
    () =>
      workloadGraph(
        { kind, name },
        t('workloads.namespace'),
        workloads.slice(0, MOST),
      ),
    [workloads, kind, name, t],
  );
  return (
    <>
      {workloads.length > MOST && (
        <Typography variant="body2" gutterBottom>
          {t('workloads.graphCut', { most: String(MOST) })}
        </Typography>
      )}
      <div
        className={classes.frame}
        role="img"
        aria-label={t('workloads.graphOf', { name })}
      >
        <DependencyGraph
          nodes={nodes}
          edges={edges}
          direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
          renderNode={Node}
          fit="contain"
          allowFullscreen={false}
          style={{ height: '100%', width: '100%' }}
        />
      </div>
    </>
  );
};

export default WorkloadGraph;
