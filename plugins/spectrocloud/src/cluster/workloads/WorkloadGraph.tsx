import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { useMemo } from 'react';
import { ScrollHint } from '../../table/ScrollHint';
import { spectroCloudTranslationRef } from '../../translation';
import { BOX_HEIGHT, BOX_WIDTH, placeNodes } from './placeNodes';
import { workloadGraph, type WorkloadNode } from './workloadGraph';

/** More is a list, which there is as well. */
const MOST = 60;
const MOST_LETTERS = 26;
/** Half of the thickest border, which the edge of the picture would cut. */
const MARGIN = 2;

const useStyles = makeStyles(theme => ({
  graph: {
    display: 'block',
    '& text': { fontFamily: theme.typography.fontFamily },
  },
  line: { fill: 'none', stroke: theme.palette.text.secondary },
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

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > MOST_LETTERS
    ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…`
    : text;
}

const Box = ({ node }: { node: WorkloadNode }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { kind, isHealthy, name: given } = node;
  const name = given || t('common.none');
  const title = isHealthy
    ? `${kind} ${name}`
    : t('workloads.notReady', { name: `${kind} ${name}` });
  return (
    <>
      <title>{title}</title>
      <rect
        className={`${classes.box} ${isHealthy ? '' : classes.unready}`}
        x={MARGIN}
        y={MARGIN}
        width={BOX_WIDTH - 2 * MARGIN}
        height={BOX_HEIGHT - 2 * MARGIN}
        rx={6}
      />
      <text className={classes.kind} x={12} y={20}>
        {kind}
      </text>
      <text className={classes.name} x={12} y={40}>
        {shorten(name)}
      </text>
    </>
  );
};

/** Workloads below their namespaces and the cluster, as boxes with lines; the list has the same in words. */
export const WorkloadGraph = (props: {
  workloads: ClusterWorkload[];
  cluster: { kind: string; name: string };
  headingId: string;
}) => {
  const { workloads, headingId } = props;
  const { kind, name } = props.cluster;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const isNarrow = useMediaQuery(useTheme().breakpoints.down('md'));
  const { boxes, width, height } = useMemo(() => {
    const shown = workloads.slice(0, MOST);
    const root = { kind, name };
    return placeNodes(
      workloadGraph(root, t('workloads.namespace'), shown),
      isNarrow,
    );
  }, [workloads, kind, name, t, isNarrow]);
  return (
    <>
      {workloads.length > MOST && (
        <Typography variant="body2" gutterBottom>
          {t('workloads.graphCut', { most: String(MOST) })}
        </Typography>
      )}
      <ScrollHint labelId={headingId}>
        <svg
          className={classes.graph}
          role="img"
          aria-label={t('workloads.graphOf', { name })}
          width={width}
          height={height}
        >
          <path
            className={classes.line}
            d={boxes.map(({ line = '' }) => line).join('')}
          />
          {boxes.map(({ node, x, y }, index) => (
            // By itself, so that a name of wide letters ends where its box does.
            <svg key={index} x={x} y={y} width={BOX_WIDTH} height={BOX_HEIGHT}>
              <Box node={node} />
            </svg>
          ))}
        </svg>
      </ScrollHint>
    </>
  );
};
