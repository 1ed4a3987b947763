import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Bar } from '@visx/shape';
import { useId } from 'react';
import {
  type Amount,
  coresOf,
  formatCost,
  gibOf,
} from '../clusters/clusterAmounts';
import { useStateWord } from '../components/useStateWord';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import type { ProjectFigures, Share } from './fleetFigures';
import { fillOf, SegmentPattern } from './segmentLooks';

const HEIGHT = 14;
const SWATCH = 12;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
    overflowWrap: 'anywhere',
  },
  name: {
    fontSize: theme.typography.h6.fontSize,
    margin: 0,
    '& a': { fontSize: 'inherit', fontWeight: 'inherit' },
  },
  states: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& svg': { marginRight: theme.spacing(0.5) },
  },
  usage: { '& > :first-child': { marginBottom: theme.spacing(0.5) } },
  bar: { display: 'block' },
}));

const UsageLine = (props: { label: string; amount?: Amount; text: string }) => {
  const { label, amount, text } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <div className={classes.usage}>
      <Typography id={id} variant="body2">
        {label}: {text}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={Math.min(amount?.percent ?? 0, 100)}
        aria-labelledby={id}
      />
    </div>
  );
};

const StateBar = ({ states, id }: { states: Share[]; id: string }) => {
  const classes = useStyles();
  const total = states.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  return (
    <svg
      className={classes.bar}
      width="100%"
      height={HEIGHT}
      aria-hidden="true"
      data-testid="states"
    >
      <defs>
        {states.map(({ value }, index) => (
          <SegmentPattern key={value} id={`${id}-${index}`} state={value} />
        ))}
      </defs>
      {states.map(({ value, count }, index) => {
        const width = (100 * count) / total;
        x += width;
        return (
          <Bar
            key={value}
            x={`${x - width}%`}
            width={`${width}%`}
            height={HEIGHT}
            fill={fillOf(`${id}-${index}`)}
          />
        );
      })}
    </svg>
  );
};

/** A project: its clusters by state, what they use, and what they cost. */
export const ProjectTile = ({ project }: { project: ProjectFigures }) => {
  const { name, clusters, states, cpu, memory, cost } = project;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePaletteLinks();
  const stateWord = useStateWord();
  const classes = useStyles();
  const id = useId().replace(/:/g, '');
  const locale = t('common.locale');
  const hrefOf = (filter: Record<string, string>) =>
    `${links.clusters}?${new URLSearchParams({ project: name, ...filter })}`;
  const cores = cpu && coresOf(cpu, locale);
  const gib = memory && gibOf(memory, locale);
  return (
    <Paper component="li" className={classes.root}>
      <Typography variant="h6" component="h4" className={classes.name}>
        <Link href={hrefOf({})}>{name}</Link>
      </Typography>
      {clusters === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('fleet.noClusters')}
        </Typography>
      ) : (
        <>
          <StateBar states={states} id={id} />
          <ul className={classes.states}>
            {states.map(({ value, count }, index) => (
              <li key={value}>
                <svg width={SWATCH} height={SWATCH} aria-hidden="true">
                  <rect
                    width={SWATCH}
                    height={SWATCH}
                    rx={2}
                    fill={fillOf(`${id}-${index}`)}
                  />
                </svg>
                <Link href={hrefOf({ state: value })}>
                  {stateWord(value)}: {count}
                </Link>
              </li>
            ))}
          </ul>
          <UsageLine
            label={t('fleet.cpu')}
            amount={cores}
            text={
              cores
                ? t('fleet.cores', { used: cores.used, total: cores.total })
                : t('fleet.unknown')
            }
          />
          <UsageLine
            label={t('fleet.memory')}
            amount={gib}
            text={
              gib
                ? t('fleet.gib', { used: gib.used, total: gib.total })
                : t('fleet.unknown')
            }
          />
          <Typography variant="body2">
            {t('fleet.cost')}:{' '}
            {cost === undefined ? t('fleet.unknown') : formatCost(cost, locale)}
          </Typography>
        </>
      )}
    </Paper>
  );
};
